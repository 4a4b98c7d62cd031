// FFmpeg's errors that mean a shortage of memory, files or threads.
#pragma once

#include "base/system/shortage.hpp"

#include <cerrno>
#include <cstddef>
#include <string>

extern "C" {
#include <libavutil/error.h>
}

namespace mediaedit::internal {

/// Errors: that of the shortage which FFmpeg's `code` means. Returns if it means none; then the
/// caller knows better.
inline void fail_if_av_short(int code, const std::string& where = {}) {
    if (code < 0) fail_if_short(AVUNERROR(code), where);
}

/// The same while a file is opened or read. For nonsensical lengths in a file FFmpeg reports a lack
/// of memory. If there is memory for any packet, the file is damaged; then the caller knows better.
inline void fail_if_av_short_reading(int code, const std::string& where = {}) {
    constexpr std::size_t any_packet_bytes = 64 << 20;
    if (code == AVERROR(ENOMEM) && can_have_memory(any_packet_bytes)) return;
    fail_if_av_short(code, where);
}

}  // namespace mediaedit::internal
