// FFmpeg's answers that tell of a computer short of something.
#pragma once

#include "base/shortage.hpp"

#include <string>

extern "C" {
#include <libavutil/error.h>
}

namespace mediaedit::internal {

/// Errors: that of the shortage which FFmpeg's `code` tells of. Gives where it tells of none: the caller knows better then.
inline void fail_if_av_short(int code, const std::string& where = {}) {
    if (code < 0) fail_if_short(AVUNERROR(code), where);
}

}  // namespace mediaedit::internal
