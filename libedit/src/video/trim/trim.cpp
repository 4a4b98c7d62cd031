// Trims a video: copies packets, and encodes only the frames between a cut and the next key frame.
#include "video/trim/trim.hpp"

#include "base/cancel.hpp"
#include "base/start_thread.hpp"
#include "base/system/thread_count.hpp"
#include "video/audio/audio_line.hpp"
#include "video/bitstream/h264.hpp"
#include "video/container/mp4_writer.hpp"
#include "video/decode/pictures_ahead.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/handles.hpp"
#include "video/trim/range_copier.hpp"
#include "video/trim/range_encoder.hpp"
#include "video/trim/seam_watch.hpp"
#include "video/trim/timed_overlays.hpp"
#include "video/trim/trim_check.hpp"
#include "video/trim/trim_plan.hpp"
#include "video/trim/video_muxer.hpp"

#include <algorithm>
#include <cstdint>
#include <future>
#include <optional>

namespace mediaedit::internal {
namespace {

void set_extradata(AVCodecParameters& parameters, const Bytes& bytes) {
    auto* extra =
        static_cast<std::uint8_t*>(av_mallocz(bytes.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (!extra) fail_for_video_memory();
    std::ranges::copy(bytes, extra);
    av_freep(&parameters.extradata);
    parameters.extradata = extra;
    parameters.extradata_size = static_cast<int>(bytes.size());
}

/// Those of the source, with the parameter sets of the encoded frames added.
Parameters result_parameters(const VideoFile& file, AvcRecord record, RangeEncoder& encoder) {
    Parameters parameters(avcodec_parameters_alloc());
    if (!parameters || avcodec_parameters_copy(parameters.get(), file.picture().codecpar) < 0)
        fail_for_video_memory();
    const auto& encoded = encoder.record();
    record.sps.insert(record.sps.end(), encoded.sps.begin(), encoded.sps.end());
    record.pps.insert(record.pps.end(), encoded.pps.begin(), encoded.pps.end());
    record.profile = std::max(record.profile, encoded.profile);
    record.level = std::max(record.level, encoded.level);
    record.constraints &= encoded.constraints;
    set_extradata(*parameters, record.to_bytes());
    return parameters;
}

Mp4Writer::Track video_track(const AVCodecParameters& parameters, const VideoFile& file,
                             const TrimPlan& plan) {
    const auto& stream = file.picture();
    Mp4Writer::Track track;
    track.parameters = &parameters;
    track.time_base = plan.cuts.time_base();
    track.frame_rate = stream.avg_frame_rate;
    track.most_packets = most_frames(file, plan);
    const auto matrix = side_data(stream, AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix.size() >= 9 * sizeof(std::int32_t))
        track.display_matrix = reinterpret_cast<const std::int32_t*>(matrix.data());
    return track;
}

/// Between two frames. Units: ticks of CutClock.
std::int64_t usual_step(AVRational frame_rate, AVRational time_base) {
    if (frame_rate.num <= 0) return 1;
    return std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(frame_rate), time_base));
}

/// Writes the frames of one range after the other.
class RangeWriter {
public:
    RangeWriter(VideoFile& file, const TrimPlan& plan, RangeEncoder& encoder, VideoMuxer& muxer,
                const Control& control, const std::function<void(double)>& progress)
        : file_(file),
          plan_(plan),
          encoder_(encoder),
          copier_(file.picture(), plan.source),
          muxer_(muxer),
          control_(control),
          progress_(progress) {}

    void write(const PlacedRange& place) {
        const auto& range = place.range;
        if (!range.copy_from) {
            encode(range.begin, range.end, place);
            return;
        }
        // Reads ahead while the frames before it are encoded.
        PicturesAhead packets(file_, *range.copy_from, thread_count(control_));
        if (range.begin < *range.copy_from) {
            encode(range.begin, *range.copy_from, place);
            muxer_.seam();
        }
        const auto rest = copier_.copy(packets, range, [&](AVPacket& packet) {
            const auto pts = plan_.result_time(packet.pts, place);
            report(pts);
            muxer_.put_copied(packet, pts);
        });
        if (rest) encode(*rest, range.end, place);
    }

private:
    void encode(std::int64_t from, std::int64_t to, const PlacedRange& place) {
        muxer_.seam();
        encoder_.encode(from, to, place, muxer_, [this](std::int64_t at) { report(at); });
    }

    void report(std::int64_t at) const {
        leave_if_stopped(control_.stop);
        if (progress_)
            progress_(std::clamp(static_cast<double>(at) /
                                     static_cast<double>(std::max<std::int64_t>(1, plan_.length)),
                                 0.0, 1.0));
    }

    VideoFile& file_;
    const TrimPlan& plan_;
    RangeEncoder& encoder_;
    RangeCopier copier_;
    VideoMuxer& muxer_;
    const Control& control_;
    const std::function<void(double)>& progress_;
};

}  // namespace

Trimmed trim_by_copying(const VideoFile& source, const MediaInfo& info, const Recipe& recipe,
                        const Logos& logos, NewFile& file, const Control& control,
                        const std::function<void(double)>& progress) {
    auto input = source.reopened();
    const auto plan = plan_trim(input, recipe, control.limits);
    const auto& stream = input.picture();
    const int threads = thread_count(control);
    TimedOverlays overlays(source, info, recipe, logos, control);
    RangeEncoder encoder(input, source, plan, overlays, threads);
    // A result that begins with encoded frames: they are decoded up to the first one while the file
    // and the encoder are prepared.
    const auto& first = plan.ranges.front();
    if (first.copy_from != first.begin && threads > 1) encoder.decode_ahead(first.begin);

    const auto parameters = result_parameters(input, plan.source.record, encoder);
    AudioMaker audio(source, audio_options_of(plan, recipe));
    const auto audio_track = track_of(audio, plan.duration());
    Mp4Writer writer(file, video_track(*parameters, input, plan),
                     audio_track.parameters ? &audio_track : nullptr);
    AudioLine audio_line(audio, writer);
    SeamWatch watch(*parameters, plan.cuts.time_base(), threads);
    VideoMuxer muxer(writer, audio_line, watch, plan.cuts,
                     std::clamp(stream.codecpar->video_delay, 0, most_delay),
                     usual_step(stream.avg_frame_rate, plan.cuts.time_base()));

    RangeWriter ranges(input, plan, encoder, muxer, control, progress);
    std::int64_t at = 0;
    for (const auto& range : plan.ranges) {
        if (at > 0) muxer.seam();
        ranges.write({range, at});
        at += plan.cuts.length(range);
    }
    muxer.finish(at);
    audio_line.finish();
    writer.finish();
    watch.finish();
    // Flushing to the disk takes a while; with one thread it is done when the file gets its name.
    std::future<void> flushed;
    if (threads > 1) flushed = run_beside([&file] { file.flush(); });
    check_trimmed(file, {muxer.shown(), plan.cuts.time_base()}, control);
    if (flushed.valid()) flushed.get();
    return {muxer.copied(), muxer.encoded(), plan.duration(), audio.notes()};
}

}  // namespace mediaedit::internal
