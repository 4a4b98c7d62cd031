// What a video file is, without decoding its pictures.
#include "video/analyze/describe.hpp"

#include "base/message.hpp"
#include "base/system/local_time.hpp"
#include "plan/screen_time.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/ffmpeg_versions.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

std::string tag(const AVDictionary* tags, const char* key) {
    const auto* found = av_dict_get(tags, key, nullptr, 0);
    return found && found->value ? found->value : "";
}

/// Whether any key of the file or of a stream begins with one of `beginnings`.
template <std::size_t count>
bool has_tag(const AVFormatContext& format, const std::array<const char*, count>& beginnings) {
    const auto in = [&](const AVDictionary* tags) {
        return std::any_of(beginnings.begin(), beginnings.end(), [&](const char* beginning) {
            return av_dict_get(tags, beginning, nullptr, AV_DICT_IGNORE_SUFFIX) != nullptr;
        });
    };
    if (in(format.metadata)) return true;
    return std::any_of(format.streams, format.streams + format.nb_streams,
                       [&](const AVStream* stream) { return in(stream->metadata); });
}

std::string format_name(const VideoFile& file) {
    const std::string_view name = file.format().iformat->name;
    if (name.starts_with("mov")) {
        const auto brand = tag(file.format().metadata, "major_brand");
        return brand.starts_with("qt") ? "mov" : brand.starts_with("3g") ? "3gp" : "mp4";
    }
    if (name.starts_with("matroska")) {
        // FFmpeg does not tell the two apart; the header names its type within its first bytes.
        std::string head(64, '\0');
        std::ifstream(file.path(), std::ios::binary)
            .read(head.data(), static_cast<std::streamsize>(head.size()));
        return head.find("webm") != head.npos ? "webm" : "matroska";
    }
    return name == "asf" ? "wmv" : std::string(name);
}

Hdr hdr_of(const AVStream& stream) {
    if (!side_data(stream, AV_PKT_DATA_DOVI_CONF).empty()) return Hdr::dolby_vision;
    switch (stream.codecpar->color_trc) {
        case AVCOL_TRC_ARIB_STD_B67: return Hdr::hlg;
        case AVCOL_TRC_SMPTE2084: return Hdr::pq;
        default: return Hdr::none;
    }
}

std::string color_name(const AVCodecParameters& parameters) {
    if (parameters.color_primaries == AVCOL_PRI_UNSPECIFIED) return "unknown";
    const char* name = av_color_primaries_name(parameters.color_primaries);
    return name ? name : "unknown";
}

/// Local time as the device wrote it; from a time in UTC, this computer's local time.
std::optional<std::string> taken_at(const AVFormatContext& format) {
    if (const auto local = tag(format.metadata, "com.apple.quicktime.creationdate");
        local.size() >= 19)
        return local.substr(0, 19);
    return local_time_of(tag(format.metadata, "creation_time"));
}

std::string device_of(const AVFormatContext& format) {
    auto make = tag(format.metadata, "com.apple.quicktime.make"),
         model = tag(format.metadata, "com.apple.quicktime.model");
    if (make.empty()) make = tag(format.metadata, "make");
    if (model.empty()) model = tag(format.metadata, "model");
    if (make.empty() || model.starts_with(make)) return model;
    return model.empty() ? make : make + " " + model;
}

/// How the pictures follow each other, where the container has a table of them.
struct Rhythm {
    std::int64_t frames = 0;
    double rate = 0;
    bool variable = false;
    bool cut_short = false;  ///< the file ends before its last picture
    bool is_whole = true;    ///< all pictures of the file were looked at
    Time duration{0};        ///< of what is there
    std::optional<Time> sound_end{};
};

/// Settles rate and evenness from the steps between pictures. Units: the stream's ticks.
void settle(Rhythm& rhythm, const AVStream& stream, std::vector<std::int64_t> steps) {
    const auto length =
        static_cast<double>(std::accumulate(steps.begin(), steps.end(), std::int64_t{0}));
    if (steps.empty() || length <= 0) return;
    const double tick = av_q2d(stream.time_base),
                 average = length / static_cast<double>(steps.size());
    rhythm.duration = Time(std::llround((length + average) * tick * 1e6));
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const auto usual = static_cast<double>(*middle);
    // A tick of rounding either way is no change of rate, unless ticks are as long as pictures; nor
    // is what a clock of milliseconds does, nor one picture missing in fifty.
    const double slack = std::max({std::min(2.0, usual / 2), 0.0015 / tick, usual * 0.05});
    std::size_t even = 0;
    double even_length = 0;
    for (const auto step : steps) {
        if (std::abs(static_cast<double>(step) - usual) > slack) continue;
        ++even;
        even_length += static_cast<double>(step);
    }
    const bool is_uneven = steps.size() - even > steps.size() / 50;
    // One that stands for long is a hole, however many even ones there are beside it.
    const double longest =
        std::max(static_cast<double>(std::ranges::max(steps)) - usual, 0.0) * tick * 1e6;
    rhythm.variable = is_uneven || longest > static_cast<double>(longest_whole_frame.count());
    // The average is free of the clock's rounding; where pictures are missing, that of the steps
    // beside them.
    rhythm.rate = 1 / ((is_uneven ? average : even_length / static_cast<double>(even)) * tick);
}

std::vector<std::int64_t> steps_between(std::span<const std::int64_t> times) {
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < times.size(); ++i) steps.push_back(times[i] - times[i - 1]);
    return steps;
}

Rhythm rhythm_of_table(const VideoFile& file) {
    AVStream& stream = file.picture();
    std::error_code ignored;
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file.path(), ignored));
    Rhythm rhythm;
    std::vector<std::int64_t> steps;
    std::int64_t last = 0;
    const int count = avformat_index_get_entries_count(&stream);
    for (int i = 0; i < count; ++i) {
        const auto* entry = avformat_index_get_entry(&stream, i);
        if (entry->pos >= bytes) {
            rhythm.cut_short = true;
            break;
        }
        if (entry->pos + bytes_of(*entry) > bytes) rhythm.cut_short = true;
        if (i > 0) steps.push_back(entry->timestamp - last);
        last = entry->timestamp;
        if ((entry->flags & AVINDEX_DISCARD_FRAME) == 0) ++rhythm.frames;
    }
    const auto shown = file.told_picture_times();
    if (!rhythm.cut_short && shown.size() == steps.size() + 1) steps = steps_between(shown);
    settle(rhythm, stream, std::move(steps));
    rhythm.sound_end = told_sound_end(file);
    return rhythm;
}

/// Where lines of one picture come in two packets, the container's look into the pictures knows how
/// many there are.
void join_fields(Rhythm& rhythm, const AVStream& stream) {
    const double told = av_q2d(stream.avg_frame_rate);
    if (stream.codecpar->field_order <= AV_FIELD_PROGRESSIVE || !(told > 0) ||
        std::abs(rhythm.rate / told - 2) > 0.02)
        return;
    rhythm.rate /= 2;
    rhythm.frames = (rhythm.frames + 1) / 2;
}

/// So much of a file is read for when its pictures are shown: all of most clips, within a moment.
constexpr std::int64_t most_bytes_for_rhythm = 64 << 20;

/// What a file without a table tells when it is read.
struct ReadTimes {
    std::vector<std::int64_t> shown;  ///< of each picture, in order. Units: its ticks
    std::optional<Time> sound_end;
    bool are_all = false;  ///< the file was read to its end
};

ReadTimes read_times(const VideoFile& known) {
    auto file = known.reopened();
    ReadTimes times;
    SoundEnd sound;
    const auto packet = new_packet();
    std::int64_t bytes = 0;
    bool goes_on = true;
    while (bytes < most_bytes_for_rhythm && (goes_on = file.read(*packet))) {
        bytes += packet->size;
        const auto pts = pts_or_dts(*packet);
        if (pts == AV_NOPTS_VALUE) continue;
        if (packet->stream_index == file.picture().index) {
            const bool is_shown =
                (packet->flags & AV_PKT_FLAG_DISCARD) == 0 && pts >= file.whole_from();
            if (is_shown) times.shown.push_back(pts);
        } else {
            const auto end = pts + std::max<std::int64_t>(0, packet->duration);
            sound.add(file.time_of(*file.sound(), pts), file.time_of(*file.sound(), end));
        }
    }
    std::ranges::sort(times.shown);
    times.are_all = !goes_on;
    if (times.are_all) times.sound_end = sound.end();
    return times;
}

Rhythm rhythm_by_reading(const VideoFile& file) {
    const auto times = read_times(file);
    Rhythm rhythm;
    settle(rhythm, file.picture(), steps_between(times.shown));
    rhythm.is_whole = times.are_all;
    rhythm.sound_end = times.sound_end;
    if (times.are_all) rhythm.frames = static_cast<std::int64_t>(times.shown.size());
    join_fields(rhythm, file.picture());
    return rhythm;
}

/// Sound before the first picture is not part of the film: its clock is 0 at that picture.
void note_sound_before_pictures(const VideoFile& file, std::vector<Note>& notes) {
    const auto* sound = file.sound();
    if (!sound || sound->start_time == AV_NOPTS_VALUE) return;
    const auto begins = file.time_of(*sound, sound->start_time);
    if (begins >= -longest_rest) return;
    std::array<char, 16> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%.1f",
                  -static_cast<double>(begins.count()) / 1e6);
    notes.push_back({"sound_before_pictures",
                     tr("{file} begins with {seconds} s of sound before its first picture; that "
                        "part is left out.",
                        {{"file", file.path().filename().string()}, {"seconds", seconds.data()}})});
}

}  // namespace

MediaInfo describe(const VideoFile& file) {
    const auto& format = file.format();
    const auto& stream = file.picture();
    const auto& parameters = *stream.codecpar;
    const auto orientation = file.orientation();
    MediaInfo info;
    info.kind = MediaKind::video;
    info.format = format_name(file);
    info.size = file.upright();
    info.rotation_deg = turn_degrees(orientation);
    info.mirrored = mirrors(orientation);
    info.color = color_name(parameters);
    const auto* pixels = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(parameters.format));
    info.bit_depth = pixels ? pixels->comp[0].depth : 8;
    info.has_alpha = pixels && (pixels->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
    info.hdr = hdr_of(stream);
    info.has_location = has_tag(format, std::array{"location", "com.apple.quicktime.location"});
    info.has_owner_data = has_tag(
        format, std::array{"make", "model", "com.apple.quicktime.make", "com.apple.quicktime.model",
                           "artist", "author", "copyright", "com.apple.quicktime.author",
                           "com.android.manufacturer", "com.android.model"});
    info.device = device_of(format);
    info.taken_at = taken_at(format);
    std::error_code ignored;
    info.bytes = std::filesystem::file_size(file.path(), ignored);
    info.duration = file.duration();
    info.video_codec = avcodec_get_name(parameters.codec_id);
    if (file.sound()) info.audio_codec = avcodec_get_name(file.sound()->codecpar->codec_id);
    info.interlaced = parameters.field_order > AV_FIELD_PROGRESSIVE;
    info.frame_rate =
        stream.avg_frame_rate.num > 0 ? av_q2d(stream.avg_frame_rate) : av_q2d(stream.r_frame_rate);
    const auto rhythm = file.has_table() ? rhythm_of_table(file) : rhythm_by_reading(file);
    if (rhythm.frames > 0) info.frames = rhythm.frames;
    if (rhythm.rate > 0) info.frame_rate = rhythm.rate;
    info.variable_frame_rate = rhythm.variable;
    if (rhythm.cut_short) {
        const auto there = rhythm.duration > Time(0)
                               ? rhythm.duration
                               : Time(std::llround(1e6 / std::max(1.0, info.frame_rate)));
        // The table may be what is damaged.
        info.duration = std::min(there, file.duration());
    }
    // Where sound goes on behind the pictures, the last one is held.
    info.duration = held_until(*info.duration, rhythm.sound_end);
    // A last picture that stands for long is a hole, too.
    if (rhythm.is_whole && rhythm.duration > Time(0) &&
        *info.duration - rhythm.duration > longest_rest)
        info.variable_frame_rate = true;
    note_sound_before_pictures(file, info.notes);
    if (rhythm.cut_short || file.is_cut_short())
        info.notes.push_back(
            {"truncated", tr("{file} is cut short; only the part that is there can be used.",
                             {{"file", file.path().filename().string()}})});
    return info;
}

DescribedVideo describe_video(const std::filesystem::path& file, const Control& control) {
    const auto video =
        std::make_shared<const VideoFile>(VideoFile::open(file, control.limits, control.stop));
    return {describe(*video), video};
}

}  // namespace mediaedit::internal
