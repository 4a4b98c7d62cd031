// Draws set text with Cairo: plain, with an outline or shadow, or on a box.
#include "text/draw_text.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/canvas.hpp"
#include "text/fonts.hpp"
#include "text/look_sizes.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mediaedit::internal {
namespace {

/// Size and position of a SetText.
struct Place {
    double em_px;
    double x;
    double y;
};

void add_outlines(cairo_t* cairo, const SetText& text, const Place& place) {
    cairo_save(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.em_px / reference_em_px, place.em_px / reference_em_px);
    cairo_new_path(cairo);
    cairo_append_path(cairo, text.outlines.get());
    cairo_restore(cairo);
}

void show_coloured(cairo_t* cairo, const SetText& text, const Place& place, double opacity) {
    if (text.coloured.empty()) return;
    cairo_save(cairo);
    if (opacity < 1) cairo_push_group(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.em_px / reference_em_px, place.em_px / reference_em_px);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (const ColouredGlyphs& run : text.coloured) {
        cairo_matrix_t matrix;
        cairo_scaled_font_get_font_matrix(run.font.get(), &matrix);
        const CairoFontOptionsPtr options(cairo_font_options_create());
        cairo_scaled_font_get_font_options(run.font.get(), options.get());
        cairo_set_font_face(cairo, cairo_scaled_font_get_font_face(run.font.get()));
        cairo_set_font_matrix(cairo, &matrix);
        cairo_set_font_options(cairo, options.get());
        cairo_show_glyphs(cairo, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
    }
    if (opacity < 1) {
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, opacity);
    }
    cairo_restore(cairo);
}

void fill_letters(cairo_t* cairo, const SetText& text, const Place& place, const Color& color) {
    set_source(cairo, color);
    add_outlines(cairo, text, place);
    cairo_fill(cairo);
    show_coloured(cairo, text, place, color.alpha / 255.0);
}

void stroke_letters(cairo_t* cairo, const SetText& text, const Place& place, const Color& color) {
    set_source(cairo, color);
    add_outlines(cairo, text, place);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    // 16 grey levels are enough beneath the letters' 256, and a third of the work.
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    // The letter covers half of the stroke.
    cairo_set_line_width(cairo, 2 * look::outline * place.em_px);
    cairo_stroke(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
}

/// Blurs a shape to a soft shadow. Wide blurs work on a smaller copy, which looks the same and is
/// much faster. Shapes: CV_8UC1.
void soften(cv::Mat& mask, double sigma_px, int radius_px) {
    constexpr double enough_sigma_px = 5;
    const int smaller = std::max(1, static_cast<int>(sigma_px / enough_sigma_px));
    const cv::Size whole((mask.cols + smaller - 1) / smaller * smaller,
                         (mask.rows + smaller - 1) / smaller * smaller);
    cv::Mat small = mask;
    if (smaller > 1) {
        cv::copyMakeBorder(mask, small, 0, whole.height - mask.rows, 0, whole.width - mask.cols,
                           cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
        cv::resize(small, small, whole / smaller, 0, 0, cv::INTER_AREA);
        // Enlarging spreads it by one small pixel.
        radius_px = std::max(1, radius_px / smaller - 1);
    }
    const double sigma = sigma_px / smaller;
    cv::GaussianBlur(small, small, {2 * radius_px + 1, 2 * radius_px + 1}, sigma, sigma,
                     cv::BORDER_CONSTANT | cv::BORDER_ISOLATED);
    // Blurring fades thin strokes; doubling makes the shadow strong enough.
    small.convertTo(small, -1, 2.0);
    if (smaller > 1) {
        cv::resize(small, small, whole, 0, 0, cv::INTER_LINEAR);
        small(cv::Rect({0, 0}, mask.size())).copyTo(mask);
    }
}

/// Paints the letters' shape beneath them, blurred, a little lower and in one colour.
void paint_shadow(Canvas32& canvas, const cv::Mat& letters, double em_px, const Color& color) {
    canvas.finish();
    // Cairo requires aligned rows in an A8 surface.
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, letters.cols);
    cv::Mat aligned(letters.rows, stride, CV_8UC1);
    cv::Mat mask = aligned.colRange(0, letters.cols);
    cv::extractChannel(letters, mask, 3);
    const int drop = static_cast<int>(std::lround(look::shadow_drop * em_px));
    soften(mask, std::max(0.3, look::shadow_sigma * em_px),
           std::max(1, static_cast<int>(look::reach * em_px) - drop));
    const CairoSurfacePtr surface(cairo_image_surface_create_for_data(
        mask.data, CAIRO_FORMAT_A8, letters.cols, letters.rows, stride));
    set_source(canvas.cairo(), color);
    cairo_set_operator(canvas.cairo(), CAIRO_OPERATOR_DEST_OVER);
    cairo_mask_surface(canvas.cairo(), surface.get(), 0, drop);
}

/// Swaps Cairo's blue and red; in place, to save memory with large texts.
void to_rgba(cv::Mat& bgra) {
    for (int y = 0; y < bgra.rows; ++y) {
        auto* pixel = bgra.ptr<std::uint32_t>(y);
        for (const auto* end = pixel + bgra.cols; pixel != end; ++pixel)
            *pixel = (*pixel & 0xFF00FF00) | (*pixel >> 16 & 0xFF) | (*pixel & 0xFF) << 16;
    }
}

void fill_plate(cairo_t* cairo, const SetText& text, const Place& place, const Color& color) {
    const EmRect plate = plate_of(text);
    set_source(cairo, color);
    add_rounded_rectangle(cairo, place.x + plate.left * place.em_px,
                          place.y + plate.top * place.em_px, plate.width() * place.em_px,
                          plate.height() * place.em_px, look::corner * place.em_px);
    cairo_fill(cairo);
}

}  // namespace

EmRect plate_of(const SetText& text) noexcept {
    const EmRect& lines = text.lines_area;
    return {std::min(lines.left - look::pad_across, text.ink.left - look::pad_least),
            std::min(lines.top - look::cap_height - look::pad_down, text.ink.top - look::pad_least),
            std::max(lines.right + look::pad_across, text.ink.right + look::pad_least),
            std::max(lines.bottom + look::pad_down, text.ink.bottom + look::pad_least)};
}

EmRect letters_of_lines(const SetText& text) noexcept {
    const EmRect& lines = text.lines_area;
    return {text.ink.left, std::min(lines.top - look::ascender, text.ink.top), text.ink.right,
            std::max(lines.bottom + look::descender, text.ink.bottom)};
}

EmRect room_of(const SetText& text) noexcept {
    const EmRect plate = plate_of(text);
    return {std::min(plate.left, text.ink.left - look::reach),
            std::min(plate.top, text.ink.top - look::reach),
            std::max(plate.right, text.ink.right + look::reach),
            std::max(plate.bottom, text.ink.bottom + look::reach)};
}

cv::Mat draw_text(const SetText& text, const TextLook& look, PixelSize size, double em_px,
                  double origin_x, double origin_y) {
    const Place place{em_px, origin_x, origin_y};
    cv::Mat pixels = cv::Mat::zeros(size.height, size.width, CV_8UC4);
    Canvas32 canvas(pixels);
    if (look.style == TextStyle::outline) stroke_letters(canvas.cairo(), text, place, look.behind);
    if (look.style == TextStyle::box) fill_plate(canvas.cairo(), text, place, look.behind);
    fill_letters(canvas.cairo(), text, place, look.color);
    if (look.style == TextStyle::shadow) paint_shadow(canvas, pixels, em_px, look.behind);
    canvas.finish();
    to_rgba(pixels);
    return pixels;
}

}  // namespace mediaedit::internal
