// The colour chunks of a PNG.
#pragma once

#include "photo/bytes.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// Collects the colour chunks while the chunks of a file are read.
class PngColour {
public:
    /// Adds a chunk that comes before the pixels.
    void see(std::string_view type, Bytes data) noexcept;

    /// The profile of the pixels; empty if they are sRGB. The first usable chunk of this order
    /// applies: cICP, iCCP, sRGB, gAMA with cHRM. `embedded` is the uncompressed profile of iCCP.
    [[nodiscard]] std::vector<std::uint8_t> profile(std::vector<std::uint8_t> embedded,
                                                    bool grey) const;

private:
    Bytes cicp_, gamma_, corners_;
    bool srgb_ = false;
};

}  // namespace mediaedit::internal
