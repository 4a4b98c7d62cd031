// The interface to the FFmpeg part of the library, which is loaded when a file first needs it.
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

/// A decoded still picture as stored: not turned, not converted to sRGB.
struct AvStill {
    PixelSize size;
    bool has_alpha = false;
    int bit_depth = 8;                  ///< of `samples`: 8 or 16 (native byte order)
    std::vector<std::uint8_t> samples;  ///< rows without padding: RGB, or RGBA if has_alpha
    bool damaged = false;               ///< only a part could be decoded
};

/// A video that has been probed. It stays open, so that nothing is read twice.
struct DescribedVideo {
    MediaInfo info;
    std::shared_ptr<const VideoFile> file;
};

/// Threads: any; all functions may run in parallel.
struct AvParts {
    /// Decodes the first picture. Errors: damaged, unsupported; too_large if it exceeds
    /// `max_pixels`, before memory is allocated.
    AvStill (*decode_still)(AvStillFormat format, std::span<const std::uint8_t> bytes,
                            std::int64_t max_pixels);
    /// Probes a video. Errors: those of probe.
    DescribedVideo (*describe_video)(const std::filesystem::path& file, const Control& control);
    /// As export_many. `logos` holds for each job the logos of its overlays, or their error.
    std::vector<Result<Report>> (*export_video)(const DescribedVideo& source,
                                                std::span<const Job> jobs,
                                                std::span<const Result<Logos>> logos,
                                                const Control& control);
    /// Opens a video for previews. Errors: those of probe.
    std::unique_ptr<VideoPreviewSource> (*open_video_preview)(const std::filesystem::path& file,
                                                              const Control& control);
    /// Reads how a video is encoded, from at most the first 30 s. Errors: those of probe.
    VideoFacts (*inspect_video)(const std::filesystem::path& file, const Control& control);
    /// As the public follow_faces. Errors: those of probe.
    std::vector<FollowedFace> (*follow_faces)(const std::filesystem::path& file,
                                              const Control& control);
    /// Reads the embedded metadata. Errors: those of probe.
    std::vector<CarriedItem> (*carried_by_video)(const std::filesystem::path& file,
                                                 const Control& control);
    /// For each time in `moments`, the last keyframe shown at or before it. Errors: cancelled,
    /// unreadable.
    std::vector<std::optional<Time>> (*key_times)(const VideoFile& file,
                                                  std::span<const Time> moments);
    /// Opens the audio of a video for previews. Errors: those of probe.
    std::unique_ptr<AudioPreviewSource> (*open_audio_preview)(const std::filesystem::path& file,
                                                              const Control& control);
};

/// Loads the part at the first call. Errors: unsupported if it is not installed; too_large if
/// memory or open files are short.
const AvParts& av_parts();

}  // namespace mediaedit::internal
