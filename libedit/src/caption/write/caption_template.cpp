// Parses caption templates.
#include "caption/write/caption_template.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

/// The deepest of our own templates has three levels.
constexpr int max_depth = 8;

class Parser {
public:
    Parser(std::string_view text, int& optionals, const std::set<std::string, std::less<>>& fields,
           const std::string& path)
        : rest_(text), text_(text), optionals_(optionals), fields_(fields), path_(path) {}

    TemplateLine line() {
        auto nodes = sequence("", 0);
        if (!rest_.empty()) wrong();
        return nodes;
    }

private:
    [[noreturn]] void wrong() const {
        fail(ErrorCode::bad_recipe,
             tr("The template in {field} cannot be read: a bracket has no partner, or a field is "
                "not known.",
                {{"field", path_}}),
             path_, std::string(text_));
    }

    /// Parses up to one of `ends`, which is not consumed.
    TemplateLine sequence(std::string_view ends, int depth) {
        if (depth > max_depth) wrong();
        TemplateLine nodes;
        while (!rest_.empty() && ends.find(rest_.front()) == ends.npos) {
            switch (rest_.front()) {
                case '{': nodes.push_back(field()); break;
                case '[': nodes.push_back(optional(depth)); break;
                case '<': nodes.push_back(either(depth)); break;
                case '}':
                case ']':
                case '>':
                case '|': wrong();
                default: nodes.push_back(words());
            }
        }
        return nodes;
    }

    TemplateNode words() {
        const auto end = rest_.find_first_of("{}[]<>|");
        TemplateNode node{TemplateNode::Kind::words, std::string(rest_.substr(0, end))};
        rest_.remove_prefix(node.text.size());
        return node;
    }

    TemplateNode field() {
        const auto end = rest_.find('}');
        if (end == rest_.npos) wrong();
        TemplateNode node{TemplateNode::Kind::field, std::string(rest_.substr(1, end - 1))};
        if (!fields_.contains(node.text)) wrong();
        rest_.remove_prefix(end + 1);
        return node;
    }

    TemplateNode optional(int depth) {
        TemplateNode node{TemplateNode::Kind::optional, {}, optionals_++};
        rest_.remove_prefix(1);
        node.ways.push_back(sequence("]", depth + 1));
        expect(']');
        return node;
    }

    TemplateNode either(int depth) {
        TemplateNode node{TemplateNode::Kind::either};
        do {
            rest_.remove_prefix(1);
            node.ways.push_back(sequence("|>", depth + 1));
        } while (!rest_.empty() && rest_.front() == '|');
        expect('>');
        return node;
    }

    void expect(char close) {
        if (rest_.empty() || rest_.front() != close) wrong();
        rest_.remove_prefix(1);
    }

    std::string_view rest_;
    std::string_view text_;
    int& optionals_;
    const std::set<std::string, std::less<>>& fields_;
    const std::string& path_;
};

const TemplateNode* find_optional(const TemplateLine& nodes, int number) {
    for (const auto& node : nodes) {
        if (node.kind == TemplateNode::Kind::optional && node.number == number) return &node;
        for (const auto& way : node.ways)
            if (const auto* found = find_optional(way, number)) return found;
    }
    return nullptr;
}

void collect_fields(const TemplateLine& nodes, std::vector<std::string>& ids) {
    for (const auto& node : nodes) {
        if (node.kind == TemplateNode::Kind::field) ids.push_back(node.text);
        for (const auto& way : node.ways) collect_fields(way, ids);
    }
}

void collect_optionals(const TemplateLine& nodes, std::vector<int>& numbers) {
    for (const auto& node : nodes) {
        if (node.kind == TemplateNode::Kind::optional) numbers.push_back(node.number);
        for (const auto& way : node.ways) collect_optionals(way, numbers);
    }
}

}  // namespace

void add_template_line(CaptionTemplate& whole, std::string_view line,
                       const std::set<std::string, std::less<>>& fields, const std::string& path) {
    whole.lines.push_back(Parser(line, whole.optionals, fields, path).line());
}

std::vector<std::string> fields_of_optional(const CaptionTemplate& whole, int number) {
    std::vector<std::string> ids;
    for (const auto& line : whole.lines)
        if (const auto* found = find_optional(line, number))
            collect_fields(found->ways.front(), ids);
    return ids;
}

std::vector<int> optionals_of_first_line(const CaptionTemplate& whole) {
    std::vector<int> numbers;
    if (!whole.lines.empty()) collect_optionals(whole.lines.front(), numbers);
    return numbers;
}

}  // namespace mediaedit::internal
