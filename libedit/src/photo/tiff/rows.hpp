// Decodes the rows of a TIFF page in order, with little memory.
#pragma once

#include "photo/tiff/layout.hpp"

#include <cstdint>
#include <memory>

namespace mediaedit::internal {

/// Threads: one.
class TiffRows {
public:
    virtual ~TiffRows() = default;

    /// Decodes row `y` to layout.samples. Call it for rows from top to bottom. Pixels that cannot
    /// be decoded are grey, or transparent with alpha. False: no pixel of the row was decoded.
    virtual bool read(int y, std::uint8_t* to) = 0;

    /// The memory that decoding needs besides the delivered rows.
    [[nodiscard]] virtual double bytes_held() const = 0;

    /// Whether a pixel so far was missing or was decoded from damaged data.
    [[nodiscard]] bool damaged() const noexcept { return damaged_; }

protected:
    bool damaged_ = false;
};

/// `page` is the number of the page's directory, which must be the current one of `file`. `file`
/// must outlive the rows.
std::unique_ptr<TiffRows> open_tiff_rows(TiffFile& file, const TiffLayout& layout, Bytes bytes,
                                         int page, const Limits& limits);

}  // namespace mediaedit::internal
