// Converts stored TIFF samples to the samples of a row.
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

    /// Shapes: `planes` points to the first pixel: one pointer per sample for separate planes, else
    /// one; `to` receives `pixels` pixels of layout.samples.
    void unpack(std::span<const std::uint8_t* const> planes, std::uint8_t* to, int pixels);

    /// Fills pixels that cannot be decoded: grey, or transparent with alpha.
    void fill(std::uint8_t* to, int pixels) const;

private:
    void read_sample(const std::uint8_t* plane, int index, int step, int pixels,
                     std::uint16_t* to) const;
    void read_scaled(const std::uint8_t* plane, int index, int step, int pixels,
                     std::uint16_t* to) const;
    void divide_by_alpha(int pixels);
    void store(std::uint8_t* to, int pixels) const;

    const TiffLayout& layout_;
    int channels_;    ///< the number used: colours and, last, alpha
    bool as_stored_;  ///< rows are only copied
    /// One array of 16-bit values per channel.
    std::vector<std::vector<std::uint16_t>> values_;
};

}  // namespace mediaedit::internal
