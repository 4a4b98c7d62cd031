// Post templates: words and photos laid out for each placement, in the village's colours.
#pragma once

#include <mediaedit/check.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/village.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

/// Something that a person fills in. Names and hints are in the language of the moment.
struct TemplateField {
    std::string id;  ///< "title", "date", "place", ...
    std::string label;
    std::string hint{};
    bool required = false;
    int max_chars = 0;  ///< Units: letters; more are drawn, but check_fill speaks up. 0: no bound
    std::string
        standard{};  ///< what stands there when nothing is filled in, in the language of the moment
    bool operator==(const TemplateField&) const = default;
};

struct PostTemplate {
    std::string id;  ///< never renamed, such as "before-after"
    std::string name;
    std::string about;                   ///< when to take it, one sentence
    std::vector<MediaKind> kinds;        ///< of the main picture
    int min_photos = 1, max_photos = 1;  ///< the main picture counted
    std::vector<TemplateField> places;   ///< in the order to ask
    bool operator==(const PostTemplate&) const = default;
};

/// All templates: those compiled in, and the files in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/templates/*.json), which beat those of the same id. A file that cannot
/// be read as one is left out; read_template tells why.
MEDIAEDIT_API std::vector<PostTemplate> templates();

/// Errors: bad_argument, naming the ids there are; of a file in the user's folder of that name,
/// what is wrong with it.
MEDIAEDIT_API Result<PostTemplate> find_template(std::string_view id);

/// Reads a template file. Errors: not_found, unreadable, bad_recipe with the field's path.
/// Source: docs/apps/templates.md
MEDIAEDIT_API Result<PostTemplate> read_template(const std::filesystem::path& file);

struct TemplateFill {
    /// By the place's id. What the profile knows needs no word: {village} {district} {regency}
    /// {logo} {hours} {phone} {whatsapp} {email} {address} {form}; a word given here beats it.
    std::map<std::string, std::string> words{};
    std::vector<std::filesystem::path> more_photos{};  ///< after the main picture
    int number = 0, of = 0;  ///< of a page among several: {number} and {of}; 0: none
    std::vector<std::optional<Point>>
        focus{};                  ///< of the main picture, then of `more_photos`; absent: found
    std::string language = "id";  ///< of the words that the template brings: "id" or "en"
};

/// `base` with canvas and overlays for one placement: the template filled in, each text measured,
/// so that empty places close up and long titles first break, then shrink. What `base` hides,
/// turns, keeps, crops, adjusts and hears stays; its overlays are replaced. recipe_for(placement,
/// ...) leaves it as it is, so prepare() takes it for that placement. A text that fits at no size
/// is drawn at its smallest; check() and the report then say `text_overflows`. Errors: those of
/// find_template; bad_recipe (a word is not UTF-8); unsupported (no font).
MEDIAEDIT_API Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill,
                                           const Village& village, const Placement& placement,
                                           const Recipe& base = {});

/// One recipe for all of `targets`: what each wants stands in Recipe::placements, and what the
/// first wants in the recipe itself. recipe_for(target, that) is what fill_template gives for the
/// target alone.
MEDIAEDIT_API Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill,
                                           const Village& village,
                                           std::span<const Placement> targets,
                                           const Recipe& base = {});

/// What a person should still see to: place_missing, place_too_long, place_unknown, photos_missing,
/// photos_left_over.
MEDIAEDIT_API std::vector<Finding> check_fill(const PostTemplate& post_template,
                                              const TemplateFill& fill);

/// The village's colours, mended where they could not be read: 4.5:1 at least (WCAG 2.1 AA).
struct ReadableColors {
    Color main, second;                ///< `second` can be read on `main`
    Color on_main, on_second;          ///< of words on them
    Color ink, paper;                  ///< nearly black on white
    std::vector<std::string> notes{};  ///< what was mended, for the person
    bool operator==(const ReadableColors&) const = default;
};
MEDIAEDIT_API ReadableColors readable_colors(const Village& village);

}  // namespace mediaedit
