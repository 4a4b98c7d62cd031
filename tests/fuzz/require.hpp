// Requirements of fuzz targets.
#pragma once

#include <mediaedit/result.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace mediaedit::fuzz {

inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (holds) return;
    std::fprintf(stderr, "%s:%d does not hold\n", file, line);
    std::abort();
}

/// An error for foreign bytes: it has a message and is never `internal`.
inline void require_refusal(const Error& error) {
    if (error.code == ErrorCode::internal || error.message.empty()) {
        std::fprintf(stderr, "refused as %s: %s (%s)\n", std::string(to_string(error.code)).c_str(),
                     error.message.c_str(), error.detail.c_str());
        std::abort();
    }
}

}  // namespace mediaedit::fuzz
