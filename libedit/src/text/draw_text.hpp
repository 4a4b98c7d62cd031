// Draws a text that is already set.
#pragma once

#include "text/set_text.hpp"
#include "text/text_layout.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The plate of the box look behind `text`. Units: em.
EmRect plate_of(const SetText& text) noexcept;

/// The letters alone: as wide as their ink, as high as their lines. Units: em.
EmRect letters_of_lines(const SetText& text) noexcept;

/// Room for `text` in every look. Units: em.
EmRect room_of(const SetText& text) noexcept;

/// Shapes: CV_8UC4 premultiplied RGBA of `size`; the start of the first baseline lies at (origin_x,
/// origin_y). Units: pixels, fractions welcome. Threads: any number may draw the same text.
cv::Mat draw_text(const SetText& text, const TextLook& look, PixelSize size, double em_px,
                  double origin_x, double origin_y);

}  // namespace mediaedit::internal
