// Wraps libjpeg-turbo so that its longjmp never skips a destructor.
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

/// Reads one JPEG. Each step returns false if libjpeg failed; `code` and `detail()` then contain
/// the reason. While libjpeg runs, the steps have no C++ objects that a longjmp would skip.
class JpegDecoder {
public:
    JpegDecoder(Bytes bytes, std::stop_token stop) noexcept;
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    [[nodiscard]] bool read_header() noexcept;
    [[nodiscard]] bool start() noexcept;
    /// Returns the number of rows read; fewer than `count` only if libjpeg failed.
    int read_rows(std::uint8_t* rows, std::size_t bytes_per_row, int count) noexcept;

    /// Reads to the end of the picture, to detect data that are left over.
    void finish() noexcept;

    [[nodiscard]] std::string detail() const;
    /// The payloads of all markers of this number that begin with `start`, without that prefix.
    [[nodiscard]] std::vector<Bytes> markers(int number, std::string_view start) const;
    [[nodiscard]] std::vector<std::uint8_t> icc_profile() noexcept;

    jpeg_decompress_struct info{};
    int code = 0;  ///< libjpeg's error code
    bool cancelled = false;
    bool ended_early = false;   ///< the file ended before the picture did
    bool starved = false;       ///< pixels are missing
    bool nothing_came = false;  ///< not one row of pixels is complete
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
