// Describes a file without decoding its pictures.
//
//     auto info = probe("clip.mp4");
//     if (info) std::cout << info->size.width << " x " << info->size.height << '\n';
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit {

enum class MediaKind { photo, video };
enum class Hdr { none, hlg, pq, dolby_vision };

/// Information for the person that is not an error. Codes are stable, messages are translated.
struct Note {
    std::string code;
    std::string message;
    bool operator==(const Note&) const = default;
};

struct MediaInfo {
    MediaKind kind = MediaKind::photo;
    std::string format;     ///< jpeg png webp heic avif tiff gif bmp | mp4 mov matroska ...
    PixelSize size;         ///< upright, in square pixels
    int rotation_deg = 0;   ///< the clockwise rotation that the file asks for: 0 90 180 270
    bool mirrored = false;  ///< the file also asks for mirroring
    std::string color;      ///< name of the colour profile, else "srgb", "grey", "cmyk" ...
    int bit_depth = 8;      ///< per channel
    bool has_alpha = false;
    bool animated = false;  ///< the photo file contains more than one picture
    Hdr hdr = Hdr::none;
    bool has_location = false;    ///< the file contains its location
    bool has_owner_data = false;  ///< the file contains maker, model, serial number, artist ...
    std::string device;           ///< maker and model, if the file names them
    /// Local time as the device wrote it: YYYY-MM-DDTHH:MM:SS.
    std::optional<std::string> taken_at;
    std::uintmax_t bytes = 0;

    // Videos only
    std::optional<Time> duration;
    double frame_rate = 0;  ///< frames per second
    bool variable_frame_rate = false;
    bool interlaced = false;
    std::string video_codec;
    std::string audio_codec;
    std::optional<std::int64_t> frames;

    std::vector<Note> notes;  ///< such as "truncated", "first_picture_only"
};

/// Describes a photo or video. Its content selects the format, not its name.
/// Errors: not_found, unreadable, damaged, unsupported, too_large.
MEDIAEDIT_API Result<MediaInfo> probe(const std::filesystem::path& file,
                                      const Control& control = {});

}  // namespace mediaedit
