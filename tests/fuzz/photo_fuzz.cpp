// Any bytes for one photo reader: a picture within the limits, or an error with a message. Never
// `internal`.
#include "base/guard.hpp"
#include "fuzz/require.hpp"
#include "photo/photo_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

using namespace mediaedit;
using namespace mediaedit::internal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    if (sniff_photo(bytes) != PhotoFormat::FUZZED_FORMAT) return 0;

    Limits limits;
    limits.max_pixels = 4'000'000;
    limits.max_memory_bytes = 128 << 20;
    const auto header = guard([&] { return read_photo_header(bytes, "input", limits); });
    if (!header) {
        fuzz::require_refusal(header.error());
        return 0;
    }
    const auto full = header->upright();
    fuzz::require(full.width > 0 && full.height > 0 &&
                  static_cast<std::int64_t>(full.width) * full.height <= limits.max_pixels);

    for (const PixelSize at_least :
         {PixelSize{}, PixelSize{(full.width + 2) / 3, (full.height + 2) / 3}}) {
        ReadRequest request;
        request.at_least = at_least;
        request.limits = limits;
        const auto photo = guard([&] { return read_photo(bytes, "input", *header, request); });
        if (!photo) {
            fuzz::require_refusal(photo.error());
            continue;
        }
        const auto got = photo->picture.size();
        fuzz::require(got.width >= std::max(1, at_least.width) &&
                      got.height >= std::max(1, at_least.height));
        fuzz::require(static_cast<std::int64_t>(got.width) * got.height <= limits.max_pixels);
        fuzz::require(photo->full_size == full);
    }
    return 0;
}
