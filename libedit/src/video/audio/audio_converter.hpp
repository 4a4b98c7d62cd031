// Converts decoded audio to the format of results.
#pragma once

#include "video/handles.hpp"

#include <cstdint>
#include <memory>
#include <vector>

struct SwrContext;

namespace mediaedit::internal {

/// Converts one rate, layout and format to 48 kHz floats, mono or stereo. More channels are mixed
/// down with the usual weights, so that voices keep their loudness; the sum may exceed 1, see
/// LimitedAudio.
class AudioConverter {
public:
    /// For frames of the same format as `frame`. Errors: unsupported.
    AudioConverter(const AVFrame& frame, int channels);
    ~AudioConverter();
    AudioConverter(const AudioConverter&) = delete;
    AudioConverter& operator=(const AudioConverter&) = delete;

    [[nodiscard]] bool fits(const AVFrame& frame) const;
    /// How many sample frames went in and have not come out yet.
    [[nodiscard]] std::int64_t held_back() const;
    /// Returns what comes out when `frame` goes in; with nullptr, the rest.
    std::vector<float> convert(const AVFrame* frame);

private:
    struct Drop {
        void operator()(SwrContext* context) const noexcept;
    };
    std::unique_ptr<SwrContext, Drop> context_;
    AVChannelLayout layout_{};
    int format_ = 0;
    int rate_hz_ = 0;
    int channels_ = 0;
};

}  // namespace mediaedit::internal
