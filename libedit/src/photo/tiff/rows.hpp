// Rows of a TIFF page, one after another, with little memory.
#pragma once

#include "photo/tiff/layout.hpp"

#include <cstdint>
#include <memory>

namespace mediaedit::internal {

/// Threads: one.
class TiffRows {
public:
    virtual ~TiffRows() = default;

    /// Decodes row `y`; rows are asked for from top to bottom. `to` holds layout.samples. What
    /// cannot be decoded is grey, or clear where there is alpha. False: nothing of the row came.
    virtual bool read(int y, std::uint8_t* to) = 0;

    /// What decoding takes beside the rows that are delivered.
    [[nodiscard]] virtual double bytes_held() const = 0;

    /// Whether any pixel so far could not be decoded, or was decoded from damaged data.
    [[nodiscard]] bool damaged() const noexcept { return damaged_; }

protected:
    bool damaged_ = false;
};

/// `page`: the number of the page's directory. `file` stands on it and outlives the rows.
std::unique_ptr<TiffRows> open_tiff_rows(TiffFile& file, const TiffLayout& layout, Bytes bytes,
                                         int page, const Limits& limits);

}  // namespace mediaedit::internal
