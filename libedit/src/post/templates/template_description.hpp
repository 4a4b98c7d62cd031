// The JSON of a template: "schema": "mediaedit.template/1". What the fields mean:
// docs/apps/templates.md.
#pragma once

#include "json/description.hpp"
#include "language/translated.hpp"
#include "placement/placement_words.hpp"
#include "post/templates/template_file.hpp"

#include <cstddef>
#include <string>

namespace mediaedit::internal {

template <>
struct WordsOf<Role> {
    static constexpr WordTable<Role, 6> table{{{"main", Role::main},
                                               {"second", Role::second},
                                               {"on_main", Role::on_main},
                                               {"on_second", Role::on_second},
                                               {"ink", Role::ink},
                                               {"paper", Role::paper}}};
};
template <>
struct WordsOf<Shape> {
    static constexpr WordTable<Shape, 5> table{{{"tall", Shape::tall},
                                                {"portrait", Shape::portrait},
                                                {"square", Shape::square},
                                                {"landscape", Shape::landscape},
                                                {"header", Shape::header}}};
};
template <>
struct WordsOf<Side> {
    static constexpr WordTable<Side, 4> table{{{"top", Side::top},
                                               {"bottom", Side::bottom},
                                               {"left", Side::left},
                                               {"right", Side::right}}};
};
template <>
struct WordsOf<Cells> {
    static constexpr WordTable<Cells, 2> table{{{"mosaic", Cells::mosaic}, {"even", Cells::even}}};
};
template <>
struct WordsOf<TextSize> {
    static constexpr WordTable<TextSize, 5> table{{{"display", TextSize::display},
                                                   {"title", TextSize::title},
                                                   {"lead", TextSize::lead},
                                                   {"body", TextSize::body},
                                                   {"small", TextSize::small}}};
};
template <>
struct WordsOf<Block::Kind> {
    static constexpr WordTable<Block::Kind, 6> table{{{"text", Block::Kind::text},
                                                      {"chip", Block::Kind::chip},
                                                      {"rule", Block::Kind::rule},
                                                      {"bar", Block::Kind::bar},
                                                      {"code", Block::Kind::code},
                                                      {"signature", Block::Kind::signature}}};
};

inline constexpr int most_photos = 4;

template <>
struct Described<Block> {
    static void fields(auto& d) {
        using enum Block::Kind;
        d.needed("kind", &Block::kind);
        d.where(&Block::kind, {text, chip, bar, code},
                [](auto& words) { words.needed("text", &Block::parts, Entries{8}); });
        d.where(&Block::kind, {text, chip, bar, code, rule},
                [](auto& coloured) { coloured.field("color", &Block::color); });
        d.where(&Block::kind, {text, chip}, [](auto& sized) { sized.field("size", &Block::size); });
        d.where(&Block::kind, {text}, [](auto& lines) {
            lines.field("join", &Block::join);
            lines.field("bold", &Block::is_bold);
            lines.field("lines", &Block::most_lines, Between{0, 40});
        });
        d.field("gap", &Block::gap, Between{0, 20});
        d.field("at_end", &Block::at_end);
        d.field("skip", &Block::skip);
    }
};

template <>
struct Described<Layout> {
    static void fields(auto& d) {
        d.field("side", &Layout::side);
        d.field("ground", &Layout::ground);
        d.field("least", &Layout::least, Between{0.05, 0.95});
        d.field("most", &Layout::most, Between{0.05, 0.95});
        d.field("cells", &Layout::cells);
        d.field("framed", &Layout::framed);
        d.nullable("stripe", &Layout::stripe);
        d.field("chips", &Layout::chips, AtMost{most_photos}, Each{Entries{8}});
        d.field("blocks", &Layout::blocks, Entries{16});
    }
    static void check(const Layout& layout, const JsonPath& path) {
        Between{layout.least, 0.95}.check(layout.most, {path, "most"});
    }
};

/// Checked with the layout that they change.
template <>
struct Codec<ShapeFields> {
    static void read(const nlohmann::json& json, ShapeFields& shape, const std::string&,
                     const ReadContext&) {
        shape.fields = json;
    }
    static void check(const ShapeFields&, const JsonPath&, Checked) {}
    static nlohmann::ordered_json schema() { return Codec<Layout>::schema(); }
};

template <>
struct Described<TemplateFieldText> {
    static void fields(auto& d) {
        d.needed("id", &TemplateFieldText::id, PlainId{"title"});
        d.needed("label", &TemplateFieldText::label);
        d.field("hint", &TemplateFieldText::hint);
        d.field("standard", &TemplateFieldText::default_text);
        d.field("required", &TemplateFieldText::required);
        d.field("max_chars", &TemplateFieldText::max_chars, Between{0, 2000});
    }
};

template <>
struct Described<PhotoCount> {
    static void fields(auto& d) {
        d.field("least", &PhotoCount::least, Between{1, most_photos});
        d.field("most", &PhotoCount::most, Between{1, most_photos});
    }
    static void check(const PhotoCount& photos, const JsonPath& path) {
        Between{static_cast<double>(photos.least), most_photos}.check(photos.max(), {path, "most"});
    }
};

template <>
struct Described<TemplateFile> {
    static constexpr const char* schema = "mediaedit.template/1";
    static void fields(auto& d) {
        d.needed("id", &TemplateFile::id, PlainId{"before-after"});
        d.needed("name", &TemplateFile::name);
        d.needed("about", &TemplateFile::about);
        d.needed("media", &TemplateFile::kinds, Entries{2});
        d.field("photos", &TemplateFile::photos);
        d.needed("places", &TemplateFile::places, Entries{24});
        d.needed("layout", &TemplateFile::layout);
        d.field("shapes", &TemplateFile::own);
    }
    static void check(const TemplateFile& file, const JsonPath& path);
};

}  // namespace mediaedit::internal
