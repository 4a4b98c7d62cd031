// What does not fit a placement, and the one-press fix.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit {

enum class Severity {
    error,    ///< the platform refuses it
    warning,  ///< likely harm, or a duty missed
    ask,      ///< a question only a person can answer
    hint,     ///< style
};

struct Finding {
    std::string code;  ///< stable, such as "shape", "too_small", "place_data": docs/apps/errors.md
    Severity severity = Severity::warning;
    std::string message;  ///< what does not fit, one sentence
    std::string fix;      ///< what `prepare` does about it; empty: nothing can
    bool operator==(const Finding&) const = default;
};

/// From what probe tells alone: of a video less than its file tells. Shapes: errors first.
MEDIAEDIT_API std::vector<Finding> check(const MediaInfo& info, const Placement& placement);

/// The same, and what only the file tells: of a photo whether it is blurred or too dark; of a video
/// how it is made inside, for which at most its first half minute is read. With `recipe`, text
/// outside the safe area. Errors: those of probe.
MEDIAEDIT_API Result<std::vector<Finding>> check(const std::filesystem::path& file,
                                                 const Placement& placement,
                                                 const std::optional<Recipe>& recipe = std::nullopt,
                                                 const Control& control = {});

}  // namespace mediaedit
