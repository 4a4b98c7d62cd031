// Any bytes for the readers of MP4 boxes and of NAL units: results are bounded, whatever the bytes
// claim.
#include "fuzz/require.hpp"
#include "video/bitstream/nal_units.hpp"
#include "video/container/mp4_boxes.hpp"

#include <cstdint>
#include <span>
#include <sstream>
#include <string>

using namespace mediaedit;
using namespace mediaedit::internal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    std::istringstream in(std::string(bytes.begin(), bytes.end()));
    const auto layout = read_mp4_layout(in);
    fuzz::require(layout.tracks.size() <= 64);
    fuzz::require(layout.moov_at.value_or(0) <= size && layout.mdat_at.value_or(0) <= size);
    for (const auto& track : layout.tracks) {
        fuzz::require(track.edits.size() <= 256 && track.sample_entries.size() <= 16);
        fuzz::require(!edits_change(track, layout.ticks_per_second) || !track.edits.empty());
    }
    for (const auto codec : {NalCodec::h264, NalCodec::hevc}) {
        fuzz::require(nal_length_bytes(codec, bytes) <= 4);
        for (int length_bytes = 0; length_bytes <= 4; ++length_bytes) {
            const auto types = nal_types(codec, length_bytes, bytes);
            fuzz::require(types.size() <= 1024);
            for (const int type : types) fuzz::require(type >= 0 && type < 64);
        }
    }
    return 0;
}
