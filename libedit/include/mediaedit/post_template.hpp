// Post templates: layouts of texts and photos for each placement, in the village's colours.
//
//     TemplateFill fill;
//     fill.words["title"] = "Kerja bakti";
//     auto recipe = fill_template("announcement", fill, village, placement);
//     auto report = export_media("photo.jpg", *recipe, {"post.jpg"});
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

/// A text that a person fills in. All texts are in the current language.
struct TemplateField {
    std::string id;  ///< "title", "date", "place", ...
    std::string label;
    std::string hint{};
    bool required = false;
    int max_chars = 0;           ///< longer text is drawn, and check_fill warns; 0: no limit
    std::string default_text{};  ///< used when it is left empty
    bool operator==(const TemplateField&) const = default;
};

struct PostTemplate {
    std::string id;  ///< stable, such as "before-after"
    std::string name;
    std::string about;                   ///< when to use it, one sentence
    std::vector<MediaKind> kinds;        ///< of the main picture
    int min_photos = 1, max_photos = 1;  ///< including the main picture
    std::vector<TemplateField> places;   ///< the fields, in the order to ask
    bool operator==(const PostTemplate&) const = default;
};

/// All templates: the compiled-in ones, and the files in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/templates/*.json), which override those with the same id. An invalid
/// file is skipped; read_template returns its error.
MEDIAEDIT_API std::vector<PostTemplate> templates();

/// Finds a template by its id. Errors: bad_argument, with a list of the ids; if the user's folder
/// has an invalid file of that name, the error of that file.
MEDIAEDIT_API Result<PostTemplate> find_template(std::string_view id);

/// Reads a template file. Errors: not_found, unreadable; bad_recipe with the field's path.
/// Source: docs/apps/templates.md
MEDIAEDIT_API Result<PostTemplate> read_template(const std::filesystem::path& file);

struct TemplateFill {
    /// The texts, by field id. The profile provides {village} {district} {regency} {logo} {hours}
    /// {phone} {whatsapp} {email} {address} {form}; a text given here overrides it.
    std::map<std::string, std::string> words{};
    std::vector<std::filesystem::path> more_photos{};  ///< after the main picture
    int number = 0, of = 0;  ///< page {number} of {of}, for several pages; 0: not shown
    /// Of the main picture, then of each of `more_photos`. Absent: detected.
    std::vector<std::optional<Point>> focus{};
    std::string language = "id";  ///< of the template's own texts: "id" or "en"
};

/// Fills in a template for one placement. Returns `base` with its canvas and overlays replaced; the
/// rest (keep, turn, hide, crop, adjust, sound) stays. Every text is measured: empty fields take no
/// space, and a long title is broken into lines, then made smaller. A text that does not fit at its
/// smallest size is drawn at that size, and check() and the report contain `text_overflows`.
/// recipe_for(placement, ...) does not change the returned recipe, so prepare() accepts it for that
/// placement. Errors: those of find_template; bad_recipe if a text is not UTF-8; unsupported if no
/// font is installed.
MEDIAEDIT_API Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill,
                                           const Village& village, const Placement& placement,
                                           const Recipe& base = {});

/// Fills in a template for all of `targets` in one recipe. The first target is in the recipe
/// itself, and each has its overrides in Recipe::placements: recipe_for(target, result) equals what
/// fill_template returns for that target alone. Errors: as above.
MEDIAEDIT_API Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill,
                                           const Village& village,
                                           std::span<const Placement> targets,
                                           const Recipe& base = {});

/// Checks the texts and photos. Codes: place_missing, place_too_long, place_unknown,
/// photos_missing, photos_left_over.
MEDIAEDIT_API std::vector<Finding> check_fill(const PostTemplate& post_template,
                                              const TemplateFill& fill);

/// The village's colours, corrected to a contrast of at least 4.5:1 (WCAG 2.1 AA).
struct ReadableColors {
    Color main, second;                ///< `second` is readable on `main`
    Color on_main, on_second;          ///< text colours for each
    Color ink, paper;                  ///< nearly black on white
    std::vector<std::string> notes{};  ///< what was corrected, for the person
    bool operator==(const ReadableColors&) const = default;
};
MEDIAEDIT_API ReadableColors readable_colors(const Village& village);

}  // namespace mediaedit
