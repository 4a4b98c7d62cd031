// Whether the program is sanitized.
#pragma once

namespace mediaedit::test {

/// Then its allocator maps terabytes in advance, and limits of memory mean nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool maps_in_advance = true;
#elif defined(__has_feature)
constexpr bool maps_in_advance =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool maps_in_advance = false;
#endif

}  // namespace mediaedit::test
