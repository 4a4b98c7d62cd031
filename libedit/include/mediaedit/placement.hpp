// Dated facts about where pictures are posted.
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

/// What a platform does with a picture whose shape is not the placement's.
enum class OtherShapes {
    cut,  ///< shows only a part; also where nothing is known
    shown_whole,
};

/// What a place asks of videos, beyond size, length and bytes. Empty: nothing is known.
struct VideoNeeds {
    std::vector<std::string> formats;  ///< accepted, such as {"mp4", "mov"}
    std::vector<std::string> codecs;   ///< accepted, such as {"h264", "hevc"}
    std::optional<double> min_frame_rate,
        max_frame_rate;  ///< what is taken at all; Placement::frame_rates are those to choose from
    std::optional<std::int64_t> max_bits_per_second;  ///< of the pictures
    std::optional<double> max_group_s;  ///< from one picture at which playing can begin to the next
    std::vector<std::string> sound_codecs;  ///< accepted, such as {"aac"}
    std::optional<int> max_sound_hz, max_sound_channels;
    std::vector<std::string> avoid;  ///< what its rules advise against, as codes of check:
                                     ///< {"edit_list", "moov_last"}; and "he_aac"
};

/// One place on one platform. Facts, sources and dates come from libedit/data/placements.json.
struct Placement {
    std::string id;        ///< never renamed, such as "instagram-feed-portrait"
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
    std::vector<std::string> photo_formats;  ///< accepted, such as {"jpeg", "png"}
    std::string source;                      ///< keys of the sources in the data file
    std::string checked_on;                  ///< YYYY-MM-DD
    OtherShapes other_shapes = OtherShapes::cut;
    VideoNeeds video;
};

/// All placements: those compiled in, or a newer file in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/placements.json). Names are in the language of the moment; what is
/// handed out stays until the process ends. Threads: any.
MEDIAEDIT_API std::span<const Placement> placements();

/// The placement of that id. Errors: bad_argument, naming the ids that come close.
MEDIAEDIT_API Result<Placement> find_placement(std::string_view id);

/// Reads a placements file. Errors: not_found, unreadable, bad_recipe with the field's path.
MEDIAEDIT_API Result<std::vector<Placement>> read_placements(const std::filesystem::path& file);

/// `recipe` as `placement` wants it: its canvas, safe area, and the recipe's own overrides for it.
MEDIAEDIT_API Recipe recipe_for(const Placement& placement, const Recipe& recipe);

}  // namespace mediaedit
