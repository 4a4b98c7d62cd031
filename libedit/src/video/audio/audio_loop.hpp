// Audio repeated or cut to the length of a video.
#pragma once

#include "video/audio/sound_flow.hpp"
#include "video/audio/sound_reader.hpp"

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// Fades out over its last half second.
class AudioLoop final : public SoundFlow {
public:
    /// Units: `length` in sample frames.
    AudioLoop(SoundReader& reader, std::int64_t length) : reader_(reader), length_(length) {}

    [[nodiscard]] int channels() const override { return reader_.channels(); }
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    SoundReader& reader_;
    std::int64_t length_;
    std::int64_t at_ = 0;
    bool heard_ = false;  // since it last began
};

}  // namespace mediaedit::internal
