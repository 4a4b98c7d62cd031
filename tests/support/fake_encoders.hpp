// Encoders for tests that do as a graphics card might: well, badly, or not at all.
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
    loses,          ///< keeps back the last picture
    swaps,          ///< shows the pictures of two neighbours at each other's times
    reorders,       ///< gives out packets in another order
    smaller,        ///< encodes a smaller picture
    darker,         ///< takes a little light from each picture
    colours,        ///< takes one colour for the other
    no_keys,        ///< makes a key picture only at the beginning
    hangs,          ///< does not come back from its first picture before `is_released`
};

/// What a fake was asked, over all its openings.
struct FakeLog {
    std::atomic<int> asked_for = 0;  ///< whether it is there
    std::atomic<int> opened = 0;
    std::atomic<bool> is_released = false;
    std::atomic<int> closed = 0;
};

struct FakeWish {
    std::string name = "h264_fake";
    Fault fault = Fault::none;
    int fails_at = 0;
    internal::EncoderCandidate::Kind kind = internal::EncoderCandidate::Kind::hardware;
};

/// x264 behind another name, with a fault.
internal::EncoderCandidate fake_encoder(const FakeWish& wish, std::shared_ptr<FakeLog> log);

/// x264 as it is.
internal::EncoderCandidate known_encoder();

}  // namespace mediaedit::test
