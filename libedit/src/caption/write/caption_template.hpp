// A template of a caption: words, {fields}, [what may be left out] and <one way|another>.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// A piece of a template.
struct TemplateNode {
    enum class Kind {
        words,
        field,     ///< {x}
        optional,  ///< [...]: left out when a field in it is empty, or so that the caption fits
        either,    ///< <a|b|>: the first way whose fields are all filled; never left out so that it
                   ///< fits
    };
    Kind kind = Kind::words;
    std::string text{};  ///< the words, or the field's id
    int number = 0;      ///< of an optional: in the order they open in the whole template
    std::vector<std::vector<TemplateNode>> ways{};
};

using TemplateLine = std::vector<TemplateNode>;

struct CaptionTemplate {
    std::vector<TemplateLine> lines;
    int optionals = 0;  ///< how many
};

/// Adds a line. Errors: bad_recipe with `path` when a bracket has no partner, or a field is none of
/// `fields`.
void add_template_line(CaptionTemplate& whole, std::string_view line,
                       const std::set<std::string, std::less<>>& fields, const std::string& path);

/// What stands for a field. An empty text: the field is not filled.
struct FieldText {
    std::string text{};
    bool sentence = false;  ///< a whole one: `text` has its capital and stop
    std::vector<std::string>
        items{};  ///< of a list: written one a line where the field begins a line
};
using FieldTexts = std::map<std::string, FieldText, std::less<>>;

/// The filled template without the optionals of these numbers. A sentence one of whose fields is
/// empty is left out, and so is a line of which nothing is left; never more than one empty line in
/// a row, no two spaces, no two stops.
std::string fill(const CaptionTemplate& whole, const FieldTexts& texts,
                 const std::set<int>& left_out = {});

/// The ids in an optional, in order.
std::vector<std::string> fields_of_optional(const CaptionTemplate& whole, int number);

/// The numbers of the optionals in the first line, in order.
std::vector<int> optionals_of_first_line(const CaptionTemplate& whole);

}  // namespace mediaedit::internal
