// How long a platform finds a text.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/placement.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace mediaedit {

/// What platforms call a character.
enum class CountedAs {
    code_points,
    utf16,       ///< TikTok
    bytes,       ///< YouTube's description
    x_weighted,  ///< X: 1 or 2 a code point, an address 23, an emoji 2
    threads,     ///< code points, emoji by their bytes
};

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

/// Counts a caption as the placement's platform does. Bytes that are no UTF-8 count as one each.
/// Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API TextCount count_caption(std::string_view text, const Placement& placement);

}  // namespace mediaedit
