// Checks of a video's audio against a placement.
#include "base/message.hpp"
#include "placement/check/check_video.hpp"
#include "placement/fact_numbers.hpp"
#include "placement/placement_names.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mediaedit::internal {
namespace {

using Findings = std::vector<Finding>;

/// A smaller difference is not noticed. It comes from the last audio packet or the last frame.
constexpr double least_difference_s = 0.25;

void check_audio_codec(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto& codec = facts.info.audio_codec;
    const auto& accepted = placement.video.audio_codecs;
    const auto fix = tr("The prepared file has AAC sound, which plays everywhere.");
    if (!accepted.empty() && std::ranges::count(accepted, codec) == 0)
        findings.push_back({"sound_codec", Severity::error,
                            tr("{place} does not take sound made with {codec}.",
                               {{"place", place_name(placement)}, {"codec", codec_text(codec)}}),
                            fix});
    else if (facts.audio_profile.starts_with("HE-AAC") && is_avoided(placement, "he_aac"))
        findings.push_back({"sound_codec", Severity::warning,
                            tr("{place} asks for another kind of AAC sound than {kind}.",
                               {{"place", place_name(placement)}, {"kind", facts.audio_profile}}),
                            fix});
    else if (accepted.empty() && codec != "aac" && codec != "opus" && codec != "mp3" &&
             codec != "vorbis")
        findings.push_back(
            {"sound_codec", Severity::warning,
             tr("Sound made with {codec} is not heard everywhere.", {{"codec", codec_text(codec)}}),
             fix});
}

void check_amounts(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto fix = tr("The prepared file has sound as the place takes it.");
    if (const auto most = placement.video.max_audio_hz; most && facts.audio_hz > *most)
        findings.push_back(
            {"sound_rate", Severity::warning,
             tr("Its sound has {rate} samples a second; at most {most} are taken.",
                {{"rate", std::to_string(facts.audio_hz)}, {"most", std::to_string(*most)}}),
             fix});
    if (const auto most = placement.video.max_audio_channels; most && facts.audio_channels > *most)
        findings.push_back(
            {"sound_channels", Severity::warning,
             tr("Its sound has {count} channels; at most {most} are taken.",
                {{"count", std::to_string(facts.audio_channels)}, {"most", std::to_string(*most)}}),
             fix});
}

void check_end(const VideoFacts& facts, Findings& findings) {
    const double later = facts.audio_ends_later_s.value_or(0);
    if (std::abs(later) <= least_difference_s) return;
    const auto seconds = seconds_text(std::abs(later));
    findings.push_back(
        {"sound_length", Severity::warning,
         later < 0 ? tr("The sound ends {seconds} s before the picture.", {{"seconds", seconds}})
                   : tr("The sound ends {seconds} s after the picture.", {{"seconds", seconds}}),
         tr("In the prepared file both end together.")});
}

}  // namespace

void check_video_audio(const VideoFacts& facts, const Placement& placement,
                       std::vector<Finding>& findings) {
    // Without a video codec the file was not inspected.
    if (facts.info.video_codec.empty()) return;
    if (facts.info.audio_codec.empty()) {
        if (is_avoided(placement, "no_sound"))
            findings.push_back(
                {"no_sound", Severity::warning,
                 tr("It has no sound; {place} shows silent videos to fewer people.",
                    {{"place", place_name(placement)}}),
                 tr("Lay music or speech under it: a sound file can replace the sound.")});
        return;
    }
    check_audio_codec(facts, placement, findings);
    check_amounts(facts, placement, findings);
    check_end(facts, findings);
}

}  // namespace mediaedit::internal
