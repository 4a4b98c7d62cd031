// Encoders for tests that behave as a graphics card's might: well, badly, or not at all.
#pragma once

#include "video/encode/h264_encoders.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace mediaedit::test {

enum class Fault {
    none,
    does_not_open,
    first_picture,  ///< opens, and fails at the first picture
    later,          ///< works until picture `fails_at`, which a trial does not reach
    loses,          ///< loses the last picture
    swaps,          ///< swaps the times of two neighbouring pictures
    reorders,       ///< returns packets in another order
    smaller,        ///< encodes a smaller picture
    darker,         ///< makes each picture a little darker
    colours,        ///< swaps the chroma planes
    no_keys,        ///< makes only the first picture a key picture
    hangs,          ///< blocks at its first picture until `is_released`
};

/// How often a fake was called, over all its openings.
struct FakeLog {
    std::atomic<int> asked_for = 0;  ///< lookups of the encoder
    std::atomic<int> opened = 0;
    std::atomic<bool> is_released = false;
    std::atomic<int> closed = 0;
};

struct FakeOptions {
    std::string name = "h264_fake";
    Fault fault = Fault::none;
    int fails_at = 0;
    internal::EncoderCandidate::Kind kind = internal::EncoderCandidate::Kind::hardware;
};

/// x264 behind another name, with a fault.
internal::EncoderCandidate fake_encoder(const FakeOptions& options, std::shared_ptr<FakeLog> log);

/// x264 as it is.
internal::EncoderCandidate known_encoder();

}  // namespace mediaedit::test
