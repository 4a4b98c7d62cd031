// Rows of a TIFF page that is stored in strips.
#pragma once

#include "photo/tiff/rows.hpp"
#include "photo/tiff/unpack.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace mediaedit::internal {

/// Decodes row by row, so that a strip may be as large as the picture. Of a strip that is cut short
/// the rows before the cut are read.
class StripRows final : public TiffRows {
public:
    StripRows(const TiffLayout& layout, Bytes bytes, int page, const Limits& limits);

    bool read(int y, std::uint8_t* to) override;
    [[nodiscard]] double bytes_held() const override;

private:
    /// One plane, or all where they are not separate: with a handle of its own, since libtiff would
    /// begin a strip again whenever it turns to another one.
    struct Plane {
        std::unique_ptr<TiffFile> file;
        std::unique_ptr<TiffFile> twin;  ///< while a strip that is cut short is read
        std::vector<std::uint8_t> row, twin_row;
        int lost_strip = -1;  ///< no more rows come from this one
        int cut_strip = -1;   ///< `file` and `twin` are open for this one
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
