// Lists what a video contains besides video and audio: tags and other tracks.
#include "video/container/carried_by_video.hpp"

#include "video/container/video_file.hpp"

extern "C" {
#include <libavutil/avutil.h>
}

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::size_t most_shown_bytes = 100;

/// Tags that every container needs, and those that FFmpeg derives from others.
bool is_plain(std::string_view key, std::string_view value) {
    static constexpr std::array<std::string_view, 14> plain{
        "major_brand",      "minor_version",   "compatible_brands",
        "handler_name",     "vendor_id",       "language",
        "rotate",           "duration",        "bps",
        "number_of_frames", "number_of_bytes", "alpha_mode",
        "stereo_mode",      "_statistics_tags"};
    if (key == "encoder" && (value.starts_with("Lavf") || value.starts_with("Lavc"))) return true;
    return std::ranges::any_of(plain, [key](std::string_view one) { return key.starts_with(one); });
}

Carried kind_of(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, Carried>, 24> words{
        {{"location", Carried::place},    {"gps", Carried::place},
         {"creation", Carried::time},     {"date", Carried::time},
         {"timecode", Carried::time},     {"make", Carried::device},
         {"model", Carried::device},      {"manufacturer", Carried::device},
         {"android", Carried::device},    {"lens", Carried::device},
         {"serial", Carried::device},     {"artist", Carried::owner},
         {"author", Carried::owner},      {"copyright", Carried::owner},
         {"composer", Carried::owner},    {"publisher", Carried::owner},
         {"software", Carried::software}, {"encoder", Carried::software},
         {"tool", Carried::software},     {"title", Carried::words},
         {"comment", Carried::words},     {"description", Carried::words},
         {"synopsis", Carried::words},    {"keywords", Carried::words}}};
    const auto found = std::ranges::find_if(
        words, [key](const auto& word) { return key.find(word.first) != key.npos; });
    return found == words.end() ? Carried::other : found->second;
}

std::string shown(std::string_view text) {
    std::string value(text.substr(0, most_shown_bytes));
    std::ranges::replace_if(
        value,
        [](char c) {
            return static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > '~';
        },
        '?');
    return value;
}

void add_tags(std::vector<CarriedItem>& items, const AVDictionary* tags) {
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(tags, "", entry, AV_DICT_IGNORE_SUFFIX))) {
        std::string key = entry->key;
        std::ranges::transform(key, key.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (is_plain(key, entry->value) || *entry->value == '\0') continue;
        CarriedItem item{kind_of(key), shown(entry->key), shown(entry->value)};
        if (std::ranges::find(items, item) == items.end()) items.push_back(std::move(item));
    }
}

void add_track(std::vector<CarriedItem>& items, const AVStream& stream) {
    const auto& parameters = *stream.codecpar;
    if (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) {
        items.push_back(
            {Carried::picture, "cover picture",
             std::to_string(parameters.width) + "x" + std::to_string(parameters.height)});
    } else if (parameters.codec_type == AVMEDIA_TYPE_DATA ||
               parameters.codec_type == AVMEDIA_TYPE_ATTACHMENT) {
        std::array<char, AV_FOURCC_MAX_STRING_SIZE> mark{};
        items.push_back({Carried::other, "track",
                         shown(av_fourcc_make_string(mark.data(), parameters.codec_tag))});
    }
}

}  // namespace

std::vector<CarriedItem> carried_by_video(const std::filesystem::path& path,
                                          const Control& control) {
    const auto file = VideoFile::open(path, control.limits, control.stop);
    const auto& format = file.format();
    std::vector<CarriedItem> items;
    add_tags(items, format.metadata);
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        add_tags(items, format.streams[i]->metadata);
        add_track(items, *format.streams[i]);
    }
    // Boxes that FFmpeg does not report.
    const auto has = [&](Carried kind) {
        return std::ranges::any_of(items,
                                   [kind](const CarriedItem& item) { return item.kind == kind; });
    };
    if (file.layout().has_location && !has(Carried::place))
        items.push_back({Carried::place, "udta", ""});
    if (file.layout().has_owner_data && !has(Carried::owner) && !has(Carried::device))
        items.push_back({Carried::owner, "udta", ""});
    return items;
}

}  // namespace mediaedit::internal
