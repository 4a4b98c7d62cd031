// Applies a recipe to the frames of a video.
#include "video/frame/frame_renderer.hpp"

#include "picture/color/adjust.hpp"
#include "picture/opencv_pool.hpp"
#include "plan/hide_path.hpp"
#include "video/frame/colour_cube.hpp"
#include "video/frame/frame_geometry.hpp"
#include "video/frame/plane_scaler.hpp"
#include "video/frame/side_by_side.hpp"
#include "video/frame/yuv_background.hpp"
#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_hide.hpp"
#include "video/frame/yuv_layer.hpp"
#include "video/frame/yuv_matrix.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Maps a hidden area of the turned picture to the placed one, with every pixel that it touches.
PixelRect on_placed(const PixelRect& area, const PixelRect& crop, const PixelRect& placed) {
    const double x = static_cast<double>(placed.width) / crop.width,
                 y = static_cast<double>(placed.height) / crop.height;
    const int left = static_cast<int>(std::floor((area.x - crop.x) * x)),
              top = static_cast<int>(std::floor((area.y - crop.y) * y));
    const int right = static_cast<int>(std::ceil((area.x + area.width - crop.x) * x)),
              bottom = static_cast<int>(std::ceil((area.y + area.height - crop.y) * y));
    return {left, top, right - left, bottom - top};
}

PixelSize stored_size(PixelSize upright, Orientation orientation) {
    return swaps_sides(orientation) ? PixelSize{upright.height, upright.width} : upright;
}

/// Built again only when the frame's format changes.
const YuvPicture& kept(YuvPicture& picture, PixelSize size, int type) {
    if (picture.size() != size || picture.y.type() != type) picture = make_yuv(size, type);
    return picture;
}

void turn(const YuvPicture& from, Orientation orientation, const YuvPicture& to) {
    cv::Mat y = to.y, u = to.u, v = to.v;
    set_upright(from.y, orientation, y);
    set_upright(from.u, orientation, u);
    set_upright(from.v, orientation, v);
}

}  // namespace

struct FrameRenderer::State {
    Plan plan;
    Orientation orientation;
    int threads;
    FrameColour made_in;
    YuvCodes codes;
    PixelSize result;
    PixelRect within, placed;  ///< the plan's frame, and the picture in it
    PixelRect first_window;
    Edges crop;  ///< as stored
    std::vector<YuvLayer> layers;
    PlaneScaler scaler;
    std::optional<FrameColour> colour;
    std::optional<ColourCube> cube;
    std::optional<YuvMatrix> matrix;
    YuvPicture deep, stored, whole;  ///< buffers, kept from frame to frame

    State(const Plan& full_plan, Orientation file, std::span<const OverlayLayer> overlays,
          int most_threads, const FrameColour& wanted);
    void look_through(const PixelRect& window);
    void learn_colour(const AVFrame& frame);
    void read(const AVFrame& frame, const Edges& part, const YuvPicture& to);
    void place(const AVFrame& frame, const YuvPicture& to);
    void place_straightened(const AVFrame& frame, const YuvPicture& to);
    void draw(const AVFrame& frame, const OnScreen& screen, const YuvPicture& seen);
    void settle_adjust(const Adjust& chosen, const YuvPicture& unadjusted);
};

FrameRenderer::State::State(const Plan& full_plan, Orientation file,
                            std::span<const OverlayLayer> overlays, int most_threads,
                            const FrameColour& wanted)
    : plan(full_plan),
      orientation(composed(file, full_plan.turn, full_plan.mirror)),
      threads(std::max(1, most_threads)),
      made_in(wanted),
      codes(wanted),
      result(even_size(full_plan.result)),
      within(even_box(full_plan.frame, result)),
      placed(even_box(full_plan.placed, result)) {
    start_opencv_pool(threads);
    first_window = plan.crop;
    for (const auto& layer : overlays) layers.emplace_back(layer, result, codes);
}

void FrameRenderer::State::look_through(const PixelRect& window) {
    const double width = plan.turned.width, height = plan.turned.height;
    plan.crop = window;
    crop = as_stored({window.x / width, window.y / height, (window.x + window.width) / width,
                      (window.y + window.height) / height},
                     orientation);
}

void FrameRenderer::State::learn_colour(const AVFrame& frame) {
    const auto found = colour_of(frame);
    if (colour == found) return;
    colour = found;
    cube.reset();
    const auto& chosen = plan.adjust;
    const bool adjusts =
        chosen.light != 0 || chosen.contrast != 0 || chosen.color != 0 || chosen.warmth != 0;
    if (needs_tone_map(found) || adjusts) cube.emplace(found, peak_nits(frame), chosen);
    matrix.emplace(found, made_in);
}

/// `part` of the frame, as stored, converted to the result's colours.
void FrameRenderer::State::read(const AVFrame& frame, const Edges& part, const YuvPicture& to) {
    learn_colour(frame);
    if (cube) {
        scaler.scale(frame, part, kept(deep, to.size(), CV_16U), threads);
        cube->apply(deep, to, threads);
    } else {
        scaler.scale(frame, part, to, threads);
        matrix->apply(to, threads);
    }
}

void FrameRenderer::State::place(const AVFrame& frame, const YuvPicture& to) {
    // swscale writes whole vectors, beyond the end of rows.
    if (orientation == Orientation::upright && placed.width == result.width) {
        read(frame, crop, to);
        return;
    }
    read(frame, crop, kept(stored, stored_size(to.size(), orientation), CV_8U));
    turn(stored, orientation, to);
}

void FrameRenderer::State::place_straightened(const AVFrame& frame, const YuvPicture& to) {
    const auto before = before_straightening(plan);
    const double scale =
        std::min(1.0, std::max(static_cast<double>(placed.width) / plan.crop.width,
                               static_cast<double>(placed.height) / plan.crop.height));
    const auto size = even_size({static_cast<int>(std::ceil(before.width * scale)) + 1,
                                 static_cast<int>(std::ceil(before.height * scale)) + 1});
    read(frame, {}, kept(stored, stored_size(size, orientation), CV_8U));
    turn(stored, orientation, kept(whole, size, CV_8U));
    const std::array<std::pair<cv::Mat, cv::Mat>, 3> planes{
        {{whole.y, to.y}, {whole.u, to.u}, {whole.v, to.v}}};
    in_parts(3, threads, [&](int i) {
        auto [from, target] = planes[static_cast<std::size_t>(i)];
        cv::warpAffine(from, target, straightening(plan, target.size(), from.size()), target.size(),
                       cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    });
}

void FrameRenderer::State::draw(const AVFrame& frame, const OnScreen& screen,
                                const YuvPicture& seen) {
    const auto later =
        std::ranges::upper_bound(plan.windows, screen.until - Time(1), {}, &PlannedWindow::from);
    look_through(later == plan.windows.begin() ? first_window : std::prev(later)->crop);
    if (plan.straighten_deg != 0) place_straightened(frame, seen);
    else place(frame, seen);
    in_parts(1, threads, [&](int) {
        for (const auto& hidden : plan.hidden)
            if (is_covered(screen, hidden.when))
                hide(seen, on_placed(area_on(hidden, screen), plan.crop, placed), hidden.with,
                     codes);
    });
}

void FrameRenderer::State::settle_adjust(const Adjust& chosen, const YuvPicture& unadjusted) {
    const auto measured = measure_automatic(to_rgb(unadjusted));
    const auto sum = [](double one, double other) { return std::clamp(one + other, -1.0, 1.0); };
    plan.adjust = {sum(chosen.light, measured.light), sum(chosen.contrast, measured.contrast),
                   sum(chosen.color, measured.color), sum(chosen.warmth, measured.warmth), false};
    colour.reset();  // the old table had no adjustment
}

FrameRenderer::FrameRenderer(const Plan& plan, const Source& source,
                             std::span<const OverlayLayer> layers, int threads,
                             const FrameColour& made_in)
    : state_(std::make_unique<State>(plan, source.orientation, layers, threads, made_in)) {}
FrameRenderer::~FrameRenderer() = default;

Frame FrameRenderer::render(const AVFrame& frame, Time at, const OnScreen& screen) {
    auto& s = *state_;
    auto made = new_bt709_frame(s.result);
    made->pts = frame.pts;
    made->colorspace = s.made_in.matrix;
    made->color_range = s.made_in.range;
    const auto picture = planes_of(*made);
    const auto seen = picture.part(s.placed);
    if (s.plan.adjust.automatic) {
        const auto chosen = std::exchange(s.plan.adjust, Adjust{});
        s.draw(frame, screen, seen);
        s.settle_adjust(chosen, seen);
    }
    s.draw(frame, screen, seen);
    if (seen.size() != s.result) {
        const bool blurs = s.plan.fit == Fit::blur && s.placed != s.within;
        const PixelRect in_frame{s.placed.x - s.within.x, s.placed.y - s.within.y, s.placed.width,
                                 s.placed.height};
        if (blurs)
            in_parts(1, s.threads, [&](int) { blur_behind(picture.part(s.within), in_frame); });
        fill_behind(picture, blurs ? s.within : s.placed, s.plan.background);
    }
    for (const auto& layer : s.layers)
        if (!layer.when() || layer.when()->contains(at)) layer.blend(picture);
    return made;
}

const Adjust& FrameRenderer::adjust() const { return state_->plan.adjust; }

}  // namespace mediaedit::internal
