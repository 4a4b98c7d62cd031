// Films made at test time. Every picture carries its number, so that tests compare whole numbers.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

struct AVFrame;

namespace mediaedit::test {

struct FilmOptions {
    int width = 320, height = 240;
    int frames = 120;
    int group = 30;  ///< pictures between key pictures
    int b_frames = 0;
    bool open_groups = false;
    std::string encoder = "libx264";
    std::string options{};            ///< more encoder options: "key=value:key=value"
    std::string container_options{};  ///< the same for the muxer
    std::string pixels = "yuv420p";
    int tick = 1, ticks_a_second = 30;
    /// Presentation time of each picture, rising. Units: ticks. Empty: one per tick from
    /// `first_tick`.
    std::vector<std::int64_t> times{};
    std::int64_t first_tick = 0;
    int turn_deg = 0;       ///< clockwise, in the file's display matrix
    int moving_detail = 1;  ///< 0: flat background; 1: moving noise
    /// A film without numbers: a subject moves in the left quarter. At each of these pictures it
    /// changes to the other side and the background changes. The U code of a pixel gives its x:
    /// place_code.
    std::vector<int> cuts{};
    bool is_scenic = false;  ///< a film of that kind, even without cuts
    std::function<void(AVFrame&, int number)> draw_more{};  ///< draws on the finished picture
};

/// The U code in a scenic film. `x`: 0 is left, 1 is right.
int place_code(double x);

/// Writes a film; the file name extension chooses the container. Throws std::runtime_error.
void make_film(const std::filesystem::path& file, const FilmOptions& options = {});

/// Writes the packets of one film, then those of another, at 30 per second, into a file with the
/// first film's stream parameters.
void append_pictures(const std::filesystem::path& film, const std::filesystem::path& more,
                     const std::filesystem::path& both);

struct SeenFrame {
    int number = -1;           ///< -1: cannot be read
    std::int64_t time_us = 0;  ///< from the first picture on
    bool is_key = false;
};

/// Decodes a film and reads its numbers, as FFmpeg shows it (edit lists applied). `scale`: result
/// pixels per pixel of the film as it was made, whose upper left corner lies at (`left`, 0).
std::vector<SeenFrame> read_film(const std::filesystem::path& file, double scale = 1,
                                 double left = 0);
std::vector<int> numbers_of(const std::vector<SeenFrame>& frames);

/// Hashes of the stored packets in order of pts, to find what was copied.
std::vector<std::uint64_t> picture_hashes(const std::filesystem::path& file);

/// Compares all frames of `made` with the original's of the same number: PSNR in dB of the worst
/// plane. `upper_share`: the share of each picture, from the top, that is compared.
double worst_psnr(const std::filesystem::path& original, const std::filesystem::path& made,
                  double upper_share = 1);

/// The codes of every frame around one point (in fractions of its size): averages over a square of
/// 17 pixels, so that noise does not count. Shapes: 8 bit.
std::vector<std::array<double, 3>> codes_at(const std::filesystem::path& file, double x, double y);

}  // namespace mediaedit::test
