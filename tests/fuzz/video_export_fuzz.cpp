// One byte chooses the edit; the rest is a film to encode: a whole film, or an error that leaves
// nothing behind.
#include "fuzz/film_folder.hpp"

#include <chrono>
#include <cstdint>
#include <span>

using namespace mediaedit;

namespace {

constexpr PixelSize size{96, 96};
constexpr int rate = 25;
constexpr int constant_rate = 0x40, finds_focus = 0x80;

Recipe recipe_of(std::uint8_t choice) {
    Recipe recipe;
    recipe.canvas = Canvas{size, static_cast<Fit>(choice & 3), {}, {}};
    constexpr Audio::Kind sounds[] = {Audio::Kind::keep, Audio::Kind::level, Audio::Kind::off,
                                      Audio::Kind::level};
    recipe.audio.kind = sounds[choice >> 2 & 3];
    recipe.turn = static_cast<Turn>(choice >> 4 & 3);
    if ((choice & constant_rate) != 0) recipe.constant_rate = rate;
    // Face detection takes most of a run's time.
    if ((choice & finds_focus) == 0) recipe.focus = Point{0.5, 0.5};
    TextOverlay text;
    text.text = "8";
    text.size = 0.3;
    recipe.overlays.emplace_back(text);
    return recipe;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t count) {
    if (count < 1) return 0;
    const std::span bytes(data, count);
    const fuzz::FilmFolder folder(bytes.subspan(1));
    if (!folder.is_film()) return 0;
    const auto control = fuzz::small_control();
    Output output;
    output.file = folder.result();
    output.quality = Quality::small;
    const auto report = export_media(folder.source(), recipe_of(bytes[0]), output, control);
    if (report) fuzz::require(report->size == size && report->mode == Mode::encoded);
    // At an even rate the length is a whole number of frames.
    const bool is_even = (bytes[0] & constant_rate) != 0;
    fuzz::require_result(folder, report, control,
                         std::chrono::milliseconds(is_even ? 1000 / rate : 2));
    return 0;
}
