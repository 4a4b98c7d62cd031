// Counts the characters of a caption as each platform does.
//
//     const TextCount count = count_caption(text, placement);
//     if (!count.fits()) std::cout << count.length << " of " << *count.limit << '\n';
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/placement.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace mediaedit {

struct TextCount {
    CountedAs counted_as = CountedAs::code_points;
    int length = 0;
    std::optional<int> limit{};
    int hashtags = 0;
    std::optional<int> hashtags_limit{};
    [[nodiscard]] bool fits() const {
        return length <= limit.value_or(length) && hashtags <= hashtags_limit.value_or(hashtags);
    }
    bool operator==(const TextCount&) const = default;
};

/// Counts a caption as the placement's platform does. Each byte that is not valid UTF-8 counts 1.
/// Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API TextCount count_caption(std::string_view text, const Placement& placement);

}  // namespace mediaedit
