// A template file: "schema": "mediaedit.template/1".
#pragma once

#include "language/translated.hpp"

#include <mediaedit/post_template.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// Where colours come from: the village's profile, mended by readable_colors.
enum class Role { main, second, on_main, on_second, ink, paper };

enum class Shape { tall, portrait, square, landscape, header };

enum class Side { top, bottom, left, right };

/// How photos share their part of the result.
enum class Cells { mosaic, even };

/// The steps of the type scale, from large to small.
enum class TextSize { display, title, lead, body, small };

/// One line of the stack of words, from top to bottom.
struct Block {
    enum class Kind { text, chip, rule, bar, code, signature } kind = Kind::text;
    std::vector<std::string>
        parts{};         ///< with {places}; a part vanishes with a place that is empty
    std::string join{};  ///< between parts
    TextSize size = TextSize::body;
    std::optional<Role>
        color{};  ///< text, chip, rule and bar; absent: that of words on their ground
    bool is_bold = false;
    int most_lines = 0;      ///< beyond which the text shrinks; 0: no bound
    double gap = 2;          ///< above it. Units: steps
    std::set<Shape> skip{};  ///< shapes that have no room for it
    bool at_end = false;     ///< stands at the foot of its ground, with all that follow
};

/// The ground of the words lies at one side of the result, the photos fill the rest.
struct Layout {
    Side side = Side::bottom;
    Role ground = Role::main;
    double least = 0.2, most = 0.6;  ///< share of the result that the words take
    Cells cells = Cells::mosaic;
    bool framed = false;           ///< the photos keep a margin of the ground's colour
    std::optional<Role> stripe{};  ///< between words and photos
    std::vector<std::vector<std::string>> chips{};  ///< on each photo: the parts of a short text
    std::vector<Block> blocks{};
};

struct TemplateFieldText {
    std::string id{};
    Translated label{}, hint{}, default_text{};
    bool required = false;
    int max_chars = 0;
};

/// The fields of a layout that one shape has of its own, as written.
struct ShapeFields {
    nlohmann::json fields{};
};

/// How many photos a template shows. `most` may be absent: as `least`.
struct PhotoCount {
    int least = 1;
    std::optional<int> most{};
    [[nodiscard]] int max() const { return most.value_or(least); }
    bool operator==(const PhotoCount&) const = default;
};

struct TemplateFile {
    std::string id{};
    Translated name{}, about{};
    std::vector<MediaKind> kinds{};
    PhotoCount photos{};
    std::vector<TemplateFieldText> places{};
    Layout layout{};                           ///< where a shape has no fields of its own
    std::map<std::string, ShapeFields> own{};  ///< by shape
    std::map<Shape, Layout> layouts{};         ///< of every shape, made from both
};

/// What the profile and the fill know without being asked.
std::span<const std::string_view> known_places();

/// Errors: bad_recipe; `where` is the field's path, such as "layout.blocks[2].size".
/// Source: docs/apps/templates.md
TemplateFile parse_template(std::string_view json);

/// As a program sees it, in the language of the moment.
PostTemplate to_post_template(const TemplateFile& file);

/// Errors: not_found, unreadable, too_large, bad_recipe.
TemplateFile read_template_file(const std::filesystem::path& file);

/// The file of that id: the user's first. Errors: as find_template.
TemplateFile find_template_file(std::string_view id, const std::filesystem::path& user_folder);

/// All that can be read, in the order of ids; the user's beat those compiled in.
std::vector<TemplateFile> all_template_files(const std::filesystem::path& user_folder);

/// The files compiled into the library.
std::span<const std::string_view> template_files();

}  // namespace mediaedit::internal
