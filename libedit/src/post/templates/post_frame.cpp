// The areas of the parts of a post. All lengths are even, as video requires.
#include "post/templates/post_frame.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr double margin_share = 0.06, step_share = 0.012, gap_share = 0.011, stripe_share = 0.011,
                 frame_share = 0.04;
/// Where the platform covers a larger share at the bottom, words above it would take half of the
/// result.
constexpr double most_unsafe_foot = 0.25;
/// The least part of a cell inside the safe area, for its short text.
constexpr double least_seen_width = 0.14, least_seen_height = 0.12;

int even(double px) noexcept { return static_cast<int>(std::lround(px / 2)) * 2; }

/// Shapes that are shown small, as a link or a header, need larger words.
double type_of(Shape shape) noexcept {
    switch (shape) {
        case Shape::tall: return 1.12;
        case Shape::landscape: return 1.2;
        case Shape::header: return 1.3;
        case Shape::portrait:
        case Shape::square: break;
    }
    return 1;
}

bool is_beside(Side side) noexcept { return side == Side::left || side == Side::right; }

/// From the edges of the result to the area for words.
struct Insets {
    int top, right, bottom, left;
};

Insets insets_of(const PostFrame& frame) noexcept {
    return {frame.safe.y, frame.size.width - frame.safe.x - frame.safe.width,
            frame.size.height - frame.safe.y - frame.safe.height, frame.safe.x};
}

PixelRect without_edges(const PixelRect& rect, const Insets& by) noexcept {
    return {rect.x + by.left, rect.y + by.top, std::max(2, rect.width - by.left - by.right),
            std::max(2, rect.height - by.top - by.bottom)};
}

/// The ground of that thickness at `side`, and the rest.
std::pair<PixelRect, PixelRect> cut(const PixelRect& whole, Side side, int thickness) noexcept {
    PixelRect ground = whole, rest = whole;
    if (is_beside(side)) {
        ground.width = thickness;
        rest.width -= thickness;
        if (side == Side::left) rest.x += thickness;
        else ground.x += rest.width;
    } else {
        ground.height = thickness;
        rest.height -= thickness;
        if (side == Side::top) rest.y += thickness;
        else ground.y += rest.height;
    }
    return {ground, rest};
}

/// The margin towards the photos; elsewhere also the platform's safe area.
Insets insets_on_ground(Side side, const PostFrame& frame) noexcept {
    Insets insets = insets_of(frame);
    if (side == Side::top) insets.bottom = frame.margin;
    if (side == Side::bottom) insets.top = frame.margin;
    if (side == Side::left) insets.right = frame.margin;
    if (side == Side::right) insets.left = frame.margin;
    return insets;
}

int length(const PostFrame& frame, Side side) noexcept {
    return is_beside(side) ? frame.size.width : frame.size.height;
}

std::vector<PixelRect> in_line(const PixelRect& whole, int count, bool columns, int gap) {
    std::vector<PixelRect> cells;
    const int length = columns ? whole.width : whole.height;
    int begin = 0;
    for (int i = 0; i < count; ++i) {
        const int end = i + 1 == count
                            ? length
                            : even((length + gap) * (i + 1) / static_cast<double>(count)) - gap;
        PixelRect cell = whole;
        (columns ? cell.x : cell.y) += begin;
        (columns ? cell.width : cell.height) = end - begin;
        cells.push_back(cell);
        begin = end + gap;
    }
    return cells;
}

bool are_seen(const std::vector<PixelRect>& cells, const PostFrame& frame) {
    return std::ranges::all_of(cells, [&](const PixelRect& cell) {
        const auto seen = common_part(cell, frame.safe);
        return seen.width >= least_seen_width * frame.shorter &&
               seen.height >= least_seen_height * frame.shorter;
    });
}

std::vector<PixelRect> mosaic(const PixelRect& photos, int count, int gap) {
    const bool wide = photos.width > photos.height * 1.05;
    if (count <= 2) return in_line(photos, count, wide, gap);
    if (count == 3) {
        // A large one, with two small ones beside or below it.
        PixelRect first = photos, rest = photos;
        if (wide) {
            first.width = even(photos.width * 0.62);
            rest.x += first.width + gap;
            rest.width -= first.width + gap;
        } else {
            first.height = even(photos.height * 0.6);
            rest.y += first.height + gap;
            rest.height -= first.height + gap;
        }
        std::vector<PixelRect> cells{first};
        for (const auto& cell : in_line(rest, 2, !wide, gap)) cells.push_back(cell);
        return cells;
    }
    std::vector<PixelRect> cells;
    for (const auto& row : in_line(photos, 2, false, gap))
        for (const auto& cell : in_line(row, 2, true, gap)) cells.push_back(cell);
    return cells;
}

}  // namespace

Shape shape_of(PixelSize size) noexcept {
    const double ratio = static_cast<double>(size.width) / std::max(1, size.height);
    if (ratio < 0.66) return Shape::tall;
    if (ratio < 0.9) return Shape::portrait;
    if (ratio < 1.2) return Shape::square;
    return ratio < 2.3 ? Shape::landscape : Shape::header;
}

PixelRect common_part(const PixelRect& one, const PixelRect& other) noexcept {
    const int x = std::max(one.x, other.x), y = std::max(one.y, other.y);
    const int right = std::min(one.x + one.width, other.x + other.width),
              bottom = std::min(one.y + one.height, other.y + other.height);
    return {x, y, std::max(0, right - x), std::max(0, bottom - y)};
}

PostFrame::PostFrame(const Placement& placement, Shape shape)
    : size(placement.size),
      unsafe(placement.safe_area),
      shorter(std::min(size.width, size.height)),
      type(type_of(shape)),
      step(std::max(2, even(step_share * shorter * type))),
      margin(std::max(2, even(margin_share * shorter))) {
    const auto inset = [&](double fraction, int whole) {
        return std::max(margin, static_cast<int>(std::ceil(fraction * whole / 2)) * 2);
    };
    safe = without_edges({0, 0, size.width, size.height},
                         {inset(unsafe.top, size.height), inset(unsafe.right, size.width),
                          inset(unsafe.bottom, size.height), inset(unsafe.left, size.width)});
}

Area PostFrame::area(const PixelRect& rect) const noexcept {
    const double width = size.width, height = size.height;
    return {rect.x / width, rect.y / height, rect.width / width, rect.height / height};
}

Side side_of(const Layout& layout, const PostFrame& frame) noexcept {
    const bool foot_is_taken =
        frame.unsafe.bottom > most_unsafe_foot && frame.unsafe.top < frame.unsafe.bottom;
    return layout.side == Side::bottom && foot_is_taken ? Side::top : layout.side;
}

PixelRect widest_content(const Layout& layout, const PostFrame& frame, double most) noexcept {
    const auto side = side_of(layout, frame);
    const PixelRect whole{0, 0, frame.size.width, frame.size.height};
    const auto ground = cut(whole, side, even(most * length(frame, side))).first;
    return common_part(without_edges(ground, insets_on_ground(side, frame)), frame.safe);
}

Parts share_out(const Layout& layout, const PostFrame& frame, double most,
                int words_height_px) noexcept {
    const auto side = side_of(layout, frame);
    const auto insets = insets_on_ground(side, frame);
    const PixelRect whole{0, 0, frame.size.width, frame.size.height};
    int thickness = even(most * length(frame, side));
    if (!is_beside(side))
        thickness =
            std::clamp(even(words_height_px + insets.top + insets.bottom),
                       std::min(thickness, even(layout.least * frame.size.height)), thickness);
    Parts parts;
    std::tie(parts.words, parts.photos) = cut(whole, side, thickness);
    parts.content = common_part(without_edges(parts.words, insets), frame.safe);
    if (layout.stripe) {
        std::tie(parts.stripe, parts.photos) =
            cut(parts.photos, side, std::max(2, even(stripe_share * frame.shorter)));
    }
    if (layout.framed) {
        const int margin = std::max(2, even(frame_share * frame.shorter));
        parts.photos = without_edges(
            parts.photos, {side == Side::top ? 0 : margin, side == Side::right ? 0 : margin,
                           side == Side::bottom ? 0 : margin, side == Side::left ? 0 : margin});
    }
    return parts;
}

std::vector<PixelRect> photo_cells(const PixelRect& photos, Cells cells, int count,
                                   const PostFrame& frame) {
    const int gap = std::max(2, even(gap_share * frame.shorter));
    if (cells == Cells::mosaic) return mosaic(photos, count, gap);
    const bool wide = photos.width > photos.height * 1.05;
    auto line = in_line(photos, count, wide, gap);
    return are_seen(line, frame) ? line : in_line(photos, count, !wide, gap);
}

}  // namespace mediaedit::internal
