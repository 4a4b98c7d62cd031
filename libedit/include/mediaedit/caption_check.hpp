// What a caption should not say, and what it lacks.
#pragma once

#include <mediaedit/check.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/village.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

/// Units: `begin` and `end` in code points of the text, half-open; both 0 where the whole text is
/// meant.
struct CaptionFinding {
    std::string code;  ///< stable, such as "personal.nik_or_kk": docs/apps/captions.md
    Severity severity = Severity::warning;
    std::size_t begin = 0, end = 0;
    std::string message;                       ///< what it is and why it matters, one sentence
    std::string fix;                           ///< what one press does; empty: only a person can
    std::optional<std::string> replacement{};  ///< what then stands from `begin` to `end`
    bool operator==(const CaptionFinding&) const = default;
};

/// What is known beside the text. Absent: what depends on it is not asked.
struct CaptionContext {
    std::optional<Village> village{};  ///< its own numbers and addresses raise no alarm
    std::string kind{};                ///< the activity's, as in a form: "blt"
    std::optional<std::chrono::year_month_day> today{};
};

/// Shapes: worst first; what is personal before the rest of its severity; then by place in the
/// text. Never complains of what it cannot know: whether figures are true, whether consent was
/// given. Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API std::vector<CaptionFinding> check_caption(std::string_view text,
                                                        const Placement& placement,
                                                        const CaptionContext& context = {});

/// Of a picture's description: empty, too long, the caption again, a file's name, a number that is
/// personal.
MEDIAEDIT_API std::vector<CaptionFinding> check_alt_text(std::string_view text,
                                                         const Placement& placement,
                                                         std::string_view caption = {},
                                                         const CaptionContext& context = {});

/// The text after the one press. A finding without replacement changes nothing.
MEDIAEDIT_API std::string mended(std::string_view text, const CaptionFinding& finding);

}  // namespace mediaedit
