// From JSON to a template.
#include "post/templates/template_file.hpp"

#include "post/templates/template_description.hpp"

#include <array>
#include <set>

namespace mediaedit::internal {
namespace {

/// The fields that words may name: those of the template, and those of the village's profile.
class KnownFields {
public:
    explicit KnownFields(const std::vector<TemplateFieldText>& fields) {
        for (const auto& field : fields) known_.insert(field.id);
        for (const auto& field : known_places()) known_.emplace(field);
    }

    /// Errors: bad_recipe.
    void require_in(const Layout& layout, const JsonPath& path) const {
        const JsonPath chips(path, "chips"), blocks(path, "blocks");
        for (std::size_t i = 0; i < layout.chips.size(); ++i)
            require_in(layout.chips[i], {chips, i});
        for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
            const JsonPath block(blocks, i);
            require_in(layout.blocks[i].parts, {block, "text"});
        }
    }

private:
    void require_in(const std::vector<std::string>& parts, const JsonPath& path) const {
        for (std::size_t i = 0; i < parts.size(); ++i) require_in(parts[i], {path, i});
    }

    void require_in(const std::string& part, const JsonPath& path) const {
        for (auto open = part.find('{'); open != part.npos; open = part.find('{', open + 1)) {
            const auto close = part.find('}', open);
            if (close == part.npos) Fields::wrong_type(path.text(), "{title}");
            const auto id = part.substr(open + 1, close - open - 1);
            if (!known_.contains(id))
                fail(ErrorCode::bad_recipe,
                     tr("{field} names the place {value}, which this template does not have; add "
                        "it to places.",
                        {{"field", path.text()}, {"value", id}}),
                     path.text());
        }
    }

    std::set<std::string> known_;
};

/// The layout of a shape that has no fields of its own: words beside the photo where it is wide.
Layout adapted(Layout layout, Shape shape) {
    if (shape == Shape::landscape || shape == Shape::header) {
        layout.side = Side::left;
        layout.least = layout.most = shape == Shape::landscape ? 0.46 : 0.5;
    }
    return layout;
}

std::map<Shape, Layout> layouts_of(const TemplateFile& file) {
    std::map<Shape, Layout> layouts;
    for (const auto& [word, shape] : WordsOf<Shape>::table)
        layouts[shape] = adapted(file.layout, shape);
    const KnownFields known(file.places);
    const JsonPath root;
    const JsonPath shapes(root, "shapes");
    for (const auto& [name, own] : file.own) {
        const JsonPath path(shapes, name);
        const auto shape = value_of<Shape>(name);
        if (!shape) Fields::unknown(path.text());
        auto& layout = layouts[*shape];
        Codec<Layout>::read(own.fields, layout, path.text(), {});
        Codec<Layout>::check(layout, path, Checked::values);
        known.require_in(layout, path);
    }
    return layouts;
}

}  // namespace

std::span<const std::string_view> known_places() {
    static constexpr std::array<std::string_view, 13> known{
        "village", "district", "regency", "logo",       "hours",  "phone", "whatsapp",
        "email",   "address",  "form",    "form_shown", "number", "of"};
    return known;
}

void Described<TemplateFile>::check(const TemplateFile& file, const JsonPath& path) {
    std::set<std::string> ids;
    const JsonPath places(path, "places");
    for (std::size_t i = 0; i < file.places.size(); ++i) {
        const JsonPath place(places, i);
        if (!ids.insert(file.places[i].id).second)
            fail(ErrorCode::bad_recipe,
                 tr("The place {value} stands twice in the template.",
                    {{"value", file.places[i].id}}),
                 JsonPath(place, "id").text());
    }
    KnownFields(file.places).require_in(file.layout, {path, "layout"});
}

TemplateFile parse_template(std::string_view text) {
    auto file = read_document<TemplateFile>(parse_json(text));
    file.layouts = layouts_of(file);
    return file;
}

}  // namespace mediaedit::internal
