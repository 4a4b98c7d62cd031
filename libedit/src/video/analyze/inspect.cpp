// Reports a video's technical details.
#include "video/analyze/inspect.hpp"

#include "video/analyze/describe.hpp"
#include "video/container/mp4_boxes.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/key_pictures.hpp"
#include "video/ffmpeg_versions.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <string_view>

namespace mediaedit::internal {
namespace {

std::string profile_name(const AVCodecParameters& parameters) {
    const char* name = avcodec_profile_name(parameters.codec_id, parameters.profile);
    return name ? name : "";
}

Chroma chroma_of(const AVPixFmtDescriptor& pixels) {
    if ((pixels.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0) return Chroma::full;
    if (pixels.nb_components < 3) return Chroma::grey;
    if (pixels.log2_chroma_w == 1 && pixels.log2_chroma_h == 1) return Chroma::half;
    if (pixels.log2_chroma_w == 0 && pixels.log2_chroma_h == 0) return Chroma::full;
    return Chroma::half_across;
}

void describe_pixels(const VideoFile& file, VideoFacts& facts) {
    const auto& stream = file.picture();
    const auto& parameters = *stream.codecpar;
    facts.profile = profile_name(parameters);
    facts.level = std::max(0, parameters.level);
    if (const auto* pixels = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(parameters.format))) {
        facts.pixel_format = pixels->name;
        facts.chroma = chroma_of(*pixels);
    }
    facts.full_range =
        parameters.color_range == AVCOL_RANGE_JPEG || facts.pixel_format.starts_with("yuvj");
    facts.has_color_tags = parameters.color_primaries != AVCOL_PRI_UNSPECIFIED &&
                           parameters.color_trc != AVCOL_TRC_UNSPECIFIED &&
                           parameters.color_space != AVCOL_SPC_UNSPECIFIED;
    const auto aspect = stream.sample_aspect_ratio.num > 0 ? stream.sample_aspect_ratio
                                                           : parameters.sample_aspect_ratio;
    if (aspect.num > 0 && aspect.den > 0) facts.pixel_aspect = av_q2d(aspect);
}

/// The audio stream in use; else one that cannot be decoded here, for a file with it is not silent.
/// nullptr: none.
const AVStream* any_audio(const VideoFile& file) {
    if (file.audio()) return file.audio();
    const auto& format = file.format();
    const auto* end = format.streams + format.nb_streams;
    const auto* found = std::find_if(
        format.streams, format.streams + format.nb_streams,
        [](const AVStream* stream) { return stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO; });
    return found == end ? nullptr : *found;
}

void describe_audio(const VideoFile& file, VideoFacts& facts) {
    const auto* audio = any_audio(file);
    if (!audio) return;
    const auto& parameters = *audio->codecpar;
    std::array<char, AV_FOURCC_MAX_STRING_SIZE> mark{};
    facts.info.audio_codec = parameters.codec_id == AV_CODEC_ID_NONE
                                 ? av_fourcc_make_string(mark.data(), parameters.codec_tag)
                                 : avcodec_get_name(parameters.codec_id);
    facts.audio_profile = profile_name(parameters);
    facts.audio_hz = parameters.sample_rate;
    facts.audio_channels = channels_of(parameters);
}

int count_extra_tracks(const VideoFile& file) {
    const auto& format = file.format();
    const auto* audio = any_audio(file);
    return static_cast<int>(std::count_if(
        format.streams, format.streams + format.nb_streams, [&](const AVStream* stream) {
            return stream != &file.picture() && stream != audio &&
                   (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
        }));
}

void describe_layout(const VideoFile& file, VideoFacts& facts) {
    if (!std::string_view(file.format().iformat->name).starts_with("mov")) return;
    const auto& layout = file.layout();
    facts.has_edit_list = std::ranges::any_of(layout.tracks, [&](const Mp4Track& track) {
        return edits_change(track, layout.ticks_per_second);
    });
    facts.moov_last = layout.moov_at && layout.mdat_at && *layout.moov_at > *layout.mdat_at;
    facts.fragmented = layout.fragmented;
    facts.info.has_location = facts.info.has_location || layout.has_location;
    facts.info.has_owner_data = facts.info.has_owner_data || layout.has_owner_data;
}

/// Of the video stream if the container has a table, even if frames are missing; else of the whole
/// file.
double bits_per_second(const VideoFile& file, const MediaInfo& info) {
    auto& stream = file.picture();
    const int count = file.has_table() ? avformat_index_get_entries_count(&stream) : 0;
    if (count > 1) {
        double bytes = 0;
        std::int64_t first = INT64_MAX, last = INT64_MIN;
        for (int i = 0; i < count; ++i) {
            const auto* entry = avformat_index_get_entry(&stream, i);
            bytes += static_cast<double>(bytes_of(*entry));
            first = std::min(first, entry->timestamp);
            last = std::max(last, entry->timestamp);
        }
        const double seconds = (static_cast<double>(last) - static_cast<double>(first)) *
                               av_q2d(stream.time_base) * count / (count - 1);
        return seconds > 0 ? bytes * 8 / seconds : 0;
    }
    const double seconds =
        info.duration ? std::chrono::duration<double>(*info.duration).count() : 0;
    return seconds > 0 ? static_cast<double>(info.bytes) * 8 / seconds : 0;
}

}  // namespace

VideoFacts inspect_video(const std::filesystem::path& path, const Control& control) {
    auto file = VideoFile::open(path, control.limits, control.stop);
    VideoFacts facts;
    facts.info = describe(file);
    describe_pixels(file, facts);
    describe_audio(file, facts);
    describe_layout(file, facts);
    facts.extra_tracks = count_extra_tracks(file);
    facts.picture_bits_per_second = bits_per_second(file, facts.info);
    const auto order = examine_pictures(file);
    facts.groups = order.groups;
    facts.longest_group_s = order.longest_group_s;
    facts.usual_group_s = order.usual_group_s;
    facts.has_b_frames = order.has_b_frames;
    facts.audio_ends_later_s = order.audio_ends_later_s;
    return facts;
}

}  // namespace mediaedit::internal
