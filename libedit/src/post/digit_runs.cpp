// Rows of digits with single signs between them.
#include "post/digit_runs.hpp"

#include "post/phrases.hpp"

namespace mediaedit::internal {
namespace {

enum class Between { nothing_in_common, space, slash, tight };

/// What stands between two numbers.
Between between(const CaptionText& text, const Token& left, const Token& right) {
    constexpr std::size_t longest = 3;
    if (right.begin - left.end > longest) return Between::nothing_in_common;
    auto signs = std::u32string_view(text.plain()).substr(left.end, right.begin - left.end);
    if (signs == U" ") return Between::space;
    if (signs == U"/" || signs == U" / ") return Between::slash;
    if (signs == U"." || signs == U"-" || signs == U" - ") return Between::tight;
    // A bracket around an area code; not "1) ...".
    const bool opened = left.begin > 0 && (text.at(left.begin - 1) == U'(' || (left.begin > 1 && text.at(left.begin - 1) == U'+' && text.at(left.begin - 2) == U'('));
    if (opened && (signs == U") " || signs == U")" || signs == U")-")) return Between::tight;
    return Between::nothing_in_common;
}

bool is_usable(const CaptionText& text, std::size_t index, const std::vector<bool>& harmless) {
    static const auto& glued = words("glued_label");
    const auto& token = text.token(index);
    if (token.kind != Token::Kind::number || harmless[token.begin]) return false;
    if (is_letter(text.at(token.end)) || text.at(token.end) == U'_' || text.at(token.end) == U'*') return false;
    if (token.begin == 0) return true;
    const char32_t before = text.at(token.begin - 1);
    if (before == U'_' || before == U'*') return false;
    return !is_letter(before) || (index > 0 && glued.has(text, index - 1));
}

}  // namespace

std::vector<DigitRun> find_digit_runs(const CaptionText& text, const std::vector<bool>& harmless) {
    std::vector<DigitRun> runs;
    bool open = false;
    for (std::size_t i = 0, last = 0; i < text.tokens().size(); ++i) {
        if (!text.is_number(i)) continue;
        const bool usable = is_usable(text, i, harmless);
        if (!usable) {
            open = false;
            continue;
        }
        const auto& token = text.token(i);
        const auto gap = open ? between(text, text.token(last), token) : Between::nothing_in_common;
        if (gap == Between::nothing_in_common) {
            auto& run = runs.emplace_back();
            std::size_t before = token.begin;
            run.plus = before > 0 && text.at(before - 1) == U'+';
            if (run.plus) --before;
            run.bracket = before > 0 && text.at(before - 1) == U'(' && text.at(token.end) == U')';
        } else {
            runs.back().groups.back().may_end = gap != Between::tight;
        }
        runs.back().groups.push_back({{token.begin, token.end}, gap != Between::tight, true});
        open = true;
        last = i;
    }
    return runs;
}

std::string digits_of(const CaptionText& text, const DigitRun& run, std::size_t first, std::size_t last) {
    std::string digits;
    for (std::size_t group = first; group <= last; ++group)
        for (std::size_t at = run.groups[group].place.begin; at < run.groups[group].place.end; ++at) digits += static_cast<char>(text.plain()[at]);
    return digits;
}

}  // namespace mediaedit::internal
