// Which H.264 encoder makes a result: the graphics card's where it is there and proven, else the
// processor's.
#pragma once

#include "video/encode/h264_encoders.hpp"
#include "video/encode/picture_encoder.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mediaedit::internal {

struct ChosenEncoder {
    std::unique_ptr<PictureEncoder> encoder;  ///< never nullptr
    std::string name;
    EncoderCandidate::Kind kind = EncoderCandidate::Kind::known;
};

/// Remembers for each encoder and size what its trial said.
/// Threads: any, at once; one trial at a time.
class EncoderChoice {
public:
    /// A card that sleeps, behind a driver that must be read from a slow disk, answers within this;
    /// one that does not hangs.
    static constexpr std::chrono::milliseconds usual_limit{8000};

    explicit EncoderChoice(std::vector<EncoderCandidate> candidates,
                           std::chrono::milliseconds limit = usual_limit)
        : candidates_(std::move(candidates)), limit_(limit) {}

    /// The first candidate that may and can do it, opened. Errors: unsupported, when none can.
    ChosenEncoder open(const EncoderOptions& options);

    /// It failed at work: it is not used again, at any size.
    void give_up(const std::string& name);

private:
    bool is_proven(const EncoderCandidate& candidate, const EncoderOptions& options);

    const std::vector<EncoderCandidate> candidates_;
    const std::chrono::milliseconds limit_;
    std::mutex mutex_;
    std::map<std::tuple<std::string, int, int>, bool> proven_;
    std::set<std::string> given_up_;
};

/// The one that all exports of this process share.
EncoderChoice& usual_encoders();

}  // namespace mediaedit::internal
