// The length of a text as a platform counts it.
#include "caption/counting.hpp"
#include "language/emoji.hpp"
#include "language/links.hpp"

#include <glib.h>

#include <algorithm>
#include <climits>

namespace mediaedit {
namespace internal {
namespace {

// X (source X2): https://github.com/twitter/twitter-text, configuration v3, weights divided by its
// scale of 100.
constexpr int link_weight = 23, emoji_weight = 2;
constexpr int weight_on_x(char32_t point) noexcept {
    return point <= 4351 || (point >= 8192 && point <= 8205) || (point >= 8208 && point <= 8223) ||
                   (point >= 8242 && point <= 8247) || (point >= 0xDC80 && point <= 0xDCFF)
               ? 1
               : 2;  // the last range: stray bytes
}

/// Code points that are counted together.
struct CountedUnit {
    std::size_t points = 1;
    int weight = 1;
};

/// A letter and the marks that NFC combines with it, which X counts as one.
CountedUnit composed_on_x(std::u32string_view text, std::size_t at) noexcept {
    gunichar whole = text[at];
    std::size_t points = 1;
    for (gunichar next = 0;
         at + points < text.size() && g_unichar_compose(whole, text[at + points], &next); ++points)
        whole = next;
    return {points, weight_on_x(whole)};
}

CountedUnit unit_at(std::u32string_view text, std::size_t at, CountedAs how) noexcept {
    switch (how) {
        case CountedAs::code_points: return {1, 1};
        case CountedAs::utf16: return {1, text[at] > 0xFFFF ? 2 : 1};
        case CountedAs::bytes: return {1, static_cast<int>(utf8_bytes(text[at]))};
        case CountedAs::threads: {
            const auto points = emoji_length(text, at);
            if (points == 0) return {1, 1};
            std::size_t bytes = 0;
            for (std::size_t i = 0; i < points; ++i) bytes += utf8_bytes(text[at + i]);
            return {points, static_cast<int>(bytes)};
        }
        case CountedAs::x_weighted: {
            const auto points = emoji_length(text, at);
            return points > 0 ? CountedUnit{points, emoji_weight} : composed_on_x(text, at);
        }
    }
    return {1, 1};
}

/// Calls `take` with each unit until it returns false.
template <class Take>
void each_unit(std::u32string_view text, CountedAs how, Take take) {
    const auto links = how == CountedAs::x_weighted ? find_links(text) : std::vector<Span>{};
    auto link = links.begin();
    for (std::size_t at = 0; at < text.size();) {
        const bool at_link = link != links.end() && link->begin == at;
        const auto unit =
            at_link ? CountedUnit{link++->size(), link_weight} : unit_at(text, at, how);
        if (!take(unit)) return;
        at += unit.points;
    }
}

}  // namespace

int counted_length(std::u32string_view text, CountedAs how) {
    long long length = 0;
    each_unit(text, how, [&](const CountedUnit& unit) {
        length += unit.weight;
        return true;
    });
    return static_cast<int>(std::min<long long>(length, INT_MAX));
}

std::size_t fitting_points(std::u32string_view text, CountedAs how, int limit) {
    long long length = 0;
    std::size_t points = 0;
    each_unit(text, how, [&](const CountedUnit& unit) {
        length += unit.weight;
        if (length > limit) return false;
        points += unit.points;
        return true;
    });
    return points;
}

}  // namespace internal

TextCount count_caption(std::string_view text, const Placement& placement) {
    using namespace internal;
    const auto points = to_code_points(text);
    TextCount count;
    count.counted_as = placement.caption.counted_as;
    count.length = counted_length(points, count.counted_as);
    count.limit = placement.caption_max_chars;
    count.hashtags = static_cast<int>(find_hashtags(points, find_links(points)).size());
    count.hashtags_limit = placement.hashtags_max;
    return count;
}

}  // namespace mediaedit
