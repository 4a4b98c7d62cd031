// Laying out and drawing text by Pango and Cairo.
//
// A text is set once at a fixed size, unhinted, and scaled by Cairo: its lines break at the same words in a thumbnail
// and in the finished file. It is drawn at once into two masks, letters and their outline; a look only colours them.
#include "text/text_layout.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/pango.hpp"
#include "text/place_box.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Letters' height at which lines are broken. Large enough that Pango's rounding to 1/1024 cannot be seen.
constexpr double set_size = 200;
constexpr double line_spacing = 1.12;
constexpr double outline_width = 0.09;   // of the letters' height, half of it outside the letter
constexpr double box_padding_x = 0.45, box_padding_y = 0.28, box_rounding = 0.28;
constexpr double shadow_offset = 0.05, shadow_blur = 0.07;
constexpr double smallest_share = 0.6;
constexpr double shrink_step = 0.94;
constexpr std::size_t max_characters = 2000;

PangoAlignment alignment(Anchor anchor) {
    switch (static_cast<int>(anchor) % 3) {
        case 0: return PANGO_ALIGN_LEFT;
        case 1: return PANGO_ALIGN_CENTER;
        default: return PANGO_ALIGN_RIGHT;
    }
}

/// Lines at `set_size`, at most `max_width` (of the same units) wide.
LayoutHandle set_lines(const TextOverlay& overlay, Anchor anchor, double max_width) {
    auto layout = new_layout();
    const DescriptionHandle font(pango_font_description_from_string(overlay.font.c_str()));
    pango_font_description_set_absolute_size(font.get(), set_size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), overlay.text.c_str(), static_cast<int>(overlay.text.size()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), static_cast<int>(std::lround(max_width * PANGO_SCALE)));
    pango_layout_set_alignment(layout.get(), alignment(anchor));
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(line_spacing));
    // A right-to-left text in a left-anchored place keeps to its anchor.
    pango_layout_set_auto_dir(layout.get(), TRUE);
    return layout;
}

struct Extents {
    double x = 0, y = 0, width = 0, height = 0;
};

/// The smallest box around ink and lines, so that neither an overhanging letter nor a descender is cut.
Extents extents_of(PangoLayout* layout) {
    PangoRectangle ink{}, lines{};
    pango_layout_get_extents(layout, &ink, &lines);
    const double unit = PANGO_SCALE;
    const double left = std::min(ink.x, lines.x) / unit, top = std::min(ink.y, lines.y) / unit;
    const double right = std::max(ink.x + ink.width, lines.x + lines.width) / unit, bottom = std::max(ink.y + ink.height, lines.y + lines.height) / unit;
    return {left, top, std::max(1.0, right - left), std::max(1.0, bottom - top)};
}

void check_text(const std::string& text) {
    if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
        fail(ErrorCode::bad_recipe, tr("A text is not valid UTF-8, so it cannot be written on the picture."), "text");
    if (static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size()))) > max_characters)
        fail(ErrorCode::bad_recipe, tr("A text is too long for a picture; at most {count} characters.", {{"count", std::to_string(max_characters)}}), "text");
}

/// The mask laid in one colour, premultiplied, over what is there.
void lay_mask(cv::Mat& rgba, const cv::Mat& mask, Color color) {
    for (int y = 0; y < rgba.rows; ++y) {
        auto* to = rgba.ptr<cv::Vec4b>(y);
        const auto* from = mask.ptr<unsigned char>(y);
        for (int x = 0; x < rgba.cols; ++x) {
            if (from[x] == 0) continue;
            const int alpha = from[x] * color.alpha / 255;
            const int rest = 255 - alpha;
            const int over[4] = {color.red * alpha, color.green * alpha, color.blue * alpha, 255 * alpha};
            for (int c = 0; c < 4; ++c) to[x][c] = static_cast<unsigned char>((over[c] + to[x][c] * rest + 127) / 255);
        }
    }
}

/// Premultiplied pixels (colour emoji) over what is there.
void lay_pixels(cv::Mat& rgba, const cv::Mat& above) {
    for (int y = 0; y < rgba.rows; ++y) {
        auto* to = rgba.ptr<cv::Vec4b>(y);
        const auto* from = above.ptr<cv::Vec4b>(y);
        for (int x = 0; x < rgba.cols; ++x) {
            if (from[x][3] == 0) continue;
            for (int c = 0; c < 4; ++c) to[x][c] = static_cast<unsigned char>(std::min(255, from[x][c] + (to[x][c] * (255 - from[x][3]) + 127) / 255));
        }
    }
}

}  // namespace

struct TextLayout::State {
    PixelRect box;
    int lines = 0;
    bool overflows = false;
    double em = 0;
    cv::Mat letters;  // CV_8U coverage
    cv::Mat outline;  // CV_8U coverage, letters included
    cv::Mat emoji;    // CV_8UC4 premultiplied, empty without colour glyphs

    /// Draws both masks at the settled size; Pango is not needed after this, so any thread may colour them.
    void draw_masks(PangoLayout* layout, const Extents& extents, double scale, double padding_x, double padding_y);
};

void TextLayout::State::draw_masks(PangoLayout* layout, const Extents& extents, double scale, double padding_x, double padding_y) {
    const auto paint = [&](cv::Mat& to, auto draw) {
        const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, box.width, box.height));
        const CairoHandle cairo(cairo_create(surface.get()));
        cairo_translate(cairo.get(), padding_x, padding_y);
        cairo_scale(cairo.get(), scale, scale);
        cairo_translate(cairo.get(), -extents.x, -extents.y);
        draw(cairo.get());
        cairo_surface_flush(surface.get());
        if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
        cv::Mat(box.height, box.width, CV_8UC4, cairo_image_surface_get_data(surface.get()), static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()))).copyTo(to);
    };
    cv::Mat pixels;
    paint(pixels, [&](cairo_t* cairo) {
        cairo_set_source_rgb(cairo, 1, 1, 1);
        pango_cairo_show_layout(cairo, layout);
    });
    cv::extractChannel(pixels, letters, 3);
    // White letters have equal channels; what differs came from colour glyphs.
    bool has_color = false;
    cv::Mat is_color(pixels.size(), CV_8U, cv::Scalar(0));
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x) {
            const auto& p = pixels.at<cv::Vec4b>(y, x);
            const bool colored = p[3] > 0 && (std::abs(p[0] - p[3]) > 2 || std::abs(p[1] - p[3]) > 2 || std::abs(p[2] - p[3]) > 2);
            if (colored) is_color.at<unsigned char>(y, x) = 255;
            has_color |= colored;
        }
    if (has_color) {
        cv::cvtColor(pixels, emoji, cv::COLOR_BGRA2RGBA);
        // White parts inside a colour glyph belong to it: everything within reach of its coloured pixels.
        const int reach = std::max(3, static_cast<int>(em * 0.12)) | 1;
        cv::morphologyEx(is_color, is_color, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {reach, reach}));
        emoji.setTo(cv::Scalar::all(0), is_color == 0);
        letters.setTo(0, is_color != 0);
    }
    paint(pixels, [&](cairo_t* cairo) {
        cairo_set_source_rgb(cairo, 1, 1, 1);
        pango_cairo_layout_path(cairo, layout);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cairo, set_size * outline_width * 2);
        cairo_stroke_preserve(cairo);
        cairo_fill(cairo);
    });
    cv::extractChannel(pixels, outline, 3);
}

TextLayout::TextLayout(const TextOverlay& overlay, const PlannedOverlay& plan) : state_(std::make_unique<State>()) {
    check_text(overlay.text);
    auto& state = *state_;
    double share = 1;
    for (;; share *= shrink_step) {
        const double em = plan.size_px * share;
        const double padding_x = std::ceil(em * box_padding_x), padding_y = std::ceil(em * box_padding_y);
        const double room = std::max(em * 0.5, plan.max_width_px - 2 * padding_x);
        const double scale = em / set_size;
        const auto layout = set_lines(overlay, plan.anchor, room / scale);
        const auto extents = extents_of(layout.get());
        const PixelSize size{static_cast<int>(std::ceil(extents.width * scale + 2 * padding_x)), static_cast<int>(std::ceil(extents.height * scale + 2 * padding_y))};
        const bool fits = size.width <= plan.within.width && size.height <= plan.within.height;
        if (!fits && share * shrink_step >= smallest_share) continue;
        state.box = place_box(size, plan.within, plan.anchor);
        state.lines = pango_layout_get_line_count(layout.get());
        state.overflows = !fits;
        state.em = em;
        state.draw_masks(layout.get(), extents, scale, padding_x, padding_y);
        return;
    }
}

TextLayout::TextLayout(TextLayout&&) noexcept = default;
TextLayout& TextLayout::operator=(TextLayout&&) noexcept = default;
TextLayout::~TextLayout() = default;

PixelRect TextLayout::box() const noexcept { return state_->box; }
int TextLayout::lines() const noexcept { return state_->lines; }
bool TextLayout::overflows() const noexcept { return state_->overflows; }

namespace {

cv::Mat rounded_box(int width, int height, double radius) {
    // Drawn four times as large and averaged: smooth corners.
    constexpr int fine = 4;
    const int r = std::max(1, static_cast<int>(std::min({radius, width / 2.0, height / 2.0}) * fine));
    cv::Mat large(height * fine, width * fine, CV_8U, cv::Scalar(0));
    cv::rectangle(large, {r, 0}, {large.cols - 1 - r, large.rows - 1}, cv::Scalar(255), cv::FILLED);
    cv::rectangle(large, {0, r}, {large.cols - 1, large.rows - 1 - r}, cv::Scalar(255), cv::FILLED);
    for (const int x : {r, large.cols - 1 - r})
        for (const int y : {r, large.rows - 1 - r}) cv::circle(large, {x, y}, r, cv::Scalar(255), cv::FILLED);
    cv::Mat mask;
    cv::resize(large, mask, {width, height}, 0, 0, cv::INTER_AREA);
    return mask;
}

cv::Mat soft_shadow(const cv::Mat& letters, double em) {
    cv::Mat moved(letters.size(), CV_8U, cv::Scalar(0));
    const int down = std::max(1, static_cast<int>(std::lround(em * shadow_offset)));
    letters.rowRange(0, letters.rows - down).copyTo(moved.rowRange(down, letters.rows));
    cv::Mat soft;
    cv::GaussianBlur(moved, soft, {}, std::max(0.8, em * shadow_blur));
    soft.convertTo(soft, CV_8U, 1.7);
    return soft;
}

}  // namespace

Layer TextLayout::draw(const TextLook& look) const {
    const auto& state = *state_;
    cv::Mat rgba(state.box.height, state.box.width, CV_8UC4, cv::Scalar::all(0));
    if (look.style == TextStyle::box) lay_mask(rgba, rounded_box(rgba.cols, rgba.rows, state.em * box_rounding), look.behind);
    else if (look.style == TextStyle::outline) lay_mask(rgba, state.outline, look.behind);
    else if (look.style == TextStyle::shadow) lay_mask(rgba, soft_shadow(state.letters, state.em), look.behind);
    lay_mask(rgba, state.letters, look.color);
    if (!state.emoji.empty()) lay_pixels(rgba, state.emoji);
    return {rgba, state.box.x, state.box.y};
}

}  // namespace mediaedit::internal
