// The seam to what needs FFmpeg: a part of the library that is loaded when the first file asks for
// it.
#pragma once

#include "av/audio_preview_source.hpp"
#include "av/video_facts.hpp"
#include "av/video_preview_source.hpp"
#include "overlay/overlay_art.hpp"

#include <mediaedit/carried_data.hpp>
#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

class VideoFile;

enum class AvStillFormat { gif, bmp };

/// A decoded still, as stored (not turned, not converted to sRGB).
struct AvStill {
    PixelSize size;
    bool has_alpha = false;
    int bit_depth = 8;                  ///< of `samples`: 8 or 16 (machine byte order)
    std::vector<std::uint8_t> samples;  ///< rows without padding: RGB, or RGBA where has_alpha
    bool damaged = false;               ///< only a part could be decoded
};

/// A video that was looked into. It stays open, so that nothing of it need be found out twice.
struct DescribedVideo {
    MediaInfo info;
    std::shared_ptr<const VideoFile> file;
};

/// Threads: any, at once.
struct AvParts {
    /// The first picture. Errors: damaged, unsupported, too_large (over `max_pixels`, before memory
    /// is taken).
    AvStill (*decode_still)(AvStillFormat format, std::span<const std::uint8_t> bytes,
                            std::int64_t max_pixels);
    /// What a video is. Errors: those of probe.
    DescribedVideo (*describe_video)(const std::filesystem::path& file, const Control& control);
    /// As export_many. `logos`: for each job the logos of its overlays, or why they cannot be had.
    std::vector<Result<Report>> (*export_video)(const DescribedVideo& source,
                                                std::span<const Job> jobs,
                                                std::span<const Result<Logos>> logos,
                                                const Control& control);
    /// Keeps a video open. Errors: those of probe.
    std::unique_ptr<VideoPreviewSource> (*open_video_preview)(const std::filesystem::path& file,
                                                              const Control& control);
    /// What it is inside. Reads at most the first half minute. Errors: those of probe.
    VideoFacts (*inspect_video)(const std::filesystem::path& file, const Control& control);
    /// Faces on their way through it. Errors: those of probe.
    std::vector<FollowedFace> (*follow_faces)(const std::filesystem::path& file,
                                              const Control& control);
    /// What it tells beside its pictures and its sound. Errors: those of probe.
    std::vector<CarriedItem> (*carried_by_video)(const std::filesystem::path& file,
                                                 const Control& control);
    /// For each moment the last key picture shown at or before it. Errors: cancelled, unreadable.
    std::vector<std::optional<Time>> (*key_times)(const VideoFile& file,
                                                  std::span<const Time> moments);
    /// Keeps a video's sound open. Errors: those of probe.
    std::unique_ptr<AudioPreviewSource> (*open_audio_preview)(const std::filesystem::path& file,
                                                              const Control& control);
};

/// Loads the part at the first call. Errors: unsupported, when it is not installed.
const AvParts& av_parts();

}  // namespace mediaedit::internal
