// Keeping parts of a video by copying them.
#include "video/trim/trim.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/start_thread.hpp"
#include "base/system/thread_count.hpp"
#include "plan/changed_parts.hpp"
#include "plan/need_plan.hpp"
#include "video/analyze/clip_recipe.hpp"
#include "video/audio/sound_line.hpp"
#include "video/container/decode_times.hpp"
#include "video/container/mp4_writer.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/decode/pictures_ahead.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/encode/seam_encoder.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/frame/frame_picture.hpp"
#include "video/frame/frame_renderer.hpp"
#include "video/trim/seam_watch.hpp"
#include "video/trim/trim_check.hpp"

#include <mediaedit/plan.hpp>

#include <algorithm>
#include <future>
#include <memory>
#include <optional>

namespace mediaedit::internal {
namespace {

/// Where a file does not say how many pictures are held back, and one more than said come out of
/// order: as many as H.264 allows.
constexpr int most_delay = 16;

/// More than that, and more than half, is better encoded as a whole, with care for its size.
constexpr std::int64_t most_encoded_s = 10;

/// Where a kept range lies in the result. Units: ticks of CutClock.
struct Place {
    const KeptRange& range;
    std::int64_t at;  ///< where it begins
};

/// Puts pictures on the result's clock and into the file.
class VideoMuxer {
public:
    /// `step`: usual between two pictures. Units of all numbers here: ticks of `cuts`.
    VideoMuxer(Mp4Writer& writer, SoundLine& sound, SeamWatch& watch, const CutClock& cuts,
               int delay, std::int64_t step)
        : writer_(writer), sound_(sound), watch_(watch), cuts_(cuts), times_(delay, step, 0) {}

    /// `pts`: on the result's clock.
    void put(AVPacket& packet, std::int64_t pts, bool is_copy) {
        const auto dts = times_.next(pts);
        if (!dts || *dts > pts)
            throw CannotCopy{"timestamps", "more pictures out of order than the file says"};
        packet.pts = pts;
        packet.dts = *dts;
        shown_.push_back(pts);
        (is_copy ? copied_ : encoded_) += 1;
        watch_.put(packet);
        hold(packet);
    }

    /// `end`: where the picture behind the last of all would stand.
    void finish(std::int64_t end) {
        if (!held_) return;
        writer_.put_last_picture(*held_, end);
        held_.reset();
    }

    [[nodiscard]] const std::vector<std::int64_t>& shown() const { return shown_; }
    [[nodiscard]] std::int64_t copied() const { return copied_; }
    [[nodiscard]] std::int64_t encoded() const { return encoded_; }
    [[nodiscard]] std::int64_t last_dts() const { return held_ ? held_->dts : 0; }

private:
    void hold(AVPacket& packet) {
        if (held_) {
            held_->duration = packet.dts - held_->dts;
            sound_.write_until(Time(av_rescale_q(held_->dts, cuts_.time_base(), AV_TIME_BASE_Q)));
            writer_.put_picture(*held_);
        } else {
            held_ = new_packet();
        }
        av_packet_move_ref(held_.get(), &packet);
    }

    Mp4Writer& writer_;
    SoundLine& sound_;
    SeamWatch& watch_;
    const CutClock& cuts_;
    DecodeTimes times_;
    Packet held_;
    std::vector<std::int64_t> shown_;
    std::int64_t copied_ = 0, encoded_ = 0;
};

/// One trim under way.
class Trim {
public:
    Trim(const VideoFile& source, const MediaInfo& info, const Recipe& recipe, const Logos& logos,
         const Control& control, const std::function<void(double)>& progress)
        : control_(control),
          progress_(progress),
          info_(info),
          recipe_(recipe),
          logos_(logos),
          known_(source),
          file_(VideoFile::Again{source}),
          source_(examine_for_copy(file_)) {
        for (const auto& part :
             changed_parts(recipe, [this](Time at) { return screen_at(file_, at); })) {
            if (part.is_changed) need_plain_pictures();
            for (auto range :
                 plan_ranges(file_, part.is_changed ? nullptr : &source_, {&part.range, 1})) {
                range.is_changed = part.is_changed;
                ranges_.push_back(range);
            }
        }
        if (ranges_.empty())
            fail(ErrorCode::bad_recipe,
                 tr("The part that shall be kept holds no picture; choose another one."), "keep");
        check_length(file_, ranges_, control.limits);
        cuts_ = CutClock(file_, ranges_);
        std::int64_t encoded = 0, changed = 0;
        for (const auto& range : ranges_) {
            length_ += cuts_.length(range);
            if (range.copy_from != range.begin)
                encoded += (range.copy_from ? cuts_.at(*range.copy_from) : cuts_.end(range)) -
                           cuts_.begin(range);
            if (range.is_changed) changed += cuts_.length(range);
        }
        const auto much =
            std::max(length_ / 2, av_rescale_q(most_encoded_s, {1, 1}, cuts_.time_base()));
        if (changed > much) throw CannotCopy{"mostly_changed", ""};
        if (encoded > much) throw CannotCopy{"no_key_picture", "key pictures are too far apart"};
    }

    Trimmed write(NewFile& file, int delay) {
        const auto& stream = file_.picture();
        begin_decoding();
        auto parameters = parameters_for_result();
        Mp4Writer::Track track;
        track.parameters = parameters.get();
        track.time_base = cuts_.time_base();
        track.frame_rate = stream.avg_frame_rate;
        track.most_packets = most_pictures();
        const auto matrix = side_data(stream, AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix.size() >= 9 * sizeof(std::int32_t))
            track.display_matrix = reinterpret_cast<const std::int32_t*>(matrix.data());
        SoundMaker sound(known_, sound_wish());
        const auto sound_track = track_of(sound, length());
        Mp4Writer writer(file, track, sound_track.parameters ? &sound_track : nullptr);
        SoundLine sound_line(sound, writer);
        SeamWatch watch(*parameters, cuts_.time_base(), thread_count(control_));
        VideoMuxer line(writer, sound_line, watch, cuts_, delay, usual_step());
        line_ = &line;
        std::int64_t at = 0;
        for (const auto& range : ranges_) {
            if (at > 0) watch.seam();
            write_range({range, at}, watch);
            at += cuts_.length(range);
        }
        line.finish(at);
        sound_line.finish();
        writer.finish();
        watch.finish();
        // The disk is waited for anyway; with one thread when the file gets its name.
        std::future<void> flushed;
        if (thread_count(control_) > 1) flushed = run_beside([&file] { file.flush(); });
        check_trimmed(file, {line.shown(), cuts_.time_base()}, control_);
        if (flushed.valid()) flushed.get();
        return {line.copied(), line.encoded(), length(), sound.notes()};
    }

    [[nodiscard]] int stated_delay() const {
        return std::clamp(file_.picture().codecpar->video_delay, 0, most_delay);
    }

private:
    /// The source's, with the sets of what is encoded beside its own.
    Parameters parameters_for_result() {
        Parameters parameters(avcodec_parameters_alloc());
        if (!parameters || avcodec_parameters_copy(parameters.get(), file_.picture().codecpar) < 0)
            fail_for_video_memory();
        auto record = source_.record;
        encoder_ = new_encoder();
        const auto& own = encoder_->record();
        record.sps.insert(record.sps.end(), own.sps.begin(), own.sps.end());
        record.pps.insert(record.pps.end(), own.pps.begin(), own.pps.end());
        record.profile = std::max(record.profile, own.profile);
        record.level = std::max(record.level, own.level);
        record.constraints &= own.constraints;
        const auto bytes = record.to_bytes();
        auto* extra =
            static_cast<std::uint8_t*>(av_mallocz(bytes.size() + AV_INPUT_BUFFER_PADDING_SIZE));
        if (!extra) fail_for_video_memory();
        std::ranges::copy(bytes, extra);
        av_freep(&parameters->extradata);
        parameters->extradata = extra;
        parameters->extradata_size = static_cast<int>(bytes.size());
        return parameters;
    }

    [[nodiscard]] Time length() const { return cuts_.time(length_); }

    /// The sound is kept as the pictures are: from the first one shown of each range until the one
    /// behind its last.
    [[nodiscard]] AudioOptions sound_wish() const {
        auto wish = audio_options_of(recipe_);
        // Where pictures go on, the sound does too: a cut would be faded.
        for (const auto& range : ranges_) {
            const TimeRange heard{cuts_.time(cuts_.begin(range)), cuts_.time(cuts_.end(range))};
            if (!wish.keep.empty() && wish.keep.back().end == heard.start)
                wish.keep.back().end = heard.end;
            else wish.keep.push_back(heard);
        }
        wish.result_duration = length();
        wish.may_copy = true;
        return wish;
    }

    [[nodiscard]] std::unique_ptr<SeamEncoder> new_encoder() const {
        const auto& stream = file_.picture();
        return std::make_unique<SeamEncoder>(*stream.codecpar, stream.time_base,
                                             stream.avg_frame_rate, source_.free_set_id,
                                             thread_count(control_));
    }

    /// A bound, not a guess: a file that tells of each picture is believed, else no camera makes
    /// more than 240 a second.
    [[nodiscard]] std::int64_t most_pictures() const {
        if (file_.has_table()) return most_in_table();
        return static_cast<std::int64_t>(static_cast<double>(length_) * av_q2d(cuts_.time_base()) *
                                         240) +
               1024;
    }

    /// Of the pictures that the file's table tells of, those decoded while a range is shown, and as
    /// many as may be held back.
    [[nodiscard]] std::int64_t most_in_table() const {
        auto& stream = file_.picture();
        const auto extra = 4 * most_delay * static_cast<std::int64_t>(ranges_.size());
        std::int64_t most = extra;
        for (int i = 0; i < avformat_index_get_entries_count(&stream); ++i) {
            const auto at = avformat_index_get_entry(&stream, i)->timestamp;
            most += std::ranges::any_of(ranges_, [at](const KeptRange& range) {
                return range.begin <= at && at < range.end;
            });
        }
        // Should the table count on another clock than the packets.
        const auto usual = 2 * static_cast<double>(length_) * av_q2d(cuts_.time_base()) *
                           std::min(av_q2d(stream.avg_frame_rate), 240.0);
        return std::max(most, static_cast<std::int64_t>(usual) + extra);
    }

    [[nodiscard]] std::int64_t usual_step() const {
        const auto rate = file_.picture().avg_frame_rate;
        return rate.num > 0
                   ? std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(rate), cuts_.time_base()))
                   : 1;
    }

    void write_range(const Place& place, SeamWatch& watch) {
        const auto& range = place.range;
        if (!range.copy_from) {
            watch.seam();
            encode(range.begin, range.end, place);
            return;
        }
        PicturesAhead copied(file_, *range.copy_from, thread_count(control_));
        if (range.begin < *range.copy_from) {
            watch.seam();
            encode(range.begin, *range.copy_from, place);
            watch.seam();
        }
        if (const auto rest = copy(copied, place)) {
            watch.seam();
            encode(*rest, range.end, place);
        }
    }

    /// Copies from the key picture on. Gives the pts from which on pictures must be encoded, since
    /// what they are made from is not kept.
    std::optional<std::int64_t> copy(PicturesAhead& pictures, const Place& place) {
        const auto& range = place.range;
        const auto packet = new_packet();
        bool has_begun = false;
        std::optional<std::int64_t> first_left, last_copied;
        bool is_behind = false;
        while (pictures.next(*packet)) {
            if (packet->pts == AV_NOPTS_VALUE)
                throw CannotCopy{"timestamps", "a picture without a time"};
            const bool is_key = is_true_key(*packet, source_.record);
            if (!has_begun && packet->pts != *range.copy_from) continue;
            has_begun = true;
            const bool is_kept = packet->pts < range.end;
            if (packet->dts != AV_NOPTS_VALUE && packet->dts >= range.end) break;
            if (is_behind && is_key) break;  // all behind it is shown behind it
            if (!is_kept) is_behind = true;
            if (!is_kept || (packet->flags & AV_PKT_FLAG_DISCARD) != 0) continue;
            if (is_behind) {
                first_left = std::min(first_left.value_or(packet->pts), packet->pts);
                continue;
            }
            last_copied = std::max(last_copied.value_or(packet->pts), packet->pts);
            // The source's container may call a picture by the wrong name, or a key picture by
            // none.
            if (is_key) packet->flags |= AV_PKT_FLAG_KEY;
            else if ((packet->flags & AV_PKT_FLAG_KEY) != 0 &&
                     starts_.start_of(*packet).kind == StartKind::none)
                packet->flags &= ~AV_PKT_FLAG_KEY;
            const auto pts = result_time(packet->pts, place);
            tell(pts);
            line_->put(*packet, pts, true);
        }
        if (!has_begun) throw CannotCopy{"timestamps", "the key picture was not found again"};
        if (first_left && *first_left < *last_copied)
            throw CannotCopy{"order", "a picture that must be encoded is shown before copied ones"};
        return first_left;
    }

    /// Where the result begins with encoded pictures, they are decoded up to the first one while
    /// the file and the encoder are made ready.
    void begin_decoding() {
        const auto& range = ranges_.front();
        if (range.copy_from == range.begin || thread_count(control_) == 1) return;
        first_frame_ = run_beside([this, from = range.begin] { return first_frame(from); });
    }

    /// Empty when there is none.
    Frame first_frame(std::int64_t from) {
        if (!frames_) frames_.emplace(known_, thread_count(control_));
        faults_before_ = frames_->faults();
        frames_->start_at(from);
        return next_frame();
    }

    /// When a picture of the source is shown. What was on the screen before the range begins is
    /// shown from its beginning on.
    [[nodiscard]] std::int64_t result_time(std::int64_t pts, const Place& place) const {
        return place.at + std::max<std::int64_t>(0, cuts_.at(pts) - cuts_.begin(place.range));
    }

    Frame next_frame() {
        auto frame = new_frame();
        return frames_->next(*frame) ? std::move(frame) : Frame();
    }

    void encode(std::int64_t from, std::int64_t to, const Place& place) {
        auto frame = first_frame_.valid() ? first_frame_.get() : first_frame(from);
        const auto packet = new_packet();
        const auto write_ready = [&] {
            while (encoder_->take(*packet)) line_->put(*packet, packet->pts, false);
        };
        if (frame && frame->pts < to) {
            if (!encoder_) encoder_ = new_encoder();
            for (Frame following; frame && frame->pts < to; frame = std::move(following)) {
                following = next_frame();
                const auto pts = result_time(frame->pts, place);
                const auto encode_at = [&](Frame made, std::int64_t at) {
                    made->pts = at;
                    encoder_->put(made.get());
                    write_ready();
                };
                if (!place.range.is_changed) {
                    encode_at(share(*frame), pts);
                } else {
                    const auto shown = shown_parts(
                        *frame, following ? following->pts : place.range.end, place.range);
                    for (const auto& look : shown.looks)
                        encode_at(
                            changed(*frame, look.at, shown.screen),
                            pts + cuts_.ticks(look.part.from - shown.looks.front().part.from));
                }
                tell(pts);
            }
            encoder_->put(nullptr);
            write_ready();
            encoder_.reset();
        }
        if (frames_->faults() != faults_before_)
            throw CannotCopy{"damaged", "a picture beside the cut is damaged"};
    }

    /// What is drawn is drawn as everywhere, so that the pictures must be of a kind that can be
    /// made there; of which matrix and range does not matter.
    void need_plain_pictures() const {
        const auto& parameters = *file_.picture().codecpar;
        const bool is_420 =
            parameters.format == AV_PIX_FMT_YUV420P || parameters.format == AV_PIX_FMT_YUVJ420P;
        const auto shape = parameters.sample_aspect_ratio;
        const bool has_square_pixels = shape.num == 0 || shape.num == shape.den;
        if (!is_420 || needs_tone_map(colour_of(parameters)) || !has_square_pixels ||
            parameters.width % 2 != 0 || parameters.height % 2 != 0)
            throw CannotCopy{"pixels", "not 8 bit 4:2:0 of ordinary colours and square pixels"};
    }

    struct ShownParts {
        OnScreen screen;
        std::vector<ShownPart> looks;
    };

    /// How a picture is shown that is followed by one at `until`.
    [[nodiscard]] ShownParts shown_parts(const AVFrame& frame, std::int64_t until,
                                         const KeptRange& range) const {
        const OnScreen screen{file_.time_of(frame.pts), file_.time_of(until)};
        const OnScreen kept{std::max(screen.from, cuts_.time(cuts_.begin(range))),
                            std::min(screen.until, cuts_.time(cuts_.end(range)))};
        return {screen, looks_of(screen, kept, changes_)};
    }

    /// The picture with what the recipe draws on it then, as the file stores it.
    Frame changed(const AVFrame& frame, Time moment, const OnScreen& screen) {
        if (!renderer_) {
            std::vector<Note> ignored;
            FrameReader looker(known_, 1);
            const auto recipe = ClipSettler(looker, info_).settle(recipe_, {}, ignored).recipe;
            const auto plan = need_plan(recipe, info_);
            const OverlayArt art(recipe.overlays, plan, logos_, control_.stop);
            FrameRenderer bare(plan, {file_.orientation()}, {}, thread_count(control_));
            const auto layers = art.layers(to_rgb(*bare.render(frame, moment, screen)));
            renderer_.emplace(plan, FrameRenderer::Source{file_.orientation()}, layers,
                              thread_count(control_), colour_of(frame));
        }
        auto made = as_stored(*renderer_->render(frame, moment, screen), file_.orientation());
        made->format = frame.format;  // 4:2:0 of the full range goes by a name of its own
        return made;
    }

    void tell(std::int64_t at) const {
        leave_if_stopped(control_.stop);
        if (progress_)
            progress_(std::clamp(
                static_cast<double>(at) / static_cast<double>(std::max<std::int64_t>(1, length_)),
                0.0, 1.0));
    }

    const Control& control_;
    const std::function<void(double)>& progress_;
    const MediaInfo& info_;
    const Recipe& recipe_;
    const Logos& logos_;
    std::vector<Time> changes_ = overlay_changes(recipe_);
    const VideoFile&
        known_;  // nobody reads it, so that it may be opened again while `file_` is read
    VideoFile file_;
    CopySource source_;
    StartFinder starts_{file_.picture()};
    std::vector<KeptRange> ranges_;
    CutClock cuts_ = CutClock::for_cuts(file_);
    std::int64_t length_ = 0;
    std::optional<FrameReader> frames_;
    int faults_before_ = 0;
    std::unique_ptr<SeamEncoder> encoder_;  // for the next pictures, where one is ready
    std::future<Frame> first_frame_;
    std::optional<FrameRenderer> renderer_;
    VideoMuxer* line_ = nullptr;
};

}  // namespace

Trimmed trim_by_copying(const VideoFile& source, const MediaInfo& info, const Recipe& recipe,
                        const Logos& logos, NewFile& file, const Control& control,
                        const std::function<void(double)>& progress) {
    Trim trim(source, info, recipe, logos, control, progress);
    return trim.write(file, trim.stated_delay());
}

}  // namespace mediaedit::internal
