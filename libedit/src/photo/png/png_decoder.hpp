// Wraps libpng so that its longjmp never skips a destructor.
#pragma once

#include "photo/bytes.hpp"

#include <mediaedit/control.hpp>

#include <png.h>

#include <csetjmp>
#include <cstdint>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Reads one PNG. Each step returns false if libpng failed; `why` then contains the reason. While
/// libpng runs, the steps have no C++ objects that a longjmp would skip.
class PngDecoder {
public:
    PngDecoder(Bytes bytes, const Limits& limits) noexcept;
    ~PngDecoder();
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    /// Reads everything before the pixels.
    [[nodiscard]] bool read_info() noexcept;
    /// Selects the row format: grey or RGB, with or without alpha, 8 or 16 bits in native order.
    [[nodiscard]] bool start() noexcept;
    [[nodiscard]] bool read_row(std::uint8_t* row) noexcept;
    /// Reads a row of one pass of an interlaced picture. Pixels of later passes are filled from
    /// their neighbours.
    [[nodiscard]] bool refine_row(std::uint8_t* row) noexcept;

    [[nodiscard]] bool ready() const noexcept { return png_ && info_; }
    [[nodiscard]] bool is_interlaced() const noexcept;
    [[nodiscard]] int channels() const noexcept;
    [[nodiscard]] int bit_depth() const noexcept;
    [[nodiscard]] std::vector<std::uint8_t> icc_profile() const;

    char why[128] = "";

private:
    static void give_up(png_structp png, png_const_charp text);
    static void deliver(png_structp png, png_bytep to, std::size_t count);

    Bytes bytes_;
    std::size_t at_ = 0;
    Limits limits_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    std::jmp_buf back_{};
};

}  // namespace mediaedit::internal
