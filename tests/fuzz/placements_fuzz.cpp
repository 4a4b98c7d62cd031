// Any text as a placements file: usable placements, or an error naming the field.
#include "base/guard.hpp"
#include "fuzz/require.hpp"
#include "placement/placements_json.hpp"

#include <cstdint>
#include <string_view>

using namespace mediaedit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto read = internal::guard([&] { return internal::parse_placements(text); });
    if (!read) {
        fuzz::require(read.error().code == ErrorCode::bad_recipe);
        fuzz::require_refusal(read.error());
    }
    return 0;
}
