// Decodes the rows of a TIFF page that is stored in strips.
#pragma once

#include "photo/tiff/rows.hpp"
#include "photo/tiff/unpack.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace mediaedit::internal {

/// Decodes row by row, so that a strip may be as large as the picture. In a truncated strip, the
/// rows before the truncation are decoded.
class StripRows final : public TiffRows {
public:
    StripRows(const TiffLayout& layout, Bytes bytes, int page, const Limits& limits);

    bool read(int y, std::uint8_t* to) override;
    [[nodiscard]] double bytes_held() const override;

private:
    /// One plane, or all of them if they are interleaved. Each has its own handle, because libtiff
    /// restarts a strip whenever it switches to another one.
    struct Plane {
        std::unique_ptr<TiffFile> file;
        std::unique_ptr<TiffFile> twin;  ///< open while a truncated strip is read
        std::vector<std::uint8_t> row, twin_row;
        int lost_strip = -1;  ///< the rest of this strip cannot be decoded
        int cut_strip = -1;   ///< the truncated strip for which `file` and `twin` are open
    };

    std::unique_ptr<TiffFile> open(TiffExtension extension = {}) const;
    bool read_row(Plane& plane, std::uint16_t sample, int y);
    bool read_row_of_cut(Plane& plane, std::uint16_t sample, int y);
    void begin_strip(Plane& plane, std::uint16_t sample, int y);

    const TiffLayout& layout_;
    Bytes bytes_;
    int page_;
    Limits limits_;
    TiffUnpacker unpacker_;
    std::vector<Plane> planes_;
    std::vector<const std::uint8_t*> rows_;
};

}  // namespace mediaedit::internal
