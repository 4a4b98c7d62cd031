// Checks a file against the rules of a placement.
//
//     auto findings = check("clip.mp4", *find_placement("instagram-reel"));
//     if (findings)
//         for (const Finding& finding : *findings) std::cout << finding.message << '\n';
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
    error,    ///< the platform rejects it
    warning,  ///< likely harm, or an obligation not met
    ask,      ///< a question that only a person can answer
    hint,     ///< style
};

struct Finding {
    std::string code;  ///< stable, such as "shape", "too_small", "place_data": docs/apps/errors.md
    Severity severity = Severity::warning;
    std::string message;  ///< what does not fit, one sentence
    std::string fix;      ///< what `prepare` does about it; empty if nothing can be done
    bool operator==(const Finding&) const = default;
};

/// Checks what probe returned, without reading the file. Finds less in a video than the function
/// below. Shapes: errors first.
MEDIAEDIT_API std::vector<Finding> check(const MediaInfo& info, const Placement& placement);

/// Checks a file. Beyond the function above, it measures whether a photo is blurred or too dark,
/// and reads how a video is encoded, from at most the first 30 s. With `recipe`, it also reports
/// text outside the safe area. Shapes: errors first. Errors: those of probe.
MEDIAEDIT_API Result<std::vector<Finding>> check(const std::filesystem::path& file,
                                                 const Placement& placement,
                                                 const std::optional<Recipe>& recipe = std::nullopt,
                                                 const Control& control = {});

}  // namespace mediaedit
