// What many checks need of a caption, read once.
#pragma once

#include "language/caption_text.hpp"
#include "language/dates/dates.hpp"
#include "language/numbers/amounts.hpp"

#include <mediaedit/caption_check.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct AnalysedCaption {
    explicit AnalysedCaption(std::string_view utf8);

    CaptionText text;
    std::vector<Span> links;     ///< in the plain text
    std::vector<Span> hashtags;  ///< in the plain text
    std::vector<FoundDate> dates;
    std::vector<Amount> amounts;
};

using CaptionFindings = std::vector<CaptionFinding>;

/// A finding at a place of the plain text; an empty place: the whole text.
CaptionFinding finding_at(const CaptionText& text, Span plain, std::string code, Severity severity,
                          std::string message, std::string fix = {},
                          std::optional<std::string> replacement = std::nullopt);

}  // namespace mediaedit::internal
