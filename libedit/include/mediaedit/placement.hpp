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
    cut,          ///< shows only a part; also where nothing is known
    shown_whole,
};

/// One place on one platform. Facts, sources and dates come from libedit/data/placements.json.
struct Placement {
    std::string id;        ///< never renamed, such as "instagram-feed-portrait"
    std::string platform;  ///< "Instagram"
    std::string name;      ///< "Feed, portrait 4:5", translated
    std::vector<MediaKind> kinds;
    PixelSize size;
    Margins safe_area;
    std::optional<std::uintmax_t> max_bytes;        ///< photos
    std::optional<std::uintmax_t> max_video_bytes;
    std::optional<double> min_duration_s, max_duration_s;
    std::vector<double> frame_rates;
    std::optional<int> caption_max_chars, hashtags_max, alt_text_max_chars;
    std::vector<std::string> photo_formats;  ///< accepted, such as {"jpeg", "png"}
    std::string source;      ///< keys of the sources in the data file
    std::string checked_on;  ///< YYYY-MM-DD
    OtherShapes other_shapes = OtherShapes::cut;
};

/// All placements: those compiled in, or a newer file in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/placements.json). Names are in the language of the moment; what is handed out stays until the process ends.
/// Threads: any.
MEDIAEDIT_API std::span<const Placement> placements();

/// The placement of that id. Errors: bad_argument, naming the ids that come close.
MEDIAEDIT_API Result<Placement> find_placement(std::string_view id);

/// Reads a placements file. Errors: not_found, unreadable, bad_recipe with the field's path.
MEDIAEDIT_API Result<std::vector<Placement>> read_placements(const std::filesystem::path& file);

/// `recipe` as `placement` wants it: its canvas, safe area, and the recipe's own overrides for it.
MEDIAEDIT_API Recipe recipe_for(const Placement& placement, const Recipe& recipe);

}  // namespace mediaedit
