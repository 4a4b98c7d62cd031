// A placement's requirements for videos, read from JSON.
#include "placement/prepare/video_needs.hpp"

#include <array>

namespace mediaedit::internal {
namespace {

// The names that probe uses. 3GP counts as MP4.
constexpr std::array<std::string_view, 4> formats{"mp4", "mov", "webm", "matroska"};
constexpr std::array<std::string_view, 5> codecs{"h264", "hevc", "vp8", "vp9", "av1"};
constexpr std::array<std::string_view, 3> audio_codecs{"aac", "opus", "mp3"};
// The codes that check uses, except he_aac, which belongs to its sound_codec.
constexpr std::array<std::string_view, 9> avoidable{
    "edit_list",     "moov_last",        "open_groups", "b_frames", "interlaced",
    "variable_rate", "stretched_pixels", "no_sound",    "he_aac"};

std::vector<std::string> read_words(Facts& facts, const std::string& name,
                                    std::span<const std::string_view> choices) {
    std::vector<std::string> words;
    facts.read(name, [&](Fields& fields) { words = need_words(fields, "value", choices); });
    return words;
}

std::optional<int> read_whole(Facts& facts, const std::string& name, int least, int most) {
    const auto value = facts.whole_number(name, least, most);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

}  // namespace

VideoNeeds read_video_needs(Facts& facts) {
    VideoNeeds needs;
    needs.formats = read_words(facts, "video_formats", formats);
    needs.codecs = read_words(facts, "video_codecs", codecs);
    facts.read("frame_rate_range", [&](Fields& fields) {
        if (fields.find("min")) needs.min_frame_rate = need_number(fields, "min", 1, 240);
        needs.max_frame_rate = need_number(fields, "max", needs.min_frame_rate.value_or(1), 240);
    });
    needs.max_bits_per_second = facts.whole_number("max_bits_per_second", 10'000, 1'000'000'000);
    facts.read("max_group_s",
               [&](Fields& fields) { needs.max_group_s = need_number(fields, "value", 0.1, 60); });
    needs.audio_codecs = read_words(facts, "sound_codecs", audio_codecs);
    needs.max_audio_hz = read_whole(facts, "max_sound_hz", 8'000, 192'000);
    needs.max_audio_channels = read_whole(facts, "max_sound_channels", 1, 64);
    needs.avoid = read_words(facts, "video_avoid", avoidable);
    return needs;
}

}  // namespace mediaedit::internal
