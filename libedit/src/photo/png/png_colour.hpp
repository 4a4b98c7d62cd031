// What the chunks of a PNG say about its colours.
#pragma once

#include "photo/bytes.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// The chunks that speak of colour, gathered while a file is walked through.
class PngColour {
public:
    /// A chunk that lies before the pixels.
    void see(std::string_view type, Bytes data) noexcept;

    /// The profile by which the pixels become sRGB; empty: they are sRGB. The chunks have a rank,
    /// and the first that can be used counts: cICP, iCCP, sRGB, gAMA with cHRM. `embedded`: what
    /// iCCP holds, unpacked.
    [[nodiscard]] std::vector<std::uint8_t> profile(std::vector<std::uint8_t> embedded,
                                                    bool grey) const;

private:
    Bytes cicp_, gamma_, corners_;
    bool srgb_ = false;
};

}  // namespace mediaedit::internal
