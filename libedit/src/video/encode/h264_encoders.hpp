// The H.264 encoders that FFmpeg may have, and how each is told what we want.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct EncoderCandidate {
    enum class Kind {
        hardware,  ///< used only when a trial has proven it, and where size need not be met exactly
        software,  ///< likewise on trial
        known,     ///< what all is tested with
    };

    std::string name;  ///< FFmpeg's
    Kind kind = Kind::software;
    /// Whether it is worth a trial. Takes next to no time, loads nothing.
    std::function<bool()> is_there;
    /// nullptr: it does not open.
    std::function<std::unique_ptr<PictureEncoder>(const EncoderOptions&)> open;
};

/// In the order in which they are wanted.
std::vector<EncoderCandidate> h264_encoders();

/// An encoder of FFmpeg that takes pictures from memory; nullptr: it is missing or does not open.
std::unique_ptr<PictureEncoder> open_h264_encoder(const std::string& name,
                                                  const EncoderOptions& options);

/// A context of what all our results have in common, not opened: size, clock, colours, no pictures
/// out of order, a rate.
Codec h264_context(const AVCodec& encoder, const EncoderOptions& options);

/// x264's measure, which others follow about: lower is better.
int rate_factor(Quality quality);

}  // namespace mediaedit::internal
