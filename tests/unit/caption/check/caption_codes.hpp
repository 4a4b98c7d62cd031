// Checks a caption and returns the codes of what was found.
#pragma once

#include <mediaedit/caption_check.hpp>
#include <mediaedit/placement.hpp>

#include <gtest/gtest.h>

#include <string>

namespace mediaedit::test {

inline Placement place(std::string_view id = "facebook-feed-portrait") {
    return find_placement(id).value();
}

using Codes = std::vector<std::string>;

inline Codes codes(std::string_view text, const CaptionContext& context = {},
                   std::string_view id = "facebook-feed-portrait") {
    Codes list;
    for (const auto& finding : check_caption(text, place(id), context))
        list.push_back(finding.code);
    return list;
}

inline CaptionFinding the(std::string_view code, std::string_view text,
                          const CaptionContext& context = {},
                          std::string_view id = "facebook-feed-portrait") {
    for (const auto& finding : check_caption(text, place(id), context))
        if (finding.code == code) return finding;
    ADD_FAILURE() << code << " is missing in " << text;
    return {};
}

inline std::string mended_by(std::string_view code, std::string_view text,
                             const CaptionContext& context = {},
                             std::string_view id = "facebook-feed-portrait") {
    return apply_fix(text, the(code, text, context, id));
}

}  // namespace mediaedit::test
