// Checks of a video stream against a placement: codec, pixels, frame rate, orientation.
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

/// 29.97 counts as 30, and 23.976 as 24.
constexpr double rate_tolerance = 0.01;

/// Whether browsers and phones play it.
bool plays_nearly_everywhere(std::string_view codec) {
    return codec == "h264" || codec == "hevc" || codec == "vp8" || codec == "vp9" || codec == "av1";
}

void check_video_codec(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto& codec = facts.info.video_codec;
    const auto& accepted = placement.video.codecs;
    if (codec.empty() || std::ranges::count(accepted, codec) > 0) return;
    const auto fix = tr("The prepared file is made with H.264, which plays everywhere.");
    if (!accepted.empty())
        findings.push_back({"codec", Severity::error,
                            tr("{place} does not take videos made with {codec}.",
                               {{"place", place_name(placement)}, {"codec", codec_text(codec)}}),
                            fix});
    else if (!plays_nearly_everywhere(codec))
        findings.push_back(
            {"codec", Severity::warning,
             tr("Videos made with {codec} do not play everywhere.", {{"codec", codec_text(codec)}}),
             fix});
}

void check_pixels(const VideoFacts& facts, Findings& findings) {
    if (facts.info.hdr != Hdr::none) {
        findings.push_back(
            {"hdr", Severity::warning,
             tr("It is an HDR video; many screens and platforms show it too pale or too bright."),
             tr("The prepared file has usual colors, which look right everywhere.")});
        // HDR has more than 8 bits, which needs no finding of its own.
        if (facts.chroma == Chroma::half || facts.chroma == Chroma::unknown) return;
    }
    const bool rare_chroma = facts.chroma != Chroma::half && facts.chroma != Chroma::unknown;
    if (!rare_chroma && facts.info.bit_depth <= 8) return;
    const auto kind = facts.pixel_format.empty() ? std::to_string(facts.info.bit_depth) + " bit"
                                                 : facts.pixel_format;
    // Phones have no decoder for these. Most play HEVC, VP9 and AV1 with 10 bits.
    const bool unplayable = facts.info.video_codec == "h264" || rare_chroma;
    findings.push_back(
        {"pixel_format", unplayable ? Severity::error : Severity::warning,
         tr("Its colors are kept in a way ({kind}) that many phones cannot show.",
            {{"kind", kind}}),
         tr("The prepared file keeps them in the usual way, which plays everywhere.")});
}

void check_interlaced(const VideoFacts& facts, Findings& findings) {
    if (facts.info.interlaced)
        findings.push_back({"interlaced", Severity::warning,
                            tr("It is interlaced, as for old televisions: edges look like combs "
                               "where something moves."),
                            tr("The prepared file has whole pictures.")});
}

void check_rate(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const double rate = facts.info.frame_rate;
    if (rate <= 0) return;
    const auto& [least, most] =
        std::pair(placement.video.min_frame_rate, placement.video.max_frame_rate);
    const auto& usual = placement.frame_rates;
    const auto fix = tr("The prepared file shows as many as the place takes.");
    const auto slow = [&](Severity severity, double bound) {
        findings.push_back(
            {"frame_rate", severity,
             tr("It shows {rate} pictures a second; the place asks for at least {least}.",
                {{"rate", seconds_text(rate)}, {"least", seconds_text(bound)}}),
             fix});
    };
    const auto fast = [&](Severity severity, double bound) {
        findings.push_back({"frame_rate", severity,
                            tr("It shows {rate} pictures a second; the place takes at most {most}.",
                               {{"rate", seconds_text(rate)}, {"most", seconds_text(bound)}}),
                            fix});
    };
    const auto is_below = [&](double bound) { return rate < bound * (1 - rate_tolerance); };
    const auto is_above = [&](double bound) { return rate > bound * (1 + rate_tolerance); };
    if (least && is_below(*least)) return slow(Severity::error, *least);
    if (most && is_above(*most)) return fast(Severity::error, *most);
    if (usual.empty()) return;
    if (is_below(std::ranges::min(usual))) slow(Severity::warning, std::ranges::min(usual));
    if (is_above(std::ranges::max(usual))) fast(Severity::warning, std::ranges::max(usual));
}

void check_constant_rate(const VideoFacts& facts, Findings& findings) {
    if (facts.info.variable_frame_rate)
        findings.push_back({"variable_rate", Severity::warning,
                            tr("Its pictures do not follow each other evenly, so that on some "
                               "platforms it stutters or the sound drifts away."),
                            tr("In the prepared file they follow evenly.")});
}

void check_orientation(const VideoFacts& facts, Findings& findings) {
    if (facts.info.rotation_deg != 0 || facts.info.mirrored)
        findings.push_back(
            {"orientation_tag", Severity::warning,
             tr("It stands upright only by a note inside the file, which some platforms overlook."),
             tr("The prepared file stands upright by itself.")});
    constexpr double square_tolerance = 0.01;
    if (std::abs(facts.pixel_aspect - 1) > square_tolerance)
        findings.push_back({"stretched_pixels", Severity::warning,
                            tr("Its pixels are not square; where that is overlooked, people look "
                               "too thin or too broad."),
                            tr("The prepared file has square pixels.")});
}

}  // namespace

void check_video_picture(const VideoFacts& facts, const Placement& placement,
                         std::vector<Finding>& findings) {
    check_video_codec(facts, placement, findings);
    check_pixels(facts, findings);
    check_interlaced(facts, findings);
    check_rate(facts, placement, findings);
    check_constant_rate(facts, findings);
    check_orientation(facts, findings);
}

}  // namespace mediaedit::internal
