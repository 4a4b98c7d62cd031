// Tests an encoder: a few frames are encoded, decoded again and compared.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace mediaedit::internal {

/// What is wrong with a new encoder, in a few words for the log; empty: nothing. All frames must
/// come out of FFmpeg's decoder undamaged, in order, at their times, with a PSNR of at least 35 dB,
/// and with true key frames exactly where they were requested. Errors: too_large (no memory);
/// unsupported, when there is no decoder.
std::string fault_in_trial(PictureEncoder& encoder, const EncoderOptions& options);

inline constexpr const char* fault_of_hanging = "took too long";

/// Runs a trial on a thread of its own and returns its result; `fault_of_hanging` after `limit`.
/// The thread is then abandoned, since a hanging driver cannot be interrupted; the trial must own
/// all that it uses.
std::string fault_within(std::chrono::milliseconds limit, std::function<std::string()> trial);

}  // namespace mediaedit::internal
