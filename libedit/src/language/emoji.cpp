// Where an emoji begins, and how many code points it has.
#include "language/emoji.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

constexpr char32_t joiner = 0x200D, as_text = 0xFE0E, as_picture = 0xFE0F, keycap = 0x20E3;

struct Range {
    char32_t first, last;
};

/// Code points that are drawn as pictures by default: roughly Unicode's Extended_Pictographic,
/// without letters and digits.
constexpr std::array<Range, 28> pictures{
    {{0x203C, 0x203C}, {0x2049, 0x2049},   {0x2139, 0x2139},  {0x2194, 0x2199}, {0x21A9, 0x21AA},
     {0x231A, 0x231B}, {0x2328, 0x2328},   {0x23CF, 0x23CF},  {0x23E9, 0x23FA}, {0x24C2, 0x24C2},
     {0x25AA, 0x25AB}, {0x25B6, 0x25B6},   {0x25C0, 0x25C0},  {0x25FB, 0x25FE}, {0x2600, 0x2604},
     {0x260E, 0x265E}, {0x2660, 0x27BF},   {0x2934, 0x2935},  {0x2B05, 0x2B07}, {0x2B1B, 0x2B1C},
     {0x2B50, 0x2B50}, {0x2B55, 0x2B55},   {0x3030, 0x3030},  {0x303D, 0x303D}, {0x3297, 0x3297},
     {0x3299, 0x3299}, {0x1F000, 0x1F1E5}, {0x1F200, 0x1FAFF}}};

bool is_picture(char32_t point) noexcept {
    if (point < pictures.front().first) return false;
    const auto* found =
        std::lower_bound(pictures.begin(), pictures.end(), point,
                         [](const Range& range, char32_t wanted) { return range.last < wanted; });
    return found != pictures.end() && found->first <= point;
}

constexpr bool is_skin(char32_t point) noexcept { return point >= 0x1F3FB && point <= 0x1F3FF; }
constexpr bool is_tag(char32_t point) noexcept { return point >= 0xE0020 && point <= 0xE007F; }
constexpr bool needs_selector(char32_t point) noexcept {
    return point == 0xA9 || point == 0xAE || point == 0x2122 || point == 0x265F;
}
constexpr bool takes_keycap(char32_t point) noexcept {
    return (point >= U'0' && point <= U'9') || point == U'#' || point == U'*';
}

/// The length of a picture with its modifiers, but without joined pictures; 0: none.
std::size_t one_picture(std::u32string_view text, std::size_t at) noexcept {
    const auto is = [&](std::size_t where, char32_t point) {
        return where < text.size() && text[where] == point;
    };
    if (at >= text.size()) return 0;
    if (needs_selector(text[at])) return is(at + 1, as_picture) ? 2 : 0;
    if (!is_picture(text[at]) || is(at + 1, as_text)) return 0;
    std::size_t end = at + 1;
    if (is(end, as_picture)) ++end;
    if (end < text.size() && is_skin(text[end])) ++end;
    while (end < text.size() && is_tag(text[end])) ++end;
    return end - at;
}

}  // namespace

std::size_t emoji_length(std::u32string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return 0;
    if (takes_keycap(text[at])) {
        const std::size_t key =
            at + 1 < text.size() && text[at + 1] == as_picture ? at + 2 : at + 1;
        return key < text.size() && text[key] == keycap ? key + 1 - at : 0;
    }
    if (is_flag_half(text[at])) return at + 1 < text.size() && is_flag_half(text[at + 1]) ? 2 : 1;
    std::size_t end = at + one_picture(text, at);
    if (end == at) return 0;
    while (end < text.size() && text[end] == joiner) {
        const auto next = one_picture(text, end + 1);
        if (next == 0) break;
        end += 1 + next;
    }
    return end - at;
}

}  // namespace mediaedit::internal
