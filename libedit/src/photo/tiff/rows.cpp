// Decodes the rows of a TIFF page in order, with little memory.
#include "photo/tiff/rows.hpp"

#include "photo/tiff/strip_rows.hpp"
#include "photo/tiff/unpack.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Decodes one band at a time: tiles, and strips whose compression cannot decode single rows.
class BlockRows final : public TiffRows {
public:
    BlockRows(TiffFile& file, const TiffLayout& layout)
        : file_(file),
          layout_(layout),
          unpacker_(layout),
          across_((layout.size.width + layout.block_width - 1) / layout.block_width),
          planes_(layout.separate_planes ? layout.samples_per_pixel : 1),
          block_bytes_(layout.tiled ? TIFFTileSize(file.get()) : TIFFStripSize(file.get())),
          row_bytes_(layout.tiled ? TIFFTileRowSize(file.get()) : TIFFScanlineSize(file.get())),
          came_(static_cast<std::size_t>(across_)) {}

    [[nodiscard]] double bytes_held() const override {
        return static_cast<double>(block_bytes_) * across_ * planes_;
    }

    bool read(int y, std::uint8_t* to) override {
        if (y / layout_.block_height != band_) load_band(y / layout_.block_height);
        const auto step = static_cast<std::size_t>(bytes_per_pixel(layout_.samples));
        bool any = false;
        for (int block = 0; block < across_; ++block) {
            const int x = block * layout_.block_width;
            const int pixels = std::min(layout_.block_width, layout_.size.width - x);
            auto* target = to + static_cast<std::size_t>(x) * step;
            if (!came_[static_cast<std::size_t>(block)]) {
                unpacker_.fill(target, pixels);
                continue;
            }
            any = true;
            row_planes_.clear();
            for (int plane = 0; plane < planes_; ++plane)
                row_planes_.push_back(place(block, plane) +
                                      static_cast<std::ptrdiff_t>(y % layout_.block_height) *
                                          row_bytes_);
            unpacker_.unpack(row_planes_, target, pixels);
        }
        return any;
    }

private:
    std::uint8_t* place(int block, int plane) {
        return blocks_.data() + static_cast<std::ptrdiff_t>(block * planes_ + plane) * block_bytes_;
    }

    bool load(int block, int plane) {
        auto* to = place(block, plane);
        const auto sample = static_cast<std::uint16_t>(plane);
        const auto x = static_cast<std::uint32_t>(block * layout_.block_width);
        const auto y = static_cast<std::uint32_t>(band_ * layout_.block_height);
        if (layout_.tiled) {
            const auto tile = TIFFComputeTile(file_.get(), x, y, 0, sample);
            return TIFFReadEncodedTile(file_.get(), tile, to, block_bytes_) >= 0;
        }
        const auto strip = TIFFComputeStrip(file_.get(), y, sample);
        const int rows = std::min(layout_.block_height, layout_.size.height - static_cast<int>(y));
        return TIFFReadEncodedStrip(file_.get(), strip, to, row_bytes_ * rows) >= 0;
    }

    void load_band(int band) {
        band_ = band;
        if (block_bytes_ <= 0 || row_bytes_ <= 0) {
            damaged_ = true;
            return;
        }
        blocks_.resize(static_cast<std::size_t>(block_bytes_) * static_cast<std::size_t>(across_) *
                       static_cast<std::size_t>(planes_));
        for (int block = 0; block < across_; ++block) {
            file_.forget_complaints();
            bool whole = true;
            for (int plane = 0; plane < planes_ && whole; ++plane) whole = load(block, plane);
            came_[static_cast<std::size_t>(block)] = whole;
            damaged_ = damaged_ || !whole || file_.pixels_damaged();
        }
    }

    TiffFile& file_;
    const TiffLayout& layout_;
    TiffUnpacker unpacker_;
    int across_, planes_;
    tmsize_t block_bytes_, row_bytes_;
    int band_ = -1;
    std::vector<bool> came_;
    std::vector<std::uint8_t> blocks_;
    std::vector<const std::uint8_t*> row_planes_;
};

/// Decodes one band of blocks at a time, converted to RGB by libtiff.
class ConvertedRows final : public TiffRows {
public:
    ConvertedRows(TiffFile& file, const TiffLayout& layout) : file_(file), layout_(layout) {
        std::array<char, 1024> why{};
        begun_ = TIFFRGBAImageBegin(&image_, file.get(), 1, why.data()) == 1;
        if (!begun_) return;
        // As stored: UprightBuilder turns the pictures of all formats.
        image_.orientation = image_.req_orientation = ORIENTATION_TOPLEFT;
    }
    ~ConvertedRows() override {
        if (begun_) TIFFRGBAImageEnd(&image_);
    }
    ConvertedRows(const ConvertedRows&) = delete;
    ConvertedRows& operator=(const ConvertedRows&) = delete;

    [[nodiscard]] bool begun() const noexcept { return begun_; }

    [[nodiscard]] double bytes_held() const override {
        const double band = static_cast<double>(layout_.block_height) * layout_.size.width * 4;
        return layout_.tiled ? band : 2 * band;  // also a decoded strip
    }

    bool read(int y, std::uint8_t* to) override {
        const int band = y / layout_.block_height;
        if (band != band_) load_band(band);
        const auto width = static_cast<std::size_t>(layout_.size.width);
        const auto* from =
            raster_.data() + static_cast<std::size_t>(y % layout_.block_height) * width;
        if (!came_) {
            std::memset(to, 128, width * 3);
            return false;
        }
        for (std::size_t x = 0; x < width; ++x, to += 3) {
            to[0] = static_cast<std::uint8_t>(TIFFGetR(from[x]));
            to[1] = static_cast<std::uint8_t>(TIFFGetG(from[x]));
            to[2] = static_cast<std::uint8_t>(TIFFGetB(from[x]));
        }
        return true;
    }

private:
    void load_band(int band) {
        band_ = band;
        const int top = band * layout_.block_height;
        const int rows = std::min(layout_.block_height, layout_.size.height - top);
        const auto width = static_cast<std::uint32_t>(layout_.size.width);
        raster_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(rows));
        image_.row_offset = top;
        image_.col_offset = 0;
        file_.forget_complaints();
        came_ = begun_ && TIFFRGBAImageGet(&image_, raster_.data(), width,
                                           static_cast<std::uint32_t>(rows)) == 1;
        damaged_ = damaged_ || !came_ || file_.pixels_damaged();
    }

    TiffFile& file_;
    const TiffLayout& layout_;
    TIFFRGBAImage image_{};
    bool begun_ = false;
    int band_ = -1;
    bool came_ = false;
    std::vector<std::uint32_t> raster_;
};

}  // namespace

std::unique_ptr<TiffRows> open_tiff_rows(TiffFile& file, const TiffLayout& layout, Bytes bytes,
                                         int page, const Limits& limits) {
    if (layout.colours == TiffColours::by_libtiff) {
        auto rows = std::make_unique<ConvertedRows>(file, layout);
        return rows->begun() ? std::move(rows) : nullptr;
    }
    if (layout.tiled || layout.whole_strips) return std::make_unique<BlockRows>(file, layout);
    return std::make_unique<StripRows>(layout, bytes, page, limits);
}

}  // namespace mediaedit::internal
