// The public class Preview.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "engine/scene.hpp"
#include "overlay/overlay_art.hpp"
#include "picture/draw/render.hpp"
#include "picture/geometry/resample.hpp"
#include "plan/need_plan.hpp"

#include <mediaedit/preview.hpp>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace mediaedit {
namespace {

using namespace internal;

/// The size of the first decoding: enough for a window, with little memory.
constexpr int first_side = searched_photo_px;
constexpr double first_side_px = first_side;

double scale_within(PixelSize size, PixelSize within) {
    if (within.width < 1 || within.height < 1)
        fail(ErrorCode::bad_argument, tr("A picture needs at least one pixel to be shown in."),
             "within");
    return std::min({1.0, static_cast<double>(within.width) / size.width,
                     static_cast<double>(within.height) / size.height});
}

/// Scales `size`. With `even`, sides above one pixel become even, as in results of videos.
PixelSize shown_size(PixelSize size, double scale, bool even) {
    const auto shown = [&](int length) {
        const int side = std::max(1, static_cast<int>(std::lround(length * scale)));
        return even && side > 1 ? side & ~1 : side;
    };
    return {shown(size.width), shown(size.height)};
}

PictureView to_view(const cv::Mat& pixels) {
    cv::Mat rgba;
    if (pixels.channels() == 4) rgba = pixels.isContinuous() ? pixels : pixels.clone();
    else cv::cvtColor(pixels, rgba, cv::COLOR_RGB2RGBA);
    return {{rgba.cols, rgba.rows}, std::vector<std::uint8_t>(rgba.datastart, rgba.dataend)};
}

}  // namespace

struct Preview::State {
    [[nodiscard]] const MediaInfo& info() const { return video ? video->info() : photo.info; }

    void decode_at(double share) {
        auto decoded = decode(photo, share, control);
        for (const auto& note : decoded.notes)
            if (std::ranges::find(photo.info.notes, note) == photo.info.notes.end())
                photo.info.notes.push_back(note);
        if (scene) scene = Scene(std::move(decoded.picture.pixels), *scene);
        else scene.emplace(std::move(decoded.picture.pixels));
    }

    std::unique_ptr<VideoPreviewSource> video;  // absent for a photo
    OpenPhoto photo;
    Control control;
    std::optional<Scene> scene;
    LogoShelf logos;

    /// The scene at `share` of the full size or more. Decodes the photo again if it is too small.
    Scene& scene_at(double share) {
        const auto full = photo.info.size;
        const double least = std::min(1.0, first_side_px / std::max(full.width, full.height));
        const double wanted = std::clamp(share, least, 1.0);
        if (!scene || scene->upright().cols + 1 < full.width * wanted ||
            scene->upright().rows + 1 < full.height * wanted)
            decode_at(wanted);
        return *scene;
    }
};

Preview::Preview(std::unique_ptr<State> state) : state_(std::move(state)) {}
Preview::Preview(Preview&&) noexcept = default;
Preview& Preview::operator=(Preview&&) noexcept = default;
Preview::~Preview() = default;

Result<Preview> Preview::open(const std::filesystem::path& source, const Control& control) {
    return guard([&] {
        auto state = std::make_unique<State>();
        if (is_video(source)) state->video = av_parts().open_video_preview(source, control);
        else state->photo = open_photo(source, control.limits);
        state->control = control;
        return Preview(std::move(state));
    });
}

const MediaInfo& Preview::info() const noexcept { return state_->info(); }

Result<PictureView> Preview::original(Time at, PixelSize within) {
    return guard([&] {
        const auto full = info().size;
        const double scale = scale_within(full, within);
        const auto size = shown_size(full, scale, state_->video != nullptr);
        if (state_->video) return to_view(state_->video->original(at, size));
        const cv::Mat& picture = state_->scene_at(scale).upright();
        return to_view(
            resample(picture, {0, 0, picture.cols, picture.rows}, {size.width, size.height}));
    });
}

Result<PictureView> Preview::edited(const Recipe& recipe, Time at, PixelSize within) {
    return guard([&] {
        const auto centred = need_plan(recipe, info());
        const double scale = scale_within(centred.result, within);
        state_->logos.add(recipe, state_->control);
        if (state_->video) {
            const auto picture =
                state_->video->edited(recipe, state_->logos.logos_for(recipe), at, scale);
            const auto size = shown_size(centred.result, scale, true);
            return to_view(
                resample(picture, {0, 0, picture.cols, picture.rows}, {size.width, size.height}));
        }
        auto& scene = state_->scene_at(centred.scale * scale);
        const auto plan = scale_plan(settle(recipe, state_->photo.info, scene).plan, scale);
        const OverlayArt art(recipe.overlays, plan, state_->logos.logos_for(recipe));
        Picture picture = render(scene.turned(plan), plan);
        art.draw(picture.pixels);
        return to_view(picture.pixels);
    });
}

Result<Plan> Preview::planned(const Recipe& recipe) {
    return guard([&] {
        if (state_->video) return state_->video->planned(recipe);
        return settle(recipe, state_->photo.info, state_->scene_at(0)).plan;
    });
}

Result<Subjects> Preview::subjects() {
    return guard([&] {
        if (state_->video)
            return map_subjects(
                       {state_->video->original(
                           Time(0),
                           shown_size(info().size,
                                      scale_within(info().size, {first_side, first_side}), true))},
                       Search::thorough)
                .subjects;
        return state_->scene_at(0).subjects(Plan{}, Area{}, Search::thorough).subjects;
    });
}

}  // namespace mediaedit
