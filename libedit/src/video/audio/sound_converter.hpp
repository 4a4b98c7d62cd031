// Decoded sound of any kind, brought to the one kind that results have.
#pragma once

#include "video/handles.hpp"

#include <cstdint>
#include <memory>
#include <vector>

struct SwrContext;

namespace mediaedit::internal {

/// From one rate, layout and format to 48 kHz, mono or stereo, floats. Many channels become two
/// with each at its usual weight, so that voices are as loud as they were; the sum may pass 1, see
/// SoundLimiter.
class SoundConverter {
public:
    /// Takes the kind from `frame`.
    /// Errors: unsupported.
    SoundConverter(const AVFrame& frame, int channels);
    ~SoundConverter();
    SoundConverter(const SoundConverter&) = delete;
    SoundConverter& operator=(const SoundConverter&) = delete;

    [[nodiscard]] bool fits(const AVFrame& frame) const;
    /// How many moments of what went in have not come out yet.
    [[nodiscard]] std::int64_t held_back() const;
    /// What comes out when `frame` goes in; with nullptr, the rest.
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
