// Reading a photo that a test made in memory.
#pragma once

#include "base/failure.hpp"
#include "photo/photo_reader.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace mediaedit::test {

inline internal::Photo read_bytes(const std::vector<std::uint8_t>& bytes,
                                  const internal::ReadRequest& request = {}) {
    return internal::read_photo(
        bytes, "made", internal::read_photo_header(bytes, "made", request.limits), request);
}

/// The error with which the photo is refused; fails the test if it can be read.
inline Error refusal_of(const std::vector<std::uint8_t>& bytes) {
    try {
        read_bytes(bytes);
    } catch (const internal::Failure& failure) { return failure.error; }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

}  // namespace mediaedit::test
