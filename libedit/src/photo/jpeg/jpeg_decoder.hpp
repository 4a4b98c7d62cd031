// libjpeg-turbo behind a border that no longjmp crosses.
#pragma once

#include "photo/bytes.hpp"

#include <cstdio>  // jpeglib.h needs it

#include <jpeglib.h>

#include <csetjmp>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// One JPEG being read. Each step gives false when libjpeg gave up; `code` and `detail()` then tell
/// why. The steps hold no C++ object while libjpeg runs, so that its longjmp leaves nothing behind.
class JpegDecoder {
public:
    JpegDecoder(Bytes bytes, std::stop_token stop) noexcept;
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    [[nodiscard]] bool read_header() noexcept;
    [[nodiscard]] bool start() noexcept;
    /// Rows that came, less than `count` only when libjpeg gave up.
    int read_rows(std::uint8_t* rows, std::size_t bytes_per_row, int count) noexcept;

    /// Up to the end of the picture, to see whether all of the file's data were pixels.
    void finish() noexcept;

    [[nodiscard]] std::string detail() const;
    /// The payloads of all markers with this number that begin with `start`, without it.
    [[nodiscard]] std::vector<Bytes> markers(int number, std::string_view start) const;
    [[nodiscard]] std::vector<std::uint8_t> icc_profile() noexcept;

    jpeg_decompress_struct info{};
    int code = 0;  ///< libjpeg's number of what it gave up for
    bool cancelled = false;
    bool ended_early = false;   ///< the file ended where more was to come
    bool starved = false;       ///< pixels are missing
    bool nothing_came = false;  ///< not one row of pixels was whole
    bool corrupt = false;       ///< other damage

private:
    struct Errors {
        jpeg_error_mgr base;
        JpegDecoder* decoder;
    };
    static void give_up(j_common_ptr common);
    static void note(j_common_ptr common, int level);
    static void watch(j_common_ptr common);

    Bytes bytes_;
    std::stop_token stop_;
    Errors errors_{};
    jpeg_progress_mgr progress_{};
    std::jmp_buf back_{};
    bool created_ = false;
};

}  // namespace mediaedit::internal
