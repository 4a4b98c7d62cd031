// Hides the lists of names in a caption.
#pragma once

#include <mediaedit/caption_check.hpp>
#include <mediaedit/placement.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mediaedit::test {

inline bool is_list(const CaptionFinding& finding) { return finding.code == "personal.name_list"; }

/// The text after fixing every list of names in it.
inline std::string hidden(std::string text) {
    constexpr int most = 6;
    for (int round = 0; round < most; ++round) {
        const auto findings = check_caption(text, find_placement("facebook-feed-portrait").value());
        const auto one = std::find_if(findings.begin(), findings.end(), is_list);
        if (one == findings.end()) break;
        text = apply_fix(text, *one);
    }
    return text;
}

struct Row {
    const char* text;
    std::vector<const char*> names;  ///< must not be readable afterwards
};

inline void expect_hidden(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        const auto now = hidden(row.text);
        EXPECT_NE(now, row.text);
        for (const auto* name : row.names)
            EXPECT_EQ(now.find(name), std::string::npos)
                << name << " stays in: " << row.text << "\nwhich became: " << now;
    }
}

}  // namespace mediaedit::test
