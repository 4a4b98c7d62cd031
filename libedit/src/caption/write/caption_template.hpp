// A template of a caption: words, {fields}, [optional parts] and <alternatives|...>.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct TemplateNode {
    enum class Kind {
        words,
        field,     ///< {x}
        optional,  ///< [...]: left out if a field in it is empty, or to make the caption fit
        either,    ///< <a|b|>: the first alternative whose fields are all filled; not left out to
                   ///< make the caption fit
    };
    Kind kind = Kind::words;
    std::string text{};  ///< the words, or the field's id
    int number = 0;      ///< of an optional: in the order of the opening brackets in the template
    std::vector<std::vector<TemplateNode>> ways{};
};

using TemplateLine = std::vector<TemplateNode>;

struct CaptionTemplate {
    std::vector<TemplateLine> lines;
    int optionals = 0;  ///< the number of optionals
};

/// Adds a line. Errors: bad_recipe with `path` for a bracket without a partner, and for a field
/// that is not in `fields`.
void add_template_line(CaptionTemplate& whole, std::string_view line,
                       const std::set<std::string, std::less<>>& fields, const std::string& path);

/// The value of a field. An empty text: the field is not filled.
struct FieldText {
    std::string text{};
    bool sentence = false;             ///< `text` is a sentence with its capital and full stop
    std::vector<std::string> items{};  ///< of a list: one a line if the field begins a line
};
using FieldTexts = std::map<std::string, FieldText, std::less<>>;

/// The filled template without the optionals of these numbers. Sentences with an empty field are
/// left out, and so are lines of which nothing remains. There is at most one empty line in a row,
/// and no double space or full stop.
std::string fill(const CaptionTemplate& whole, const FieldTexts& texts,
                 const std::set<int>& left_out = {});

/// The ids of the fields in an optional, in order.
std::vector<std::string> fields_of_optional(const CaptionTemplate& whole, int number);

/// The numbers of the optionals in the first line, in order.
std::vector<int> optionals_of_first_line(const CaptionTemplate& whole);

}  // namespace mediaedit::internal
