// Checks of a file's facts against a placement.
#include "base/message.hpp"
#include "placement/check/check_video.hpp"
#include "placement/check/findings.hpp"
#include "placement/fact_numbers.hpp"
#include "placement/placement_names.hpp"
#include "plan/split_parts.hpp"

#include <mediaedit/check.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mediaedit {
namespace internal {
namespace {

/// Allows for rounding on small photos. The tolerance of the platforms is 3 % (source FB6).
constexpr double shape_tolerance = 0.01;
constexpr double size_tolerance = 0.01;
/// With a larger scale a photo does not look soft but broken.
constexpr double most_enlarged = 2;

using Findings = std::vector<Finding>;

void check_shape(const MediaInfo& info, const Placement& placement, Findings& findings) {
    const double ratio = aspect(info.size) / aspect(placement.size);
    if (std::abs(ratio - 1) <= shape_tolerance) return;
    const auto percent =
        std::to_string(std::max(1L, std::lround(100 * (1 - std::min(ratio, 1 / ratio)))));
    const auto size = size_text(info.size);
    const auto wanted = size_text(placement.size);
    if (placement.other_shapes == OtherShapes::shown_whole) {
        findings.push_back(
            {"shape", Severity::warning,
             tr("Its shape ({size}) is not the usual one of this place ({wanted}); it would be "
                "shown whole all the same.",
                {{"size", size}, {"wanted", wanted}}),
             tr("The prepared file has the right shape, cut around faces or what draws the eye.")});
        return;
    }
    findings.push_back(
        {"shape", Severity::error,
         ratio > 1 ? tr("It is wider ({size}) than the place shows ({wanted}): about {percent} % "
                        "would be cut away at the left and right.",
                        {{"size", size}, {"wanted", wanted}, {"percent", percent}})
                   : tr("It is taller ({size}) than the place shows ({wanted}): about {percent} % "
                        "would be cut away at the top and bottom.",
                        {{"size", size}, {"wanted", wanted}, {"percent", percent}}),
         tr("The prepared file has the right shape, cut around faces or what draws the eye.")});
}

void check_size(const MediaInfo& info, const Placement& placement, Findings& findings) {
    const double filling = cover_scale(info.size, placement.size);
    // A file that is shown whole is not enlarged to fill the other shape.
    const double scale = placement.other_shapes == OtherShapes::shown_whole
                             ? contain_scale(info.size, placement.size)
                             : filling;
    const auto size = size_text(info.size);
    const auto wanted = size_text(placement.size);
    if (scale > 1 + size_tolerance) {
        const auto percent = std::to_string(std::lround(100 * (scale - 1)));
        findings.push_back({"too_small",
                            scale > most_enlarged ? Severity::error : Severity::warning,
                            tr("It has too few pixels ({size} for {wanted}): it would be enlarged "
                               "by {percent} % and look soft.",
                               {{"size", size}, {"wanted", wanted}, {"percent", percent}}),
                            tr("The prepared file is enlarged smoothly, but detail cannot come "
                               "back: take the original from the phone if there is one.")});
    } else if (filling < 1 - size_tolerance) {
        findings.push_back({"too_large_pixels", Severity::warning,
                            tr("It has more pixels ({size}) than the place shows ({wanted}), so "
                               "the platform would shrink it in its own way.",
                               {{"size", size}, {"wanted", wanted}}),
                            tr("The prepared file has exactly the right number of pixels.")});
    }
}

void check_bytes(const MediaInfo& info, const Placement& placement, Findings& findings) {
    const auto& bound =
        info.kind == MediaKind::photo ? placement.max_bytes : placement.max_video_bytes;
    if (!bound || info.bytes <= *bound) return;
    findings.push_back({"bytes", Severity::error,
                        tr("The file is too large ({size}); at most {most} are taken.",
                           {{"size", bytes_text(info.bytes)}, {"most", bytes_text(*bound)}}),
                        tr("The prepared file stays below the limit.")});
}

void check_format(const MediaInfo& info, const Placement& placement, Findings& findings) {
    const auto& accepted = placement.photo_formats;
    if (accepted.empty() ||
        std::find(accepted.begin(), accepted.end(), info.format) != accepted.end())
        return;
    findings.push_back({"format", Severity::error,
                        tr("{place} does not take {format} files.",
                           {{"place", place_name(placement)}, {"format", upper(info.format)}}),
                        tr("The prepared file is a JPEG.")});
}

void check_look(const MediaInfo& info, Findings& findings) {
    if (info.color != "srgb" && info.color != "grey" && !info.color.empty())
        findings.push_back({"profile", Severity::warning,
                            tr("Its colors are kept in another way ({profile}) than the web "
                               "expects, so they may look wrong.",
                               {{"profile", info.color}}),
                            tr("The prepared file has sRGB colors, which look right everywhere.")});
    if (info.rotation_deg != 0 || info.mirrored)
        findings.push_back(
            {"orientation_tag", Severity::warning,
             tr("It stands upright only by a note inside the file, which some platforms overlook."),
             tr("The prepared file stands upright by itself.")});
    if (info.animated)
        findings.push_back(
            {"animated", Severity::warning,
             tr("It holds more than one picture; as a photo only the first would be seen."),
             tr("The prepared file is the first picture.")});
    if (info.has_alpha)
        findings.push_back(
            {"alpha", Severity::warning,
             tr("Parts of it are see-through; platforms fill them in a color of their own."),
             tr("The prepared file has white there.")});
}

void check_duration(const MediaInfo& info, const Placement& placement, Findings& findings) {
    if (!info.duration) return;
    const double seconds = std::chrono::duration<double>(*info.duration).count();
    const auto shown = seconds_text(seconds);
    if (placement.max_duration_s && is_too_long(*info.duration, *placement.max_duration_s))
        findings.push_back(
            {"too_long", Severity::error,
             tr("It runs {seconds} s; at most {most} s are taken.",
                {{"seconds", shown}, {"most", seconds_text(*placement.max_duration_s)}}),
             tr("Say which part to keep, and the prepared file is that part; or let it be split "
                "into several files.")});
    if (placement.min_duration_s && seconds < *placement.min_duration_s)
        findings.push_back(
            {"too_short", Severity::error,
             tr("It runs {seconds} s; at least {least} s are asked for.",
                {{"seconds", shown}, {"least", seconds_text(*placement.min_duration_s)}}),
             ""});
}

}  // namespace

bool check_kind(const MediaInfo& info, const Placement& placement, Findings& findings) {
    if (std::find(placement.kinds.begin(), placement.kinds.end(), info.kind) !=
        placement.kinds.end())
        return true;
    const auto place = place_name(placement);
    findings.push_back(
        {"wrong_kind", Severity::error,
         info.kind == MediaKind::photo
             ? tr("{place} takes videos only, and this is a photo.", {{"place", place}})
             : tr("{place} takes photos only, and this is a video.", {{"place", place}}),
         ""});
    return false;
}

void check_file_facts(const MediaInfo& info, const Placement& placement, Findings& findings) {
    check_shape(info, placement, findings);
    check_size(info, placement, findings);
    check_bytes(info, placement, findings);
    check_duration(info, placement, findings);
}

void check_privacy(const MediaInfo& info, Findings& findings) {
    if (info.has_location)
        findings.push_back({"place_data", Severity::warning,
                            tr("The file tells where it was taken."),
                            tr("The prepared file no longer tells it.")});
    if (info.has_owner_data)
        findings.push_back({"owner_data", Severity::warning,
                            tr("The file tells which device or person made it."),
                            tr("The prepared file no longer tells it.")});
}

void sort_findings(std::vector<Finding>& findings) {
    std::stable_partition(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::error;
    });
}

}  // namespace internal

std::vector<Finding> check(const MediaInfo& info, const Placement& placement) {
    using namespace internal;
    if (info.kind == MediaKind::video) {
        VideoFacts facts;
        facts.info = info;
        return check_video(facts, placement);
    }
    Findings findings;
    // For the wrong kind other findings would not help.
    if (!check_kind(info, placement, findings)) return findings;
    check_file_facts(info, placement, findings);
    check_format(info, placement, findings);
    check_look(info, findings);
    check_privacy(info, findings);
    sort_findings(findings);
    return findings;
}

}  // namespace mediaedit
