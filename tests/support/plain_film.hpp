// Small MP4 files made to order, good or bad, whose content does not matter: a moving grey gradient
// and a tone.
#pragma once

#include <mediaedit/geometry.hpp>

#include <filesystem>
#include <string>

namespace mediaedit::test {

struct PlainFilm {
    PixelSize size{90, 160};
    int frames = 90;
    int rate = 30;
    int group = 60;  ///< pictures between key pictures
    int b_frames = 0;
    bool open_groups = false;
    bool interlaced = false;
    bool uneven = false;  ///< every third picture is shown twice as long
    std::string pixel_format = "yuv420p";
    double pixel_aspect = 1;
    bool tagged = true;  ///< tagged as BT.709

    int audio_hz = 48'000;  ///< 0: no sound
    int audio_channels = 2;
    double audio_longer_s = 0;  ///< than the pictures; negative: shorter

    std::string container = "mp4";  ///< a muxer of FFmpeg: "mp4", "mov", "matroska"
    bool moov_first = true;
    bool edit_list = false;
    bool fragmented = false;
    std::string location{};  ///< "+07.7956+110.3695/"
};

/// Whether this machine has the H.264 encoder.
bool can_make_films();

/// Errors: std::runtime_error.
void write_film(const std::filesystem::path& file, const PlainFilm& film);

}  // namespace mediaedit::test
