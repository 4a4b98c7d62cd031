// Placements: where photos and videos are posted, with the rules of each platform.
//
//     const Placement story = find_placement("instagram-story").value();
//     auto report = export_media("photo.jpg", recipe_for(story, recipe), {"story.jpg"});
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

/// What a platform does with a picture of another shape than the placement's.
enum class OtherShapes {
    cut,  ///< shows only a part of it; also the value if nothing is known
    shown_whole,
};

/// Rules for videos, besides size, duration and bytes. Empty or absent members are unknown.
struct VideoNeeds {
    std::vector<std::string> formats;  ///< accepted, such as {"mp4", "mov"}
    std::vector<std::string> codecs;   ///< accepted, such as {"h264", "hevc"}
    /// Accepted, in frames per second. Placement::frame_rates are the recommended ones.
    std::optional<double> min_frame_rate, max_frame_rate;
    std::optional<std::int64_t> max_bits_per_second;  ///< of the video stream
    std::optional<double> max_group_s;                ///< between two keyframes
    std::vector<std::string> audio_codecs;            ///< accepted, such as {"aac"}
    std::optional<int> max_audio_hz, max_audio_channels;
    /// What the platform advises against, as codes of `check`: {"edit_list", "moov_last"}; also
    /// "he_aac".
    std::vector<std::string> avoid;
};

/// How a platform counts characters.
enum class CountedAs {
    code_points,
    utf16,       ///< UTF-16 code units: TikTok
    bytes,       ///< UTF-8: YouTube's description
    x_weighted,  ///< X: a code point counts 1 or 2, a URL 23, an emoji 2
    threads,     ///< Threads: code points, but emoji by their UTF-8 bytes
};

/// How captions are made up and counted in one place. Our own choice, but for the counting.
struct CaptionRules {
    bool brief = false;      ///< only the short form of a caption works there
    int hashtags = 5;        ///< the most that are used
    bool comments = true;    ///< readers can comment
    bool title = false;      ///< it has a title; neither title nor text may contain < or >
    bool bold_line = false;  ///< the first line may be bold: *bold*
    bool empty_line = true;  ///< stands before the hashtags
    bool links = true;       ///< addresses can be pressed
    CountedAs counted_as = CountedAs::code_points;
};

/// One placement on one platform. Facts, sources and dates come from libedit/data/placements.json.
struct Placement {
    std::string id;        ///< stable, such as "instagram-feed-portrait"
    std::string platform;  ///< "Instagram"
    std::string name;      ///< "Feed, portrait 4:5", translated
    std::vector<MediaKind> kinds;
    PixelSize size;
    Margins safe_area;
    std::optional<std::uintmax_t> max_bytes;  ///< photos
    std::optional<std::uintmax_t> max_video_bytes;
    std::optional<double> min_duration_s, max_duration_s;
    std::vector<double> frame_rates;
    std::optional<int> caption_max_chars, hashtags_max, alt_text_max_chars;
    CaptionRules caption{};
    std::vector<std::string> photo_formats;  ///< accepted, such as {"jpeg", "png"}
    std::string source;                      ///< keys of its sources in the data file
    std::string checked_on;                  ///< when the facts were verified: YYYY-MM-DD
    OtherShapes other_shapes = OtherShapes::cut;
    VideoNeeds video;
};

/// All placements, with names in the current language. A file in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/placements.json) replaces the compiled-in placements if its date is
/// later. The span is valid until the process ends. Threads: any.
MEDIAEDIT_API std::span<const Placement> placements();

/// Finds a placement by its id. Errors: bad_argument; the message suggests similar ids.
MEDIAEDIT_API Result<Placement> find_placement(std::string_view id);

/// Reads a placements file. Errors: not_found, unreadable; bad_recipe with the field's path.
MEDIAEDIT_API Result<std::vector<Placement>> read_placements(const std::filesystem::path& file);

/// Returns `recipe` with the placement's canvas and safe area, and with the recipe's own overrides
/// for this placement applied.
MEDIAEDIT_API Recipe recipe_for(const Placement& placement, const Recipe& recipe);

}  // namespace mediaedit
