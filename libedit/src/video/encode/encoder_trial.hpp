// Whether an encoder does what it says: a few pictures are encoded, decoded again and compared.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace mediaedit::internal {

/// What is wrong with a fresh encoder, in a word or two for the log; empty: nothing. A handful of
/// pictures of the wished size must come out of FFmpeg's own decoder whole, in number and order, at
/// their times, like themselves within 35 dB, with true key pictures where they were asked for and
/// nowhere else. Errors: too_large (no memory); unsupported, when there is no decoder.
std::string fault_in_trial(PictureEncoder& encoder, const EncoderOptions& options);

inline constexpr const char* fault_of_hanging = "took too long";

/// What a trial that runs on a thread of its own says; `fault_of_hanging` when it says nothing
/// within `limit`. That thread is then left to itself, since a driver that hangs cannot be called
/// back; all that the trial uses must belong to it.
std::string fault_within(std::chrono::milliseconds limit, std::function<std::string()> trial);

}  // namespace mediaedit::internal
