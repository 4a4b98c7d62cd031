// Chooses the H.264 encoder: the graphics card's if it has passed a trial, else the processor's.
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

/// Remembers the result of the trial of each encoder and size. Threads: any, at once; one trial at
/// a time.
class EncoderChoice {
public:
    /// A sleeping card whose driver must be loaded from a slow disk answers within this time. One
    /// that does not is taken to hang.
    static constexpr std::chrono::milliseconds usual_limit{8000};

    explicit EncoderChoice(std::vector<EncoderCandidate> candidates,
                           std::chrono::milliseconds limit = usual_limit)
        : candidates_(std::move(candidates)), limit_(limit) {}

    /// The first candidate that is allowed and able, opened. Errors: unsupported, when there is
    /// none.
    ChosenEncoder open(const EncoderOptions& options);

    /// Call when it failed at work: it is not used again, at any size.
    void give_up(const std::string& name);

private:
    bool is_proven(const EncoderCandidate& candidate, const EncoderOptions& options);

    const std::vector<EncoderCandidate> candidates_;
    const std::chrono::milliseconds limit_;
    std::mutex mutex_;
    std::map<std::tuple<std::string, int, int>, bool> proven_;
    std::set<std::string> given_up_;
};

/// Shared by all exports of this process.
EncoderChoice& usual_encoders();

}  // namespace mediaedit::internal
