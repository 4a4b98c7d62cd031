// Draws, encodes and writes the frames of one result.
#include "video/export/render_job.hpp"

#include "base/message.hpp"
#include "overlay/overlay_art.hpp"
#include "plan/changed_parts.hpp"
#include "plan/need_plan.hpp"
#include "plan/note_enlarged.hpp"
#include "video/export/result_options.hpp"
#include "video/frame/frame_picture.hpp"
#include "video/video_refusal.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace mediaedit::internal {

RenderJob::RenderJob(VideoJobState& state, const FrameReader& frames, Recipe recipe, Plan plan,
                     const CutClock& cuts)
    : state_(state),
      frames_(frames),
      recipe_(std::move(recipe)),
      plan_(std::move(plan)),
      changes_(overlay_changes(recipe_)),
      cuts_(cuts) {
    if (recipe_.constant_rate) rate_ = rate_of(*recipe_.constant_rate);
}

std::unique_ptr<RenderJob> RenderJob::open(VideoJobState& state, const FrameReader& frames,
                                           SettledClip clip, std::span<const KeptRange> ranges,
                                           const CutClock& cuts, const VideoExport& video) {
    auto plan = need_plan(clip.recipe, video.info, clip.focus_changes);
    std::unique_ptr<RenderJob> job(
        new RenderJob(state, frames, std::move(clip.recipe), std::move(plan), cuts));
    job->open_encoder(video);
    job->open_file(ranges);
    job->note_even_size(video.info);
    note_enlarged(job->plan_, MediaKind::video, state.notes);
    return job;
}

void RenderJob::open_encoder(const VideoExport& video) {
    options_ = result_options(state_, plan_, rate_, video);
    const auto& source = *frames_.file().picture().codecpar;
    if (keeps_colours(*state_.job, source)) {
        colour_ = colour_of(source);
        options_.colours = kept_tags(source, options_.size);
    }
    encoder_ = std::make_unique<ResultEncoder>(options_, video.encoders);
    state_.encoder = encoder_->name();
}

void RenderJob::open_file(std::span<const KeptRange> ranges) {
    auto audio = audio_options_of(recipe_);
    for (const auto& range : ranges) {
        const TimeRange kept{cuts_.time(cuts_.begin(range)), cuts_.time(cuts_.end(range))};
        audio.keep.push_back(kept);
        audio.result_duration += *kept.end - kept.start;
    }
    const auto duration = audio.result_duration;
    muxer_ = ResultMuxer::open(*state_.file, encoder_->codec(), options_.time_base,
                               options_.frame_rate, frames_.file(), std::move(audio));
    state_.size = options_.size;
    state_.duration = duration;
}

/// Says nothing of a part chosen by fractions: nobody asked for a size in pixels.
void RenderJob::note_even_size(const MediaInfo& info) {
    if (state_.size == plan_.result || (!recipe_.canvas && plan_.result != info.size)) return;
    const auto text_of = [](PixelSize size) {
        return std::to_string(size.width) + "x" + std::to_string(size.height);
    };
    state_.notes.push_back(
        {"size_made_even",
         tr("Sides of videos are even, so the result has {size} pixels instead of {wish}.",
            {{"size", text_of(state_.size)}, {"wish", text_of(plan_.result)}})});
}

/// Once, or once for each part of its time that shows other overlays.
void RenderJob::put(const ShownFrame& shown) {
    for (const auto& part : looks_of(shown.screen, shown.kept, changes_)) put_part(shown, part);
}

void RenderJob::put_part(const ShownFrame& shown, const ShownPart& part) {
    const auto on_result = [&](Time time) {
        return shown.at + cuts_.ticks(time - shown.kept.from);
    };
    const auto at = on_result(part.part.from);
    const auto until =
        part.part.until == shown.kept.until ? shown.until : on_result(part.part.until);
    const auto base = cuts_.time_base(), clock = options_.time_base;
    if (!rate_) {
        encode(*rendered(shown, part.at), av_rescale_q(at, base, clock));
        return;
    }
    // Each frame of a constant rate shows what the source shows at its middle, so that small
    // variations of the source's rate neither drop nor repeat a frame.
    const auto middle_before = [&](std::int64_t ticks) {
        return av_rescale_q_rnd(2 * ticks, base, clock, AV_ROUND_NEAR_INF);
    };
    Frame made;
    for (; 2 * next_place_ + 1 < middle_before(until); ++next_place_) {
        if (!made) made = rendered(shown, part.at);
        encode(*made, next_place_);
    }
}

Frame RenderJob::rendered(const ShownFrame& shown, Time at) {
    if (!renderer_) {
        const FrameRenderer::Source source{frames_.file().orientation()};
        std::vector<OverlayLayer> layers;
        if (!recipe_.overlays.empty()) {
            // The first frame decides each text's style.
            const OverlayArt art(recipe_.overlays, plan_, *state_.logos, frames_.file().stop());
            FrameRenderer bare(plan_, source, {}, options_.threads);
            layers = art.layers(to_rgb(*bare.render(shown.frame, at, shown.screen)));
            for (auto& note : art.notes()) state_.notes.push_back(std::move(note));
        }
        renderer_ =
            std::make_unique<FrameRenderer>(plan_, source, layers, options_.threads, colour_);
    }
    return renderer_->render(shown.frame, at, shown.screen);
}

void RenderJob::encode(const AVFrame& frame, std::int64_t pts) {
    // Of two frames with the same time on the result's clock the second is dropped.
    if (pts <= last_pts_) return;
    // If nothing at the beginning could be decoded, the first frame is shown from 0, beside the
    // audio.
    if (state_.frames_encoded == 0) pts = 0;
    last_pts_ = pts;
    auto own = share(frame);
    own->pts = pts;
    encoder_->put(own.get());
    ++state_.frames_encoded;
    write_ready();
}

void RenderJob::write_ready() {
    while (encoder_->take(*packet_)) muxer_->put(*packet_);
}

void RenderJob::finish() {
    if (state_.frames_encoded == 0)
        refuse_damaged_video(frames_.file().path(), "no picture could be decoded");
    encoder_->put(nullptr);
    write_ready();
    muxer_->finish();
    const auto notes = muxer_->notes();
    state_.notes.insert(state_.notes.end(), notes.begin(), notes.end());
}

}  // namespace mediaedit::internal
