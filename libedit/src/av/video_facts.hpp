// What a video is inside, beyond what probe tells: all that a platform may ask for.
#pragma once

#include <mediaedit/media_info.hpp>

#include <optional>
#include <string>

namespace mediaedit::internal {

/// How much of the colour is kept: 4:2:0, 4:2:2, 4:4:4.
enum class Chroma { unknown, grey, half, half_across, full };

/// Whether what is decoded from a key picture on needs anything from before it.
enum class Groups { unknown, closed, open };

/// What is not known is empty, 0, false or `unknown`, and no reason to complain.
struct VideoFacts {
    MediaInfo info;

    std::string profile;       ///< as FFmpeg calls it: "High", "Main 10"
    int level = 0;             ///< as the codec writes it: 40 is 4.0 of H.264, 120 that of HEVC
    std::string pixel_format;  ///< "yuv420p"
    Chroma chroma = Chroma::unknown;
    bool full_range = false;
    bool has_color_tags = false;  ///< primaries, transfer and matrix are all told
    bool has_b_frames = false;    ///< pictures are stored in another order than shown
    double pixel_aspect = 1;      ///< width by height of one pixel
    double picture_bits_per_second = 0;

    Groups groups = Groups::unknown;
    double longest_group_s = 0, usual_group_s = 0;

    bool has_edit_list = false;  ///< one that does more than nothing
    bool moov_last = false;      ///< the table of contents stands behind the pictures
    bool fragmented = false;

    std::string sound_profile;  ///< "LC", "HE-AAC"
    int sound_hz = 0, sound_channels = 0;
    std::optional<double> sound_ends_later_s;  ///< than the picture; negative: earlier

    int extra_tracks = 0;  ///< besides one of pictures and one of sound; a cover picture is none
};

}  // namespace mediaedit::internal
