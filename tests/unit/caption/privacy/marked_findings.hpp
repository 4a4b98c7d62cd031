// Compares findings with the marks in a text.
#pragma once

#include <mediaedit/caption_check.hpp>
#include <mediaedit/placement.hpp>

#include "language/code_points.hpp"
#include "support/marked_captions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::test {

using Findings = std::vector<CaptionFinding>;

inline Findings personal(const std::string& text) {
    CaptionContext context;
    context.village = mediaedit::test::test_village();
    auto findings = check_caption(text, find_placement("facebook-feed-portrait").value(), context);
    std::erase_if(findings,
                  [](const auto& finding) { return !finding.code.starts_with("personal."); });
    return findings;
}

/// The text with each finding between \u00AB and \u00BB.
inline std::string with_marks(const std::string& text, const Findings& findings) {
    const auto points = internal::to_code_points(text);
    std::u32string marked;
    for (std::size_t at = 0; at <= points.size(); ++at) {
        for (const auto& finding : findings)
            if (finding.end == at) marked += U'\u00BB';
        for (const auto& finding : findings)
            if (finding.begin == at) marked += U'\u00AB';
        if (at < points.size()) marked += points[at];
    }
    return internal::to_utf8(marked);
}

inline std::string without_marks(const std::string& marked) {
    auto points = internal::to_code_points(marked);
    std::erase_if(points, [](char32_t point) { return point == U'\u00AB' || point == U'\u00BB'; });
    return internal::to_utf8(points);
}

/// Findings must be exactly what is between \u00AB and \u00BB. No number, name or address is real.
inline void expect_found(std::string_view code, std::initializer_list<const char*> rows) {
    for (const std::string row : rows) {
        const auto text = without_marks(row);
        const auto findings = personal(text);
        EXPECT_EQ(with_marks(text, findings), row);
        for (const auto& finding : findings) EXPECT_EQ(finding.code, code) << row;
        // One fix each, from the last to the first so that positions stay valid, hides everything.
        auto hidden = text;
        auto backwards = findings;
        std::ranges::sort(backwards, std::greater(), &CaptionFinding::begin);
        for (const auto& finding : backwards) hidden = apply_fix(hidden, finding);
        EXPECT_THAT(personal(hidden), testing::IsEmpty()) << row << " became " << hidden;
    }
}

}  // namespace mediaedit::test
