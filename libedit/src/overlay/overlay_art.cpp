// The overlays of one result.
#include "overlay/overlay_art.hpp"

#include "base/cancel.hpp"
#include "base/message.hpp"
#include "picture/draw/blend.hpp"
#include "picture/geometry/resample.hpp"
#include "text/panel_layer.hpp"
#include "text/place_box.hpp"
#include "text/qr_layer.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mediaedit::internal {
namespace {

Layer make_logo_layer(const cv::Mat& logo, const PlannedOverlay& plan) {
    const double scale =
        std::min({static_cast<double>(plan.size_px) / std::max(logo.cols, logo.rows),
                  static_cast<double>(plan.within.width) / logo.cols,
                  static_cast<double>(plan.within.height) / logo.rows});
    const PixelSize size{std::max(1, static_cast<int>(std::lround(logo.cols * scale))),
                         std::max(1, static_cast<int>(std::lround(logo.rows * scale)))};
    const auto box = place_box(size, plan.within, plan.anchor);
    return {premultiplied(resample(logo, {0, 0, logo.cols, logo.rows}, {size.width, size.height})),
            box.x, box.y};
}

Layer make_picture_layer(const Logo& logo, const PictureOverlay& overlay,
                         const PlannedOverlay& plan) {
    return plan.in_area ? make_photo_layer(logo, overlay, plan)
                        : make_logo_layer(logo.pixels, plan);
}

/// Linear light of an 8-bit sRGB value, by WCAG.
const std::array<float, 256>& linear_light() {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (int i = 0; i < 256; ++i) {
            const double value = i / 255.0;
            values[i] = static_cast<float>(
                value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        return values;
    }();
    return table;
}

/// Whether the ranges overlap.
bool meet(const std::optional<TimeRange>& one, const std::optional<TimeRange>& other) {
    if (!one || !other) return true;
    return (!one->end || other->start < *one->end) && (!other->end || one->start < *other->end);
}

}  // namespace

Backdrop measure_backdrop(const cv::Mat& picture, const PixelRect& box) {
    const cv::Rect inside =
        cv::Rect(box.x, box.y, box.width, box.height) & cv::Rect(0, 0, picture.cols, picture.rows);
    if (inside.empty()) return {0, 1, 1};
    // A small copy is faster, and single bright pixels do not make a text unreadable.
    const cv::Size small(std::min(inside.width, 96), std::min(inside.height, 96));
    const cv::Mat copy = resample(picture, inside, small);

    const auto& linear = linear_light();
    std::vector<float> lights;
    lights.reserve(static_cast<std::size_t>(small.area()));
    double differences = 0;
    for (int y = 0; y < copy.rows; ++y) {
        const auto* pixel = copy.ptr<unsigned char>(y);
        for (int x = 0; x < copy.cols; ++x, pixel += copy.channels()) {
            lights.push_back(0.2126f * linear[pixel[0]] + 0.7152f * linear[pixel[1]] +
                             0.0722f * linear[pixel[2]]);
            if (x > 0)
                differences += std::abs(lights[lights.size() - 1] - lights[lights.size() - 2]);
        }
    }
    const double pairs = std::max(1, (copy.cols - 1) * copy.rows);
    std::sort(lights.begin(), lights.end());
    const auto at = [&](double share) {
        return static_cast<double>(
            lights[static_cast<std::size_t>(share * static_cast<double>(lights.size() - 1))]);
    };
    return {at(0.05), at(0.95), differences / pairs};
}

OverlayArt::OverlayArt(const std::vector<Overlay>& overlays, const Plan& plan, const Logos& logos,
                       std::stop_token stop)
    : stop_(std::move(stop)) {
    for (const auto& planned : plan.overlays) {
        leave_if_stopped(stop_);
        const auto& overlay = overlays.at(planned.index);
        const auto when = std::visit([](const auto& any) { return any.when; }, overlay);
        if (const auto* text = std::get_if<TextOverlay>(&overlay))
            entries_.push_back({planned.index, when, Text{*text, TextLayout(*text, planned)}});
        else if (const auto* code = std::get_if<QrOverlay>(&overlay))
            entries_.push_back(
                {planned.index, when, FixedLayer{make_qr_layer(code->text, planned), 1.0}});
        else if (const auto* logo = std::get_if<PictureOverlay>(&overlay))
            entries_.push_back(
                {planned.index, when,
                 FixedLayer{make_picture_layer(logos.at(logo_key(*logo)), *logo, planned),
                            logo->opacity}});
        else if (const auto* panel = std::get_if<PanelOverlay>(&overlay))
            entries_.push_back(
                {planned.index, when, FixedLayer{make_panel_layer(*panel, planned), 1.0}});
    }
}

void OverlayArt::draw(cv::Mat& picture) const {
    for (const auto& entry : entries_) {
        leave_if_stopped(stop_);
        if (const auto* fixed = std::get_if<FixedLayer>(&entry.art)) {
            blend(picture, fixed->layer, fixed->opacity);
            continue;
        }
        const auto& text = std::get<Text>(entry.art);
        const auto look = choose_look(text.overlay, measure_backdrop(picture, text.layout.box()));
        blend(picture, text.layout.draw(look, {picture.cols, picture.rows}));
    }
}

std::vector<OverlayLayer> OverlayArt::layers(const cv::Mat& picture) const {
    std::vector<OverlayLayer> layers;
    for (const auto& entry : entries_) {
        leave_if_stopped(stop_);
        if (const auto* fixed = std::get_if<FixedLayer>(&entry.art)) {
            layers.push_back({entry.index, fixed->layer, fixed->opacity, entry.when});
            continue;
        }
        const auto& text = std::get<Text>(entry.art);
        cv::Mat beneath = picture.clone();
        for (const auto& layer : layers)
            if (meet(layer.when, entry.when)) blend(beneath, layer.layer, layer.opacity);
        const auto look = choose_look(text.overlay, measure_backdrop(beneath, text.layout.box()));
        layers.push_back(
            {entry.index, text.layout.draw(look, {picture.cols, picture.rows}), 1, entry.when});
    }
    return layers;
}

std::vector<Note> OverlayArt::notes() const {
    bool overflows = false, breaks_word = false, lacks_letters = false;
    std::vector<Note> notes;
    for (const auto& entry : entries_) {
        const auto* text = std::get_if<Text>(&entry.art);
        if (text == nullptr) continue;
        overflows = overflows || text->layout.overflows();
        breaks_word = breaks_word || text->layout.breaks_word();
        lacks_letters = lacks_letters || text->layout.missing_letters() > 0;
        if (text->layout.font_used().empty()) continue;
        const Note replaced{"font_replaced",
                            tr("The font \"{font}\" is not installed on this computer; {used} was "
                               "used instead. Install it, or choose another.",
                               {{"font", text->overlay.font}, {"used", text->layout.font_used()}})};
        if (std::find(notes.begin(), notes.end(), replaced) == notes.end())
            notes.push_back(replaced);
    }
    if (overflows)
        notes.push_back({"text_overflows",
                         tr("A text is too long for its place; shorten it or make it smaller.")});
    if (breaks_word)
        notes.push_back({"word_broken", tr("A word is too long for one line and was broken; make "
                                           "the text smaller, or use a shorter word.")});
    if (lacks_letters)
        notes.push_back(
            {"letters_missing",
             tr("No font on this computer has some letters of a text, so boxes stand in their "
                "place; install a font that has them, or write it with other letters.")});
    return notes;
}

}  // namespace mediaedit::internal
