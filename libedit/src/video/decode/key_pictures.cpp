// Examines a video's groups of pictures and their order.
#include "video/decode/key_pictures.hpp"

#include "video/bitstream/nal_units.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr Time longest_read = std::chrono::seconds(30);
constexpr std::int64_t most_bytes = 64 << 20;
/// A group is recognised by its beginning; more frames tell nothing new.
constexpr std::size_t most_keys = 100'000;

/// Times from damaged files may be close to the limits of int64.
std::int64_t end_of(std::int64_t begin, const AVPacket& packet) {
    return av_sat_add64(begin, std::max<std::int64_t>(0, packet.duration));
}

double seconds(Time time) { return std::chrono::duration<double>(time).count(); }

std::optional<NalCodec> nal_codec(const AVCodecParameters& parameters) {
    if (parameters.codec_id == AV_CODEC_ID_H264) return NalCodec::h264;
    if (parameters.codec_id == AV_CODEC_ID_HEVC) return NalCodec::hevc;
    return {};
}

/// Codecs whose key frames are always clean starts.
bool is_always_closed(AVCodecID codec) {
    switch (codec) {
        case AV_CODEC_ID_VP8:
        case AV_CODEC_ID_VP9:
        case AV_CODEC_ID_H263:
        case AV_CODEC_ID_FLV1:
        case AV_CODEC_ID_MJPEG:
        case AV_CODEC_ID_PRORES:
        case AV_CODEC_ID_DVVIDEO: return true;
        default: return false;
    }
}

/// Collects facts from the packets.
class PacketSurvey {
public:
    explicit PacketSurvey(VideoFile& file)
        : file_(file), codec_(nal_codec(*file.picture().codecpar)) {
        const auto& parameters = *file.picture().codecpar;
        if (codec_)
            length_bytes_ = nal_length_bytes(
                *codec_, {parameters.extradata,
                          static_cast<std::size_t>(std::max(0, parameters.extradata_size))});
    }

    void read() {
        const auto packet = new_packet();
        std::int64_t bytes = 0;
        while (bytes < most_bytes && picture_end_ < longest_read) {
            if (!file_.read(*packet)) {
                to_the_end_ = true;
                return;
            }
            bytes += packet->size;
            const auto* stream =
                packet->stream_index == file_.picture().index ? &file_.picture() : file_.audio();
            const auto pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
            auto& end = stream == &file_.picture() ? picture_end_ : audio_end_;
            if (pts != AV_NOPTS_VALUE && (packet->flags & AV_PKT_FLAG_DISCARD) == 0)
                end = std::max(end, file_.time_of(*stream, end_of(pts, *packet)));
            if (stream == &file_.picture()) look_at_picture(*packet);
        }
    }

    PictureOrder result() {
        PictureOrder order;
        order.groups = groups();
        order.has_b_frames = saw_times_ ? reordered_ : file_.picture().codecpar->video_delay > 0;
        measure_groups(order);
        order.audio_ends_later_s = audio_ends_later();
        return order;
    }

private:
    void look_at_picture(const AVPacket& packet) {
        if (packet.pts != AV_NOPTS_VALUE) {
            saw_times_ = true;
            if (packet.pts < last_pts_) reordered_ = true;
            last_pts_ = std::max(last_pts_, packet.pts);
        }
        const auto types =
            codec_ ? nal_types(*codec_, length_bytes_,
                               {packet.data, static_cast<std::size_t>(std::max(0, packet.size))})
                   : std::vector<int>{};
        const bool flagged = (packet.flags & AV_PKT_FLAG_KEY) != 0;
        const bool afresh = codec_ && starts_afresh(*codec_, types);
        if (afresh) ++fresh_;
        // H.264 has frames at which decoding can begin, but not cleanly. HEVC's are unclean only if
        // frames that must be skipped follow.
        if (codec_ == NalCodec::h264 && flagged && !afresh && !types.empty()) ++stale_;
        if (codec_ == NalCodec::hevc &&
            std::ranges::any_of(types, [](int type) { return type == 8 || type == 9; }))
            ++stale_;
        const auto moment = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
        if ((codec_ ? afresh || flagged : flagged) && moment != AV_NOPTS_VALUE &&
            seen_keys_.size() < most_keys)
            seen_keys_.push_back(moment);
        if (moment != AV_NOPTS_VALUE) last_seen_ = std::max(last_seen_, end_of(moment, packet));
    }

    [[nodiscard]] Groups groups() const {
        if (!codec_)
            return is_always_closed(file_.picture().codecpar->codec_id) ? Groups::closed
                                                                        : Groups::unknown;
        if (stale_ > 0) return Groups::open;
        return fresh_ > 0 ? Groups::closed : Groups::unknown;
    }

    void measure_groups(PictureOrder& order) {
        const auto& stream = file_.picture();
        std::vector<std::int64_t> keys;
        std::int64_t end = last_seen_;
        const int count = file_.has_table() ? avformat_index_get_entries_count(&stream) : 0;
        for (int i = 0; i < count; ++i) {
            const auto* entry = avformat_index_get_entry(&file_.picture(), i);
            if ((entry->flags & AVINDEX_KEYFRAME) != 0) keys.push_back(entry->timestamp);
            end = std::max(end, entry->timestamp);
        }
        // A table in which every frame is a key frame may simply be missing.
        if (keys.size() == static_cast<std::size_t>(count) && codec_) keys.clear();
        if (keys.empty()) keys = std::move(seen_keys_);
        if (keys.empty()) return;
        std::vector<double> steps;
        const auto step = [&](std::int64_t from, std::int64_t to) {
            return std::max(0.0, (static_cast<double>(to) - static_cast<double>(from)) *
                                     av_q2d(stream.time_base));
        };
        for (std::size_t i = 1; i < keys.size(); ++i) steps.push_back(step(keys[i - 1], keys[i]));
        const double last = step(keys.back(), end);
        order.longest_group_s = std::max(last, steps.empty() ? 0.0 : std::ranges::max(steps));
        if (steps.empty()) steps.push_back(last);
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::nth_element(steps.begin(), middle, steps.end());
        order.usual_group_s = *middle;
    }

    [[nodiscard]] std::optional<double> audio_ends_later() const {
        const auto* audio = file_.audio();
        if (!audio) return {};
        if (to_the_end_ && audio_end_ > Time(0) && picture_end_ > Time(0))
            return seconds(audio_end_ - picture_end_);
        const auto told_end = [this](const AVStream& stream) -> std::optional<Time> {
            if (stream.duration == AV_NOPTS_VALUE || stream.start_time == AV_NOPTS_VALUE ||
                stream.duration <= 0)
                return {};
            return file_.time_of(stream, stream.start_time + stream.duration);
        };
        const auto picture_end = told_end(file_.picture()), audio_end = told_end(*audio);
        if (to_the_end_ || !picture_end || !audio_end) return {};
        return seconds(*audio_end - *picture_end);
    }

    VideoFile& file_;
    std::optional<NalCodec> codec_;
    int length_bytes_ = 0;
    bool to_the_end_ = false, saw_times_ = false, reordered_ = false;
    std::int64_t last_pts_ = INT64_MIN, last_seen_ = INT64_MIN;
    int fresh_ = 0, stale_ = 0;
    std::vector<std::int64_t> seen_keys_;
    Time picture_end_{0}, audio_end_{0};
};

}  // namespace

PictureOrder examine_pictures(VideoFile& file) {
    PacketSurvey survey(file);
    survey.read();
    return survey.result();
}

}  // namespace mediaedit::internal
