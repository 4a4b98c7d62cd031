// Describes a video file without decoding its frames.
#include "video/analyze/describe.hpp"

#include "base/message.hpp"
#include "base/system/local_time.hpp"
#include "plan/screen_time.hpp"
#include "video/analyze/frame_rhythm.hpp"
#include "video/container/video_file.hpp"
#include "video/ffmpeg_versions.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
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
        // FFmpeg does not tell the two apart; the type's name is within the header's first bytes.
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

/// In local time: as the device wrote it, or converted from UTC to this computer's time zone.
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

/// Audio before the first frame is left out, since the clock is 0 at that frame.
void note_audio_before_pictures(const VideoFile& file, std::vector<Note>& notes) {
    const auto* audio = file.audio();
    if (!audio || audio->start_time == AV_NOPTS_VALUE) return;
    const auto begins = file.time_of(*audio, audio->start_time);
    if (begins >= -longest_rest) return;
    std::array<char, 16> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%.1f",
                  -static_cast<double>(begins.count()) / 1e6);
    notes.push_back({"sound_before_pictures",
                     tr("{file} begins with {seconds} s of sound before its first picture; that "
                        "part is left out.",
                        {{"file", file.path().filename().string()}, {"seconds", seconds.data()}})});
}

/// What the headers tell of the frames and of who made the file.
void add_headers(MediaInfo& info, const VideoFile& file) {
    const auto& format = file.format();
    const auto& stream = file.picture();
    const auto& parameters = *stream.codecpar;
    const auto orientation = file.orientation();
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
    info.video_codec = avcodec_get_name(parameters.codec_id);
    if (file.audio()) info.audio_codec = avcodec_get_name(file.audio()->codecpar->codec_id);
    info.interlaced = parameters.field_order > AV_FIELD_PROGRESSIVE;
    info.frame_rate =
        stream.avg_frame_rate.num > 0 ? av_q2d(stream.avg_frame_rate) : av_q2d(stream.r_frame_rate);
}

void add_rhythm(MediaInfo& info, const VideoFile& file, const FrameRhythm& rhythm) {
    if (rhythm.frames > 0) info.frames = rhythm.frames;
    if (rhythm.rate > 0) info.frame_rate = rhythm.rate;
    info.variable_frame_rate = rhythm.variable;
    auto duration = file.duration();
    if (rhythm.cut_short) {
        const auto there = rhythm.duration > Time(0)
                               ? rhythm.duration
                               : Time(std::llround(1e6 / std::max(1.0, info.frame_rate)));
        // The damage may be in the table itself.
        duration = std::min(there, duration);
    }
    // Where audio goes on after the last frame, that frame is held.
    duration = held_until(duration, rhythm.audio_end);
    // A last frame shown for long is a gap, too.
    if (rhythm.is_whole && rhythm.duration > Time(0) && duration - rhythm.duration > longest_rest)
        info.variable_frame_rate = true;
    info.duration = duration;
}

}  // namespace

MediaInfo describe(const VideoFile& file) {
    MediaInfo info;
    add_headers(info, file);
    const auto rhythm = rhythm_of(file);
    add_rhythm(info, file, rhythm);
    note_audio_before_pictures(file, info.notes);
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
