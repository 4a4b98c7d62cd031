// Fills a caption template.
#include "caption/write/caption_template.hpp"
#include "language/caption_letters.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

class Filler {
public:
    Filler(const FieldTexts& texts, const std::set<int>& left_out)
        : texts_(texts), left_out_(left_out) {}

    /// Returns whether anything of the line is left.
    bool put_line(const TemplateLine& nodes) {
        line_start_ = sentence_start_ = out_.size();
        broken_ = false;
        for (const auto& node : nodes) put_top(node);
        end_sentence();
        while (out_.size() > line_start_ && out_.back() == ' ') out_.pop_back();
        return out_.size() > line_start_;
    }

    void put_break() { out_ += '\n'; }
    [[nodiscard]] std::string taken() && { return std::move(out_); }

private:
    /// A part at the top level of a line. Sentences end only there, not within brackets.
    void put_top(const TemplateNode& node) {
        if (node.kind != TemplateNode::Kind::words) {
            const auto before = out_.size();
            const bool filled = put(node);
            if (!filled) broken_ = true;
            const bool sentence =
                node.kind != TemplateNode::Kind::field
                    ? out_.size() > before && ends_sentence(out_) && ends_with_stop(node)
                    : is_sentence(node);
            if (sentence) end_sentence();
            return;
        }
        std::string_view words = node.text;
        while (!words.empty()) {
            const auto end = end_of_sentence(words);
            put_words(words.substr(0, end));
            words.remove_prefix(end);
            if (!words.empty() || is_stop(node.text.back())) end_sentence();
        }
    }

    void end_sentence() {
        if (broken_) out_.resize(sentence_start_);
        broken_ = false;
        sentence_start_ = out_.size();
    }

    /// The end of the first sentence: behind a stop that a space follows, else of all words.
    static std::size_t end_of_sentence(std::string_view words) {
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            if (is_stop(words[i]) && words[i + 1] == ' ') return i + 1;
        return words.size();
    }

    [[nodiscard]] bool is_sentence(const TemplateNode& field) const {
        const auto found = texts_.find(field.text);
        return found != texts_.end() && found->second.sentence;
    }

    /// Whether the bracket ends a sentence.
    bool ends_with_stop(const TemplateNode& node) const {
        for (const auto& way : node.ways) {
            if (way.empty()) continue;
            const auto& last = way.back();
            if (last.kind == TemplateNode::Kind::words   ? is_stop(last.text.back())
                : last.kind == TemplateNode::Kind::field ? is_sentence(last)
                                                         : ends_with_stop(last))
                return true;
        }
        return false;
    }

    bool put_all(const TemplateLine& nodes) {
        const auto mark = out_.size();
        for (const auto& node : nodes) {
            if (put(node)) continue;
            out_.resize(mark);
            return false;
        }
        return true;
    }

    bool put(const TemplateNode& node) {
        switch (node.kind) {
            case TemplateNode::Kind::words: put_words(node.text); return true;
            case TemplateNode::Kind::field: return put_field(node.text);
            case TemplateNode::Kind::optional:
                if (!left_out_.contains(node.number)) put_all(node.ways.front());
                return true;
            case TemplateNode::Kind::either:
                for (const auto& way : node.ways)
                    if (put_all(way)) return true;
        }
        return false;
    }

    void put_words(std::string_view words) {
        const bool at_space = out_.size() == line_start_ || out_.back() == ' ';
        while (at_space && words.starts_with(' ')) words.remove_prefix(1);
        // The value before may end with a full stop itself.
        if (words.starts_with('.') && out_.size() > line_start_ && ends_sentence(out_))
            words.remove_prefix(1);
        // These words may begin a sentence although the template has a small letter.
        out_ += starts_sentence() ? with_capital(words) : std::string(words);
    }

    bool put_field(const std::string& id) {
        const auto found = texts_.find(id);
        if (found == texts_.end() || found->second.text.empty()) return false;
        const auto& value = found->second;
        if (starts_line() && value.items.size() > 1) {
            int number = 0;
            for (const auto& item : value.items)
                out_ += (number > 0 ? "\n" : "") + std::to_string(number + 1) + ". " + item,
                    ++number;
        } else {
            out_ += starts_sentence() ? with_capital(value.text) : value.text;
        }
        return true;
    }

    [[nodiscard]] bool starts_line() const { return out_.empty() || out_.back() == '\n'; }
    [[nodiscard]] bool starts_sentence() const {
        return starts_line() ||
               (out_.size() >= 2 && out_.back() == ' ' && is_stop(out_[out_.size() - 2]));
    }

    const FieldTexts& texts_;
    const std::set<int>& left_out_;
    std::string out_;
    std::size_t line_start_ = 0, sentence_start_ = 0;
    bool broken_ = false;
};

/// At most two line breaks in a row, and none at the ends.
std::string with_single_empty_lines(std::string_view text) {
    std::string tidy;
    for (const char c : text) {
        if (c == '\n' && (tidy.empty() || tidy.ends_with("\n\n"))) continue;
        tidy += c;
    }
    while (tidy.ends_with('\n')) tidy.pop_back();
    return tidy;
}

}  // namespace

std::string fill(const CaptionTemplate& whole, const FieldTexts& texts,
                 const std::set<int>& left_out) {
    Filler filler(texts, left_out);
    for (const auto& line : whole.lines) {
        const bool any = filler.put_line(line);
        if (any || line.empty()) filler.put_break();
    }
    return with_single_empty_lines(std::move(filler).taken());
}

}  // namespace mediaedit::internal
