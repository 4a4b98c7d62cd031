// Decodes a source's audio, each sample at its time on the source's clock.
#pragma once

#include "video/audio/audio_converter.hpp"
#include "video/audio/audio_source.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// Follows the file's timestamps: gaps are silence, of overlapping audio one copy is heard, and
/// drift is corrected before it reaches 20 ms. Threads: one at a time.
class AudioReader {
public:
    /// Errors: unsupported.
    AudioReader(std::unique_ptr<AudioSource> source, int channels);

    [[nodiscard]] const AudioSource& source() const { return *source_; }
    [[nodiscard]] int channels() const { return channels_; }

    /// The next read begins at this sample frame of the source.
    void start_at(std::int64_t sample);
    /// The next read begins with the first sample that can be decoded, whatever its time.
    void start_at_first();
    /// Fills all of `samples`, with silence where the source has none; returns how many sample
    /// frames came before the source's end.
    std::size_t read(std::span<float> samples);
    /// Whether a part of what was read could not be decoded.
    [[nodiscard]] bool broken() const { return broken_; }

private:
    struct Block {
        std::int64_t start = 0;
        std::vector<float> samples;
        std::size_t used = 0;
        bool jumps = false;  // does not continue the block before it
    };

    void forget();
    bool fill();
    bool send_next();
    void take(const AVFrame& frame);
    void end_stretch();
    void keep(std::vector<float> samples);
    void hand_out(const float* from, std::size_t frames, std::span<float>& to);
    void note_broken(const AVPacket& packet);

    std::unique_ptr<AudioSource> source_;
    int channels_;
    Codec decoder_;
    Packet packet_;
    Frame frame_;
    std::unique_ptr<AudioConverter> converter_;
    std::deque<Block> blocks_;
    std::int64_t at_ = 0;      // the next sample frame to return
    std::int64_t coming_ = 0;  // the time of the converter's next output
    bool placed_ = false;      // coming_ is known
    bool jumps_ = false;       // the next block will not continue the last
    double drift_ = 0;  // sample frames by which timestamps are ahead of the samples, smoothed
    bool sent_all_ = false;
    bool ended_ = false;
    bool broken_ = false;
    // Where the wave jumps, the difference is added and faded out over `bridge` frames, so that
    // there is no click.
    std::array<float, 2> last_{};
    std::array<float, 2> step_{};
    std::int64_t bridge_left_ = 0;
    bool bridge_due_ = false;
    bool silent_ = true;
};

/// How many channels a result has for this stream: 1 or 2.
int result_channels(const AVStream& stream);

}  // namespace mediaedit::internal
