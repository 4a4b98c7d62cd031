// FFmpeg's answers that tell of a computer short of something.
#pragma once

#include "base/system/shortage.hpp"

#include <cerrno>
#include <cstddef>
#include <string>

extern "C" {
#include <libavutil/error.h>
}

namespace mediaedit::internal {

/// Errors: that of the shortage which FFmpeg's `code` tells of. Gives where it tells of none: the
/// caller knows better then.
inline void fail_if_av_short(int code, const std::string& where = {}) {
    if (code < 0) fail_if_short(AVUNERROR(code), where);
}

/// Likewise while a file is opened or read. A length in it that is nonsense has FFmpeg answer as if
/// memory were short: where there is memory for any packet, that is damage, and the caller knows
/// better.
inline void fail_if_av_short_reading(int code, const std::string& where = {}) {
    constexpr std::size_t any_packet_bytes = 64 << 20;
    if (code == AVERROR(ENOMEM) && can_have_memory(any_packet_bytes)) return;
    fail_if_av_short(code, where);
}

}  // namespace mediaedit::internal
