// How a video is encoded, beyond what probe returns: everything that platforms have rules for.
#pragma once

#include <mediaedit/media_info.hpp>

#include <optional>
#include <string>

namespace mediaedit::internal {

/// Chroma subsampling: 4:0:0, 4:2:0, 4:2:2, 4:4:4.
enum class Chroma { unknown, grey, half, half_across, full };

/// Whether frames after a keyframe need frames from before it (open GOP).
enum class Groups { unknown, closed, open };

/// Unknown values are empty, 0, false or `unknown`; checks do not report them.
struct VideoFacts {
    MediaInfo info;

    std::string profile;       ///< FFmpeg's name: "High", "Main 10"
    int level = 0;             ///< in the codec's unit: 4.0 is 40 in H.264, 120 in HEVC
    std::string pixel_format;  ///< "yuv420p"
    Chroma chroma = Chroma::unknown;
    bool full_range = false;
    bool has_color_tags = false;  ///< primaries, transfer and matrix are all given
    bool has_b_frames = false;    ///< decoding order differs from display order
    double pixel_aspect = 1;      ///< width divided by height of one pixel
    double picture_bits_per_second = 0;

    Groups groups = Groups::unknown;
    double longest_group_s = 0, usual_group_s = 0;

    bool has_edit_list = false;  ///< one that has an effect
    bool moov_last = false;      ///< the moov box comes after the media data
    bool fragmented = false;

    std::string audio_profile;  ///< "LC", "HE-AAC"
    int audio_hz = 0, audio_channels = 0;
    std::optional<double> audio_ends_later_s;  ///< than the video stream; negative: earlier

    int extra_tracks = 0;  ///< besides one video and one audio track; cover art does not count
};

}  // namespace mediaedit::internal
