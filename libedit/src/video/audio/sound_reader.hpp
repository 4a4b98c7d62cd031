// A source's sound, decoded, each sample at its place on the source's clock.
#pragma once

#include "video/audio/sound_converter.hpp"
#include "video/audio/sound_source.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// What the file's timestamps say counts: sound that is missing is silence, sound that is there
/// twice is heard once, and sound that runs slower or faster than its clock is brought back to it
/// before 20 ms are lost. Threads: one at a time.
class SoundReader {
public:
    /// Errors: unsupported.
    SoundReader(std::unique_ptr<SoundSource> source, int channels);

    [[nodiscard]] const SoundSource& source() const { return *source_; }
    [[nodiscard]] int channels() const { return channels_; }

    /// The next read begins with this moment of the source.
    void start_at(std::int64_t moment);
    /// The next read begins with the first sample that can be decoded, wherever it stands.
    void start_at_first();
    /// Fills all of it, with silence where the source has nothing; gives how many moments came
    /// before the source's end.
    std::size_t read(std::span<float> samples);
    /// Whether something of what was read could not be decoded.
    [[nodiscard]] bool broken() const { return broken_; }

private:
    struct Block {
        std::int64_t start = 0;
        std::vector<float> samples;
        std::size_t used = 0;
        bool jumps = false;  // does not continue what stood before it
    };

    void forget();
    bool fill();
    bool send_next();
    void take(const AVFrame& frame);
    void end_stretch();
    void keep(std::vector<float> samples);
    void hand_out(const float* from, std::size_t moments, std::span<float>& to);
    void note_broken(const AVPacket& packet);

    std::unique_ptr<SoundSource> source_;
    int channels_;
    Codec decoder_;
    Packet packet_;
    Frame frame_;
    std::unique_ptr<SoundConverter> converter_;
    std::deque<Block> blocks_;
    std::int64_t at_ = 0;      // the next moment to hand out
    std::int64_t coming_ = 0;  // the moment of what comes out of the converter next
    bool placed_ = false;      // coming_ is known
    bool jumps_ = false;       // the next block will not continue the last
    double drift_ = 0;         // moments by which timestamps lead the samples, smoothed
    bool sent_all_ = false;
    bool ended_ = false;
    bool broken_ = false;
    // Where the wave would break off, what it lacks is added and taken away again within a bridge's
    // length: no click.
    std::array<float, 2> last_{};
    std::array<float, 2> step_{};
    std::int64_t bridge_left_ = 0;
    bool bridge_due_ = false;
    bool silent_ = true;
};

/// Whether the stream's sound can be decoded at all, and on how many channels a result has it.
int result_channels(const AVStream& stream);

}  // namespace mediaedit::internal
