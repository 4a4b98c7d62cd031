// Descriptions of videos, and the codes that check returns for them.
#pragma once

#include "av/video_facts.hpp"
#include "placement/check/check_video.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/time.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::test {

inline Placement placement(std::string_view id) { return find_placement(id).value(); }

/// What `prepare` makes: H.264 without B-frames, a key frame every two seconds, AAC.
inline internal::VideoFacts fitting(const Placement& placement) {
    internal::VideoFacts facts;
    auto& info = facts.info;
    info.kind = MediaKind::video;
    info.format = "mp4";
    info.size = placement.size;
    info.color = "bt709";
    info.bytes = 15'000'000;
    info.duration = Time(std::chrono::seconds(20));
    info.frame_rate = 30;
    info.video_codec = "h264";
    info.audio_codec = "aac";
    facts.profile = "Main";
    facts.level = 40;
    facts.pixel_format = "yuv420p";
    facts.chroma = internal::Chroma::half;
    facts.has_color_tags = true;
    facts.picture_bits_per_second = 5e6;
    facts.groups = internal::Groups::closed;
    facts.longest_group_s = facts.usual_group_s = 2;
    facts.audio_profile = "LC";
    facts.audio_hz = 48'000;
    facts.audio_channels = 2;
    facts.audio_ends_later_s = 0.01;
    return facts;
}

inline std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> list;
    for (const auto& finding : findings) list.push_back(finding.code);
    return list;
}

template <class Change>
std::vector<Finding> after(std::string_view id, Change change) {
    const auto place = placement(id);
    auto facts = fitting(place);
    change(facts);
    return check_video(facts, place);
}

template <class Change>
std::vector<std::string> codes_after(std::string_view id, Change change) {
    return codes(after(id, change));
}

}  // namespace mediaedit::test
