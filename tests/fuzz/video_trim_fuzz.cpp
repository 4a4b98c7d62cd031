// Four bytes choose what is kept; the rest is a film to trim: a whole film, or an error that leaves
// nothing behind.
#include "fuzz/film_folder.hpp"

#include <cstdint>
#include <span>

using namespace mediaedit;

namespace {

constexpr std::size_t choices = 4;
/// Steps shorter than a picture; 255 of them are some seconds.
constexpr Time step = std::chrono::milliseconds(8);

TimeRange range_of(Time start, std::uint8_t length) {
    TimeRange range{start, {}};
    if (length > 0) range.end = start + length * step;
    return range;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < choices) return 0;
    const std::span bytes(data, size);
    const fuzz::FilmFolder folder(bytes.subspan(choices));
    if (!folder.is_film()) return 0;
    Recipe recipe;
    recipe.keep.push_back(range_of(bytes[0] * step, bytes[1]));
    // Joined parts do not overlap.
    if (const auto end = recipe.keep.front().end; end && bytes[2] > 0)
        recipe.keep.push_back(range_of(*end + bytes[2] * step, bytes[3]));
    const auto control = fuzz::small_control();
    Output output;
    output.file = folder.result();
    fuzz::require_result(folder, export_media(folder.source(), recipe, output, control), control);
    return 0;
}
