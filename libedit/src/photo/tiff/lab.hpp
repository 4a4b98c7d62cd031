// Converts L*a*b* to sRGB.
#pragma once

#include <array>
#include <cstdint>

namespace mediaedit::internal {

/// How L*, a* and b* are stored in integers of 8 or 16 bits.
enum class LabKind {
    tiff,  ///< L* uses the whole range, a* and b* are signed (in 16 bits: times 256)
    icc    ///< as in profiles: a* and b* have an offset of 128; in 16 bits 0xFF00 is L* 100
};

/// Converts the three arrays in place from L*, a*, b* to 16-bit sRGB. `white` is x and y of the
/// white point of the L*a*b* values; it becomes the white of sRGB.
void lab_to_rgb16(LabKind kind, int bits, const std::array<double, 2>& white,
                  const std::array<std::uint16_t*, 3>& channels, int pixels);

}  // namespace mediaedit::internal
