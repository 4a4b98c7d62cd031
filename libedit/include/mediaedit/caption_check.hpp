// Checks captions and alt texts: personal data, missing facts, style.
//
//     auto findings = check_caption(text, placement, {.village = village});
//     if (!findings.empty()) text = apply_fix(text, findings.front());  // then check again
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

/// Units: `begin` and `end` are code points of the text, half-open. Both are 0 if the finding
/// concerns the whole text.
struct CaptionFinding {
    std::string code;  ///< stable, such as "personal.nik_or_kk"; list: docs/apps/captions.md
    Severity severity = Severity::warning;
    std::size_t begin = 0, end = 0;
    std::string message;  ///< what is wrong and why it matters, one sentence
    std::string fix;      ///< what `mended` does; empty if only a person can fix it
    std::optional<std::string> replacement{};  ///< replaces the text from `begin` to `end`
    bool operator==(const CaptionFinding&) const = default;
};

/// Facts beside the text. Checks that need an absent one are skipped.
struct CaptionContext {
    std::optional<Village> village{};  ///< its own numbers and addresses are not reported
    std::string kind{};                ///< id of the activity, as in a form: "blt"
    std::optional<std::chrono::year_month_day> today{};
};

/// Checks a caption. It does not judge what it cannot know, such as whether figures are true or
/// consent was given. Shapes: sorted by severity, worst first; within a severity, personal data
/// first, then by position. Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API std::vector<CaptionFinding> check_caption(std::string_view text,
                                                        const Placement& placement,
                                                        const CaptionContext& context = {});

/// Checks an alt text. Reports one that is empty, too long, a copy of the caption or a file name,
/// and numbers that are personal data.
MEDIAEDIT_API std::vector<CaptionFinding> check_alt_text(std::string_view text,
                                                         const Placement& placement,
                                                         std::string_view caption = {},
                                                         const CaptionContext& context = {});

/// Returns `text` with the finding's replacement applied. Without a replacement, `text` is
/// unchanged.
MEDIAEDIT_API std::string apply_fix(std::string_view text, const CaptionFinding& finding);

}  // namespace mediaedit
