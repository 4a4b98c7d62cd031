// Stored TIFF samples become samples of a row.
#pragma once

#include "photo/tiff/layout.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// Unpacks pixels of one layout.
class TiffUnpacker {
public:
    explicit TiffUnpacker(const TiffLayout& layout);

    /// Shapes: `planes`: where the first pixel begins, once for each sample of separate planes,
    /// else once; `to`: `pixels` of layout.samples.
    void unpack(std::span<const std::uint8_t* const> planes, std::uint8_t* to, int pixels);

    /// What stands where nothing came: grey, or clear where there is alpha.
    void fill(std::uint8_t* to, int pixels) const;

private:
    void read_sample(const std::uint8_t* plane, int index, int step, int pixels,
                     std::uint16_t* to) const;
    void read_scaled(const std::uint8_t* plane, int index, int step, int pixels,
                     std::uint16_t* to) const;
    void divide_by_alpha(int pixels);
    void store(std::uint8_t* to, int pixels) const;

    const TiffLayout& layout_;
    int channels_;    ///< that are kept: the colours and, last, the alpha
    bool as_stored_;  ///< rows need only be copied
    /// One array for each channel, of 16 bit values.
    std::vector<std::vector<std::uint16_t>> values_;
};

}  // namespace mediaedit::internal
