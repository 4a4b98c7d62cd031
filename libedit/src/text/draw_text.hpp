// Draws set text.
#pragma once

#include "text/set_text.hpp"
#include "text/text_layout.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The box behind `text` in TextStyle::box. Units: em.
EmRect plate_of(const SetText& text) noexcept;

/// The letters only: as wide as their ink, as high as their lines. Units: em.
EmRect letters_of_lines(const SetText& text) noexcept;

/// The space that `text` needs in any style. Units: em.
EmRect room_of(const SetText& text) noexcept;

/// Shapes: CV_8UC4 premultiplied RGBA of `size`; the first baseline starts at (origin_x, origin_y).
/// Units: pixels, may be fractions. Threads: any number may draw the same text.
cv::Mat draw_text(const SetText& text, const TextLook& look, PixelSize size, double em_px,
                  double origin_x, double origin_y);

}  // namespace mediaedit::internal
