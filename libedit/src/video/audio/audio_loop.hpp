// Audio repeated or cut to the length of a video.
#pragma once

#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_reader.hpp"

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// Fades out over its last half second.
class AudioLoop final : public AudioFlow {
public:
    /// Units: `length` in sample frames.
    AudioLoop(AudioReader& reader, std::int64_t length) : reader_(reader), length_(length) {}

    [[nodiscard]] int channels() const override { return reader_.channels(); }
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    AudioReader& reader_;
    std::int64_t length_;
    std::int64_t at_ = 0;
    bool heard_ = false;  // since it last began
};

}  // namespace mediaedit::internal
