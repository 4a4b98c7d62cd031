// The audio of the kept ranges, one after the other, cut at the sample.
#pragma once

#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_reader.hpp"

#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// A kept stretch of the source. Units: samples at some rate; `start` and `end` in the result,
/// half-open.
struct KeptStretch {
    std::int64_t source_start = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    bool operator==(const KeptStretch&) const = default;
};

/// Where the kept ranges are in the result. Each edge is rounded from the exact sum, so that errors
/// do not add up. Adjacent ranges become one. `keep` empty: all. A range without an end goes to
/// `source_duration`, the last one to the end of the result.
std::vector<KeptStretch> kept_stretches(std::span<const TimeRange> keep, Time source_duration,
                                        Time result_duration, std::int64_t rate_hz);

class AudioRanges final : public AudioFlow {
public:
    /// Shapes: stretches at audio_rate_hz, as kept_stretches gives them.
    AudioRanges(AudioReader& reader, std::vector<KeptStretch> stretches);

    [[nodiscard]] int channels() const override { return reader_.channels(); }
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    AudioReader& reader_;
    std::vector<KeptStretch> stretches_;
    std::size_t which_ = 0;
    std::int64_t at_ = 0;
    bool placed_ = false;
};

}  // namespace mediaedit::internal
