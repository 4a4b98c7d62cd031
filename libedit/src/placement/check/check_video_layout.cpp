// Checks of a video's file against a placement: container, order, groups of pictures, tracks.
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

/// Half a second more is within the inaccuracy of a camera's clock.
constexpr double group_tolerance_s = 0.5;

void check_container(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    // 3GP is a kind of MP4, and many phones use its name. The codecs of old phones are findings of
    // their own.
    const auto format = facts.info.format == "3gp" ? "mp4" : facts.info.format;
    const auto& accepted = placement.video.formats;
    if (format.empty() || accepted.empty() || std::ranges::count(accepted, format) > 0) return;
    findings.push_back({"format", Severity::error,
                        tr("{place} does not take {format} files.",
                           {{"place", place_name(placement)}, {"format", upper(format)}}),
                        tr("The prepared file is an MP4.")});
}

void check_order(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto place = place_name(placement);
    if (facts.has_edit_list && is_avoided(placement, "edit_list"))
        findings.push_back({"edit_list", Severity::warning,
                            tr("A list inside the file shifts or leaves out parts (an edit list); "
                               "{place} may not follow it.",
                               {{"place", place}}),
                            tr("The prepared file needs no such list.")});
    if (facts.moov_last && is_avoided(placement, "moov_last"))
        findings.push_back({"moov_last", Severity::warning,
                            tr("Its table of contents stands at the end, so that it can be played "
                               "only when it is there as a whole."),
                            tr("The prepared file has it at the beginning.")});
    if (facts.has_b_frames && is_avoided(placement, "b_frames"))
        findings.push_back({"b_frames", Severity::warning,
                            tr("Some of its pictures are stored out of order (B-frames), which "
                               "some phones do not play in {place}.",
                               {{"place", place}}),
                            tr("The prepared file keeps them in order.")});
}

void check_groups(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto fix = tr("In the prepared file playing can begin cleanly every few seconds.");
    if (facts.groups == Groups::open && is_avoided(placement, "open_groups"))
        findings.push_back({"open_groups", Severity::warning,
                            tr("Some places where playing can begin need pictures from before them "
                               "(open groups), so that it may stutter there."),
                            fix});
    if (const auto most = placement.video.max_group_s;
        most && facts.longest_group_s > *most + group_tolerance_s)
        findings.push_back(
            {"long_groups", Severity::warning,
             tr("Up to {seconds} s lie between the places where playing can begin; at most {most} "
                "s are asked for.",
                {{"seconds", seconds_text(facts.longest_group_s)}, {"most", seconds_text(*most)}}),
             fix});
}

std::string megabits(double bits_per_second) {
    return seconds_text(std::ceil(bits_per_second / 1e5) / 10);
}

void check_bit_rate(const VideoFacts& facts, const Placement& placement, Findings& findings) {
    const auto most = placement.video.max_bits_per_second;
    if (!most || facts.picture_bits_per_second <= static_cast<double>(*most)) return;
    findings.push_back({"bit_rate", Severity::warning,
                        tr("Its picture takes {rate} megabits a second; at most {most} are taken.",
                           {{"rate", megabits(facts.picture_bits_per_second)},
                            {"most", megabits(static_cast<double>(*most))}}),
                        tr("The prepared file stays below the limit.")});
}

void check_tracks(const VideoFacts& facts, Findings& findings) {
    if (facts.extra_tracks > 0)
        findings.push_back({"extra_tracks", Severity::warning,
                            tr("It holds more than picture and sound, such as subtitles or data of "
                               "the device ({count}).",
                               {{"count", std::to_string(facts.extra_tracks)}}),
                            tr("The prepared file holds picture and sound only.")});
}

void check_whole(const VideoFacts& facts, Findings& findings) {
    for (const auto& note : facts.info.notes)
        if (note.code == "truncated")
            findings.push_back({note.code, Severity::error, note.message,
                                tr("The prepared file is whole, and ends where this one does.")});
}

}  // namespace

void check_video_layout(const VideoFacts& facts, const Placement& placement,
                        std::vector<Finding>& findings) {
    check_whole(facts, findings);
    check_container(facts, placement, findings);
    check_order(facts, placement, findings);
    check_groups(facts, placement, findings);
    check_bit_rate(facts, placement, findings);
    check_tracks(facts, findings);
}

}  // namespace mediaedit::internal
