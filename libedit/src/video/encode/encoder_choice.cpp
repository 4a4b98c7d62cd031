// Chooses the H.264 encoder: the graphics card's if it has passed a trial, else the processor's.
#include "video/encode/encoder_choice.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/shortage.hpp"
#include "video/encode/encoder_trial.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// A card needs more bits for the same quality, and meets a file size less exactly, than the
/// processor. It is not used where bits matter.
bool may_use_hardware(const EncoderOptions& options) {
    return options.hardware == Hardware::allowed && !options.bits_a_second &&
           options.quality != Quality::small;
}

}  // namespace

ChosenEncoder EncoderChoice::open(const EncoderOptions& options) {
    using Kind = EncoderCandidate::Kind;
    const std::lock_guard lock(mutex_);
    for (const auto& candidate : candidates_) {
        if (candidate.kind == Kind::hardware && !may_use_hardware(options)) continue;
        if (candidate.kind != Kind::known && !is_proven(candidate, options)) continue;
        if (auto encoder = candidate.open(options))
            return {std::move(encoder), candidate.name, candidate.kind};
        if (candidate.kind == Kind::hardware) given_up_.insert(candidate.name);
    }
    // An installed encoder that takes every even size only fails to open for lack of memory or
    // threads.
    const auto starts_anywhere = [](const EncoderCandidate& candidate) {
        return candidate.kind == Kind::known && candidate.is_there();
    };
    if (std::ranges::any_of(candidates_, starts_anywhere))
        fail_for_lack("the encoder does not start");
    fail(
        ErrorCode::unsupported,
        tr("This computer has no encoder for H.264 videos; install FFmpeg's libraries with x264."));
}

bool EncoderChoice::is_proven(const EncoderCandidate& candidate, const EncoderOptions& options) {
    if (given_up_.contains(candidate.name)) return false;
    const auto key = std::tuple(candidate.name, options.size.width, options.size.height);
    if (const auto known = proven_.find(key); known != proven_.end()) return known->second;
    bool proven = false;
    if (candidate.is_there()) {
        const auto fault = fault_within(limit_, [open = candidate.open, options] {
            const auto encoder = open(options);
            return encoder ? fault_in_trial(*encoder, options) : std::string("does not open");
        });
        proven = fault.empty();
        if (fault == fault_of_hanging) given_up_.insert(candidate.name);
    }
    proven_.emplace(key, proven);
    return proven;
}

void EncoderChoice::give_up(const std::string& name) {
    const std::lock_guard lock(mutex_);
    given_up_.insert(name);
}

EncoderChoice& usual_encoders() {
    static EncoderChoice choice(h264_encoders());
    return choice;
}

}  // namespace mediaedit::internal
