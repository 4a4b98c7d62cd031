// The H.264 encoders that FFmpeg may have, and their options.
#pragma once

#include "video/encode/picture_encoder.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct EncoderCandidate {
    enum class Kind {
        hardware,  ///< used only after a passed trial, and if the file size need not be met exactly
        software,  ///< also needs a trial
        known,     ///< the one used in tests; needs no trial
    };

    std::string name;  ///< FFmpeg's
    Kind kind = Kind::software;
    /// Whether it is worth a trial. Fast, and loads nothing.
    std::function<bool()> is_there;
    /// nullptr: it does not open.
    std::function<std::unique_ptr<PictureEncoder>(const EncoderOptions&)> open;
};

/// In order of preference.
std::vector<EncoderCandidate> h264_encoders();

/// An encoder of FFmpeg that takes frames from memory; nullptr: it is missing or does not open.
std::unique_ptr<PictureEncoder> open_h264_encoder(const std::string& name,
                                                  const EncoderOptions& options);

/// A context, not opened, with what all results have in common: size, clock, colours, no B-frames,
/// a bitrate.
Codec h264_context(const AVCodec& encoder, const EncoderOptions& options);

/// On x264's scale, which others roughly follow: lower is better.
int rate_factor(Quality quality);

}  // namespace mediaedit::internal
