// A video decoded once, and made anew for each job.
#include "video/export/render_video.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/thread_count.hpp"
#include "plan/changed_parts.hpp"
#include "plan/need_plan.hpp"
#include "plan/note_enlarged.hpp"
#include "plan/screen_time.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/audio/sound_line.hpp"
#include "video/container/mp4_writer.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/encode/result_encoder.hpp"
#include "video/frame/frame_colour.hpp"
#include "video/frame/frame_picture.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/video_refusal.hpp"

#include <mediaedit/plan.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Any rate can be told in these to a microsecond's tenth: what cameras use divides it.
constexpr AVRational fine_clock{1, 90'000};

/// A rate as the fraction that is meant: 29.97 is 30000/1001.
AVRational rate_of(double rate) {
    const double over_1001 = rate * 1.001;
    if (std::abs(over_1001 - std::round(over_1001)) < 0.002 &&
        std::abs(rate - std::round(rate)) > 0.005)
        return {static_cast<int>(std::lround(over_1001)) * 1000, 1001};
    return av_d2q(rate, 100'000);
}

/// A frame on its way from the source's clock to the result's.
struct ShownFrame {
    const AVFrame& frame;
    OnScreen screen;                 ///< on the source's clock
    OnScreen kept;                   ///< what the result has of that
    std::int64_t at = 0, until = 0;  ///< that on the result's. Units: ticks of CutClock
};

/// Of sound and pictures together; 0: unknown.
std::int64_t bits_of_source(const MediaInfo& info) {
    const auto length = info.duration.value_or(Time(0));
    if (length <= Time(0)) return 0;
    return std::llround(8e6 * static_cast<double>(info.bytes) /
                        static_cast<double>(length.count()));
}

/// Errors: too_large, when making such pictures takes more than the limits allow.
void check_result_size(PixelSize size, const Limits& limits) {
    constexpr int most_side_px = 16'384;  // of H.264
    constexpr std::int64_t bytes_a_pixel =
        24;  // of pictures on their way through the encoder, at the least
    const auto pixels = std::int64_t{size.width} * size.height;
    const int longest = std::max(size.width, size.height);
    if (longest <= std::min(limits.max_side_px, most_side_px) && pixels <= limits.max_pixels &&
        pixels <= limits.max_memory_bytes / bytes_a_pixel)
        return;
    fail(ErrorCode::too_large,
         tr("A picture of {size} pixels takes more memory than is allowed; choose a smaller size.",
            {{"size", std::to_string(size.width) + " x " + std::to_string(size.height)}}));
}

/// Whether the codes of the source's colours serve as they are. A placement, a tone map and
/// adjustments want BT.709.
bool keeps_colours(const Job& job, const AVCodecParameters& source) {
    return !job.recipe.canvas && !job.output.max_bits_per_second && job.recipe.adjust == Adjust{} &&
           !needs_tone_map(colour_of(source));
}

/// The way of the frames to one result.
class RenderJob {
public:
    RenderJob(VideoJobState& piece, const FrameReader& frames, SettledClip clip,
              std::span<const KeptRange> ranges, const CutClock& cuts, const VideoExport& video)
        : piece_(piece),
          frames_(frames),
          recipe_(std::move(clip.recipe)),
          plan_(need_plan(recipe_, video.info, clip.focus_changes)),
          changes_(overlay_changes(recipe_)),
          cuts_(cuts),
          threads_(thread_count(video.control)) {
        if (recipe_.constant_rate) rate_ = rate_of(*recipe_.constant_rate);
        clock_ = rate_ ? av_inv_q(*rate_) : fine_clock;
        EncoderOptions wish;
        wish.size = {plan_.result.width & ~1, plan_.result.height & ~1};
        if (wish.size.width < 2 || wish.size.height < 2)
            fail(ErrorCode::bad_recipe,
                 tr("The picture would be too small for a video; choose a larger part."), "crop");
        check_result_size(wish.size, video.control.limits);
        wish.time_base = clock_;
        wish.frame_rate =
            rate_ ? *rate_ : rate_of(video.info.frame_rate > 0 ? video.info.frame_rate : 30);
        wish.quality = piece.job->output.quality;
        wish.bits_a_second = piece.bits_a_second;
        if (const auto& source = *frames.file().picture().codecpar;
            keeps_colours(*piece.job, source)) {
            made_in_ = colour_of(source);
            wish.colours = kept_tags(source, wish.size);
        }
        wish.most_bits_a_second = piece.job->output.max_bits_per_second;
        wish.source_bits_a_second = bits_of_source(video.info);
        wish.threads = threads_;
        // Decoding a huge source takes a quarter of a gigabyte by itself.
        wish.at_once = is_huge(video.info.size) ? threads_ : 2 * threads_;
        // Of more than 8 bits it takes twice that.
        wish.looks_less_ahead = is_huge(video.info.size) && video.info.bit_depth > 8;
        wish.hardware = piece.hardware;
        encoder_ = std::make_unique<ResultEncoder>(wish, video.encoders);
        piece.encoder = encoder_->name();
        auto sound = audio_options_of(recipe_);
        Time length{0};
        for (const auto& range : ranges) {
            sound.keep.push_back({cuts.time(cuts.begin(range)), cuts.time(cuts.end(range))});
            length += *sound.keep.back().end - sound.keep.back().start;
        }
        sound.result_duration = length;
        sound_ = std::make_unique<SoundMaker>(frames.file(), std::move(sound));
        open_file(length, wish.frame_rate);
        piece.size = wish.size;
        note_even_size(video.info);
        piece.duration = length;
        note_enlarged(plan_, MediaKind::video, piece.notes);
    }

    /// Once, or where overlays come or go meanwhile once for each look.
    void put(const ShownFrame& shown) {
        for (const auto& look : looks_of(shown.screen, shown.kept, changes_)) {
            const auto at = shown.at + cuts_.ticks(look.part.from - shown.kept.from);
            const auto until = look.part.until == shown.kept.until
                                   ? shown.until
                                   : shown.at + cuts_.ticks(look.part.until - shown.kept.from);
            put(shown, look.at, at, until);
        }
    }

    void finish() {
        if (piece_.frames_encoded == 0)
            refuse_damaged_video(frames_.file().path(), "no picture could be decoded");
        encoder_->put(nullptr);
        write_ready();
        sound_line_->finish();
        if (held_)
            writer_->put_last_picture(
                *held_, av_rescale_q(piece_.duration.count(), AV_TIME_BASE_Q, clock_));
        writer_->finish();
        const auto notes = sound_->notes();
        piece_.notes.insert(piece_.notes.end(), notes.begin(), notes.end());
    }

private:
    /// A part that was chosen by fractions has no size that anybody named.
    void note_even_size(const MediaInfo& info) {
        if (piece_.size == plan_.result || (!recipe_.canvas && plan_.result != info.size)) return;
        const auto words = [](PixelSize size) {
            return std::to_string(size.width) + "x" + std::to_string(size.height);
        };
        piece_.notes.push_back(
            {"size_made_even",
             tr("Sides of videos are even, so the result has {size} pixels instead of {wish}.",
                {{"size", words(piece_.size)}, {"wish", words(plan_.result)}})});
    }

    void put(const ShownFrame& shown, Time look, std::int64_t at, std::int64_t until) {
        const auto base = cuts_.time_base();
        if (!rate_) {
            encode(*rendered(shown, look), av_rescale_q(at, base, clock_));
            return;
        }
        // A place in the even row takes what is shown in its middle, so that a small unevenness of
        // the source neither drops nor doubles.
        const auto middle_before = [&](std::int64_t ticks) {
            return av_rescale_q_rnd(2 * ticks, base, clock_, AV_ROUND_NEAR_INF);
        };
        Frame made;
        for (; 2 * next_place_ + 1 < middle_before(until); ++next_place_) {
            if (!made) made = rendered(shown, look);
            encode(*made, next_place_);
        }
    }

    void open_file(Time length, AVRational rate) {
        picture_parameters_.reset(avcodec_parameters_alloc());
        if (!picture_parameters_ ||
            avcodec_parameters_from_context(picture_parameters_.get(), &encoder_->codec()) < 0)
            fail_for_video_memory();
        picture_parameters_->format =
            AV_PIX_FMT_YUV420P;  // a card's encoder names its memory instead
        const double seconds = static_cast<double>(length.count()) / 1e6;
        Mp4Writer::Track picture{
            picture_parameters_.get(), clock_, rate,
            static_cast<std::int64_t>(seconds * std::max(60.0, 2 * av_q2d(rate))) + 256, nullptr};
        const auto sound = track_of(*sound_, length);
        writer_ =
            std::make_unique<Mp4Writer>(*piece_.file, picture, sound.parameters ? &sound : nullptr);
        sound_line_ = std::make_unique<SoundLine>(*sound_, *writer_);
    }

    Frame rendered(const ShownFrame& shown, Time look) {
        if (!renderer_) {
            const FrameRenderer::Source source{frames_.file().orientation()};
            std::vector<OverlayLayer> layers;
            if (!recipe_.overlays.empty()) {
                // Each text's look is chosen on the first picture.
                const OverlayArt art(recipe_.overlays, plan_, *piece_.logos, frames_.file().stop());
                FrameRenderer bare(plan_, source, {}, threads_);
                layers = art.layers(to_rgb(*bare.render(shown.frame, look, shown.screen)));
                for (auto& note : art.notes()) piece_.notes.push_back(std::move(note));
            }
            renderer_ = std::make_unique<FrameRenderer>(plan_, source, layers, threads_, made_in_);
        }
        return renderer_->render(shown.frame, look, shown.screen);
    }

    void encode(const AVFrame& frame, std::int64_t pts) {
        // Of two pictures at once by the result's clock nobody sees the second.
        if (pts <= last_pts_) return;
        // Where nothing of the first part could be decoded, its place is filled by what comes next,
        // beside its sound.
        if (piece_.frames_encoded == 0) pts = 0;
        last_pts_ = pts;
        auto own = share(frame);
        own->pts = pts;
        encoder_->put(own.get());
        ++piece_.frames_encoded;
        write_ready();
    }

    void write_ready() {
        while (encoder_->take(*packet_)) {
            sound_line_->write_until(Time(av_rescale_q(packet_->dts, clock_, AV_TIME_BASE_Q)));
            if (held_) {
                held_->duration = packet_->dts - held_->dts;
                writer_->put_picture(*held_);
            } else {
                held_ = new_packet();
            }
            av_packet_move_ref(held_.get(), packet_.get());
        }
    }

    VideoJobState& piece_;
    const FrameReader& frames_;
    Recipe recipe_;
    Plan plan_;
    std::vector<Time> changes_;
    CutClock cuts_;
    int threads_;
    FrameColour made_in_;
    std::optional<AVRational> rate_;
    AVRational clock_{};
    std::int64_t next_place_ = 0, last_pts_ = INT64_MIN;
    std::unique_ptr<ResultEncoder> encoder_;
    std::unique_ptr<SoundMaker> sound_;
    Parameters picture_parameters_;
    std::unique_ptr<Mp4Writer> writer_;
    std::unique_ptr<SoundLine> sound_line_;
    std::unique_ptr<FrameRenderer> renderer_;
    Packet packet_ = new_packet(), held_;
};

}  // namespace

void render_video(std::span<VideoJobState* const> pieces, const VideoExport& video,
                  const std::function<void(double)>& progress) {
    if (pieces.empty()) return;
    const auto& control = video.control;
    auto file = video.file.reopened();
    const auto ranges = plan_ranges(file, nullptr, pieces.front()->job->recipe.keep);
    check_length(file, ranges, control.limits);
    if (ranges.empty())
        fail(ErrorCode::bad_recipe,
             tr("The part that shall be kept holds no picture; choose another one."), "keep");
    const CutClock cuts(file, ranges);
    FrameReader frames(file, thread_count(control));

    std::vector<std::pair<VideoJobState*, std::unique_ptr<RenderJob>>> lines;
    const auto is_out = [](const VideoJobState* piece) {
        return piece->error || piece->hardware_failed;
    };
    const auto attempt_in_line = [&](VideoJobState& piece, auto&& step) {
        if (is_out(&piece)) return;
        attempt(piece.error, [&] {
            try {
                step();
            } catch (const HardwareFailed&) { piece.hardware_failed = true; }
        });
    };
    ClipSettler settler(frames, video.info);
    for (auto* piece : pieces) {
        attempt_in_line(*piece, [&] {
            auto clip = settler.settle(piece->job->recipe, ranges, piece->notes);
            lines.emplace_back(piece, std::make_unique<RenderJob>(*piece, frames, std::move(clip),
                                                                  ranges, cuts, video));
        });
    }

    std::int64_t length = 0, at = 0;
    for (const auto& range : ranges) length += cuts.length(range);
    const auto frame = new_frame(), following = new_frame();
    for (const auto& range : ranges) {
        frames.start_at(range.begin);
        bool has_frame = frames.next(*frame) && frame->pts < range.end;
        const auto range_end = at + cuts.length(range);
        // Pictures that lean on what was cut away before the file's beginning cannot be decoded;
        // the sound does not wait for the first that can.
        auto begin = at;
        while (has_frame) {
            leave_if_stopped(control.stop);
            if (std::ranges::all_of(pieces, is_out)) return;
            const bool is_another = frames.next(*following),
                       has_following = is_another && following->pts < range.end;
            const auto end =
                has_following ? at + cuts.at(following->pts) - cuts.begin(range) : range_end;
            const OnScreen kept{cuts.time(begin - at + cuts.begin(range)),
                                cuts.time(end - at + cuts.begin(range))};
            const OnScreen screen{
                std::min(file.time_of(frame->pts), kept.from),
                std::max(file.time_of(is_another ? following->pts : range.end), kept.until)};
            for (auto& [piece, line] : lines)
                attempt_in_line(*piece, [&, &line = line] {
                    line->put({*frame, screen, kept, begin, end});
                });
            if (progress)
                progress(static_cast<double>(end) /
                         static_cast<double>(std::max<std::int64_t>(1, length)));
            av_frame_unref(frame.get());
            av_frame_move_ref(frame.get(), following.get());
            has_frame = has_following;
            begin = end;
        }
        at = range_end;
    }
    const bool damaged = frames.faults() > 0;
    for (auto& [piece, line] : lines) {
        attempt_in_line(*piece, [&, &line = line] { line->finish(); });
        if (damaged)
            piece->notes.push_back(
                {"damaged_in_places",
                 tr("{file} is damaged in places; look at the result before you post it.",
                    {{"file", file.path().filename().string()}})});
    }
}

}  // namespace mediaedit::internal
