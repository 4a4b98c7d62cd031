// Whether the program is built with a sanitizer.
#pragma once

namespace mediaedit::test {

/// Its allocator then maps terabytes in advance, so that memory limits mean nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool maps_in_advance = true;
#elif defined(__has_feature)
constexpr bool maps_in_advance =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool maps_in_advance = false;
#endif

}  // namespace mediaedit::test
