// From JSON to a template.
#include "post/templates/template_file.hpp"

#include "post/templates/template_words.hpp"
#include "recipe/json_words.hpp"
#include "recipe/schema.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using nlohmann::json;

constexpr const char* template_schema = "mediaedit.template/1";
constexpr int most_photos = 4;
constexpr std::size_t most_places = 24, most_blocks = 16;

template <class Enum>
void read(Fields& fields, const char* name, Enum& value) {
    if (const auto* field = fields.find(name))
        value = read_word<Enum>(*field, fields.path_of(name));
}

void require_between(double value, double least, double most, const std::string& path) {
    if (value >= least && value <= most) return;
    const auto shown = [](double number) {
        auto text = std::to_string(number);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
        return text;
    };
    fail(ErrorCode::bad_recipe,
         tr("The field {field} must lie between {least} and {most}.",
            {{"field", path}, {"least", shown(least)}, {"most", shown(most)}}),
         path);
}

const json& need_list(const json& value, const std::string& path, std::size_t most) {
    if (!value.is_array() || value.empty() || value.size() > most)
        Fields::wrong_type(path, "[...]");
    return value;
}

std::string item(const std::string& path, std::size_t i) {
    return path + "[" + std::to_string(i) + "]";
}

/// An id becomes a file's name and stands in words as {id}, so it is kept to the plainest letters.
std::string plain_id(const json& value, const std::string& path, std::string_view example) {
    auto id = Fields::text(value, path);
    const bool plain =
        !id.empty() && id.size() <= 64 && id.front() != '-' && std::ranges::all_of(id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
    if (!plain) Fields::wrong_type(path, example);
    return id;
}

InLanguages read_languages(const json& value, const std::string& path) {
    Fields fields(value, path);
    InLanguages text;
    for (const auto* language : {"en", "id"})
        if (const auto* field = fields.find(language))
            text[language] = Fields::text(*field, fields.path_of(language));
    fields.need("en");
    fields.done();
    return text;
}

PlaceText read_place(const json& value, const std::string& path) {
    Fields fields(value, path);
    PlaceText place;
    place.id = plain_id(fields.need("id"), fields.path_of("id"), "title");
    place.label = read_languages(fields.need("label"), fields.path_of("label"));
    if (const auto* hint = fields.find("hint"))
        place.hint = read_languages(*hint, fields.path_of("hint"));
    if (const auto* standard = fields.find("standard"))
        place.standard = read_languages(*standard, fields.path_of("standard"));
    fields.read("required", place.required);
    fields.read("max_chars", place.max_chars);
    require_between(place.max_chars, 0, 2000, fields.path_of("max_chars"));
    fields.done();
    return place;
}

/// The words that a block names must be places of this template, or ones that the profile knows.
class PartReader {
public:
    explicit PartReader(const std::vector<PlaceText>& places) {
        for (const auto& place : places) known_.insert(place.id);
        for (const auto& place : known_places()) known_.emplace(place);
    }

    [[nodiscard]] std::vector<std::string> read(const json& value, const std::string& path) const {
        std::vector<std::string> parts;
        const auto& list = need_list(value, path, 8);
        for (std::size_t i = 0; i < list.size(); ++i) {
            parts.push_back(Fields::text(list[i], item(path, i)));
            require_known(parts.back(), item(path, i));
        }
        return parts;
    }

private:
    void require_known(const std::string& part, const std::string& path) const {
        for (auto open = part.find('{'); open != part.npos; open = part.find('{', open + 1)) {
            const auto close = part.find('}', open);
            if (close == part.npos) Fields::wrong_type(path, "{title}");
            const auto id = part.substr(open + 1, close - open - 1);
            if (!known_.contains(id))
                fail(ErrorCode::bad_recipe,
                     tr("{field} names the place {value}, which this template does not have; add "
                        "it to places.",
                        {{"field", path}, {"value", id}}),
                     path);
        }
    }

    std::set<std::string> known_;
};

Block read_block(const json& value, const std::string& path, const PartReader& parts) {
    Fields fields(value, path);
    Block block;
    block.kind = read_word<Block::Kind>(fields.need("kind"), fields.path_of("kind"));
    using enum Block::Kind;
    const bool has_words =
        block.kind == text || block.kind == chip || block.kind == bar || block.kind == code;
    if (has_words) block.parts = parts.read(fields.need("text"), fields.path_of("text"));
    if (has_words || block.kind == rule)
        if (const auto* color = fields.find("color"))
            block.color = read_word<Role>(*color, fields.path_of("color"));
    if (block.kind == text || block.kind == chip) read(fields, "size", block.size);
    if (block.kind == text) {
        fields.read("join", block.join);
        fields.read("bold", block.is_bold);
        fields.read("lines", block.most_lines);
        require_between(block.most_lines, 0, 40, fields.path_of("lines"));
    }
    fields.read("gap", block.gap);
    require_between(block.gap, 0, 20, fields.path_of("gap"));
    fields.read("at_end", block.at_end);
    if (const auto* skip = fields.find("skip")) {
        const auto& list = need_list(*skip, fields.path_of("skip"), 5);
        for (std::size_t i = 0; i < list.size(); ++i)
            block.skip.insert(read_word<Shape>(list[i], item(fields.path_of("skip"), i)));
    }
    fields.done();
    return block;
}

/// The fields that are there; the others stay as they are.
void read_layout(const json& value, const std::string& path, const PartReader& parts,
                 Layout& layout) {
    Fields fields(value, path);
    read(fields, "side", layout.side);
    read(fields, "ground", layout.ground);
    fields.read("least", layout.least);
    require_between(layout.least, 0.05, 0.95, fields.path_of("least"));
    fields.read("most", layout.most);
    require_between(layout.most, layout.least, 0.95, fields.path_of("most"));
    read(fields, "cells", layout.cells);
    fields.read("framed", layout.framed);
    if (const auto* stripe = fields.find("stripe"))
        layout.stripe = stripe->is_null()
                            ? std::nullopt
                            : std::optional(read_word<Role>(*stripe, fields.path_of("stripe")));
    if (const auto* chips = fields.find("chips")) {
        layout.chips.clear();
        const auto& list = need_list(*chips, fields.path_of("chips"), most_photos);
        for (std::size_t i = 0; i < list.size(); ++i)
            layout.chips.push_back(parts.read(list[i], item(fields.path_of("chips"), i)));
    }
    if (const auto* blocks = fields.find("blocks")) {
        layout.blocks.clear();
        const auto& list = need_list(*blocks, fields.path_of("blocks"), most_blocks);
        for (std::size_t i = 0; i < list.size(); ++i)
            layout.blocks.push_back(read_block(list[i], item(fields.path_of("blocks"), i), parts));
    }
    fields.done();
}

/// What makes sense in a shape before the file says otherwise: words beside the photo where it is
/// wide.
Layout standard_layout(Shape shape, Layout layout) {
    if (shape == Shape::landscape || shape == Shape::header) {
        layout.side = Side::left;
        layout.least = layout.most = shape == Shape::landscape ? 0.46 : 0.5;
    }
    return layout;
}

void read_layouts(Fields& fields, TemplateFile& file) {
    const PartReader parts(file.places);
    Layout all;
    read_layout(fields.need("layout"), "layout", parts, all);
    if (all.blocks.empty())
        fail(ErrorCode::bad_recipe,
             tr("The field {field} is missing.", {{"field", "layout.blocks"}}), "layout.blocks");
    for (const auto& [word, shape] : WordsOf<Shape>::table)
        file.layouts[shape] = standard_layout(shape, all);
    const auto* shapes = fields.find("shapes");
    if (!shapes) return;
    Fields own(*shapes, "shapes");
    for (const auto& [word, shape] : WordsOf<Shape>::table)
        if (const auto* layout = own.find(std::string(word)))
            read_layout(*layout, own.path_of(std::string(word)), parts, file.layouts[shape]);
    own.done();
}

void read_photos(Fields& fields, TemplateFile& file) {
    const auto* field = fields.find("photos");
    if (!field) return;
    Fields photos(*field, "photos");
    photos.read("least", file.min_photos);
    require_between(file.min_photos, 1, most_photos, "photos.least");
    file.max_photos = file.min_photos;
    photos.read("most", file.max_photos);
    require_between(file.max_photos, file.min_photos, most_photos, "photos.most");
    photos.done();
}

void read_kinds(Fields& fields, TemplateFile& file) {
    const auto& list = need_list(fields.need("media"), "media", 2);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto word = Fields::text(list[i], item("media", i));
        if (word != "photo" && word != "video")
            fail(ErrorCode::bad_recipe,
                 tr("{value} is not possible for {field}; choose one of: {choices}.",
                    {{"value", word}, {"field", item("media", i)}, {"choices", "photo, video"}}),
                 item("media", i));
        file.kinds.push_back(word == "photo" ? MediaKind::photo : MediaKind::video);
    }
}

void require_template_schema(const json& schema) {
    require_schema(schema, template_schema,
                   tr("This template was made for a newer version of the program; please update."),
                   tr("This file is no template: its field schema should be {schema}.",
                      {{"schema", template_schema}}));
}

}  // namespace

std::span<const std::string_view> known_places() {
    static constexpr std::array<std::string_view, 13> known{
        "village", "district", "regency", "logo",       "hours",  "phone", "whatsapp",
        "email",   "address",  "form",    "form_shown", "number", "of"};
    return known;
}

TemplateFile parse_template(std::string_view text) {
    const auto whole = parse_json(text);
    Fields fields(whole, "");
    require_template_schema(fields.need("schema"));
    TemplateFile file;
    file.id = plain_id(fields.need("id"), "id", "before-after");
    file.name = read_languages(fields.need("name"), "name");
    file.about = read_languages(fields.need("about"), "about");
    read_kinds(fields, file);
    read_photos(fields, file);
    const auto& places = need_list(fields.need("places"), "places", most_places);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < places.size(); ++i) {
        file.places.push_back(read_place(places[i], item("places", i)));
        if (!ids.insert(file.places.back().id).second)
            fail(ErrorCode::bad_recipe,
                 tr("The place {value} stands twice in the template.",
                    {{"value", file.places.back().id}}),
                 item("places", i) + ".id");
    }
    read_layouts(fields, file);
    fields.done();
    return file;
}

}  // namespace mediaedit::internal
