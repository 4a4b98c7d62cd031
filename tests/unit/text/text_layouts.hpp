// Lays out and draws a text on a canvas.
#pragma once

#include "language/code_points.hpp"
#include "plan/overlay_plan.hpp"
#include "text/layer.hpp"
#include "text/text_layout.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/imgproc.hpp>

#include <array>

namespace mediaedit::test {

inline constexpr std::array looks{TextStyle::plain, TextStyle::outline, TextStyle::shadow,
                                  TextStyle::box};

inline Canvas canvas_of(int width, int height) {
    Canvas canvas;
    canvas.size = {width, height};
    return canvas;
}

inline TextOverlay text_of(std::string text, Anchor anchor = Anchor::center,
                           TextStyle style = TextStyle::plain) {
    TextOverlay overlay;
    overlay.text = std::move(text);
    overlay.anchor = anchor;
    overlay.style = style;
    return overlay;
}

inline internal::TextLayout layout_of(const TextOverlay& overlay, const Canvas& canvas) {
    return {overlay, internal::plan_overlay(overlay, 0, canvas)};
}

/// The bounding box of all pixels with at least `least_alpha`, in the result.
inline PixelRect ink_of(const internal::Layer& layer, int least_alpha = 1) {
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Rect ink = cv::boundingRect(alpha >= least_alpha);
    return {layer.x + ink.x, layer.y + ink.y, ink.width, ink.height};
}

inline internal::Layer drawn(const TextOverlay& overlay, const Canvas& canvas) {
    return layout_of(overlay, canvas).draw(internal::choose_look(overlay, {}), canvas.size);
}

}  // namespace mediaedit::test
