// Films made at test time: every picture carries its number, so that exactness is a matter of whole
// numbers.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

struct AVFrame;

namespace mediaedit::test {

struct FilmWish {
    int width = 320, height = 240;
    int frames = 120;
    int group = 30;  ///< pictures between key pictures
    int b_frames = 0;
    bool open_groups = false;
    std::string encoder = "libx264";
    std::string options{};            ///< more for the encoder: "key=value:key=value"
    std::string container_options{};  ///< likewise for the container
    std::string pixels = "yuv420p";
    int tick = 1, ticks_a_second = 30;
    /// When each picture is shown, in ticks; empty: one a tick from `first_tick` on. Rising.
    std::vector<std::int64_t> times{};
    std::int64_t first_tick = 0;
    int turn_deg = 0;       ///< clockwise, asked for by the file
    int moving_detail = 1;  ///< 0: flat behind the number; 1: moving noise
    /// Instead of numbers: something moves in the left quarter, and from these pictures on in the
    /// right, the left, ... before another background each time. A picture's U code tells how far
    /// right it was: place_code.
    std::vector<int> cuts{};
    bool is_scenic = false;                                 ///< also without cuts
    std::function<void(AVFrame&, int number)> draw_more{};  ///< onto the finished picture
};

/// Of a scenic film. `x`: 0 is left, 1 is right.
int place_code(double x);

/// Writes it; the name's ending chooses the container. Throws std::runtime_error.
void make_film(const std::filesystem::path& file, const FilmWish& wish = {});

/// The packets of one film and then those of another, each thirty a second, in a file that is
/// described as the first one.
void append_pictures(const std::filesystem::path& film, const std::filesystem::path& more,
                     const std::filesystem::path& both);

struct SeenFrame {
    int number = -1;           ///< -1: cannot be read
    std::int64_t time_us = 0;  ///< from the first picture on
    bool is_key = false;
};

/// Decodes all of a film and reads its numbers, as FFmpeg itself shows it (edit lists obeyed).
/// `scale`: result pixels per pixel of the film as it was made, whose upper left corner lies at
/// (`left`, 0).
std::vector<SeenFrame> read_film(const std::filesystem::path& file, double scale = 1,
                                 double left = 0);
std::vector<int> numbers_of(const std::vector<SeenFrame>& frames);

/// The stored packets' sizes and hashes, in order of pts, to tell what was copied.
std::vector<std::uint64_t> picture_hashes(const std::filesystem::path& file);

/// Light and colours of all frames of `made` compared with the original's of the same number: PSNR
/// in dB of the worst plane of all. `upper_share`: how much of the pictures, from above, is
/// compared.
double worst_psnr(const std::filesystem::path& original, const std::filesystem::path& made,
                  double upper_share = 1);

/// The codes that every frame has around one place (in fractions of its size): the average of 17
/// pixels across, so that grain does not count. Shapes: 8 bit.
std::vector<std::array<double, 3>> codes_at(const std::filesystem::path& file, double x, double y);

}  // namespace mediaedit::test
