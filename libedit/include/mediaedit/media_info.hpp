// What a file is, without decoding its pictures.
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

/// Something the person may want to know, that is no error. Codes are stable, messages translated.
struct Note {
    std::string code;
    std::string message;
    bool operator==(const Note&) const = default;
};

struct MediaInfo {
    MediaKind kind = MediaKind::photo;
    std::string format;     ///< jpeg png webp heic avif tiff gif bmp | mp4 mov matroska ...
    PixelSize size;         ///< upright, square pixels
    int rotation_deg = 0;   ///< clockwise turn that the file asks for: 0 90 180 270
    bool mirrored = false;  ///< the file asks for mirroring too
    std::string color;      ///< the profile's name, else "srgb", "grey", "cmyk" ...
    int bit_depth = 8;      ///< per channel
    bool has_alpha = false;
    bool animated = false;  ///< more than one picture in a photo file
    Hdr hdr = Hdr::none;
    bool has_location = false;    ///< place data inside
    bool has_owner_data = false;  ///< maker, model, serial number, artist, copyright ... inside
    std::string device;           ///< maker and model, when named
    std::optional<std::string>
        taken_at;  ///< local time as written by the device: YYYY-MM-DDTHH:MM:SS
    std::uintmax_t bytes = 0;

    std::optional<Time> duration;  ///< videos
    double frame_rate = 0;
    bool variable_frame_rate = false;
    bool interlaced = false;
    std::string video_codec;
    std::string audio_codec;
    std::optional<std::int64_t> frames;

    std::vector<Note> notes;  ///< such as "truncated", "first_picture_only"
};

/// Looks at a file: content decides, not its name.
/// Errors: not_found, unreadable, damaged, unsupported, too_large.
MEDIAEDIT_API Result<MediaInfo> probe(const std::filesystem::path& file,
                                      const Control& control = {});

}  // namespace mediaedit
