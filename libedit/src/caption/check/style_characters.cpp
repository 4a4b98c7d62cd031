// Style of a caption: capitals, brackets, emoji and look-alikes of letters.
#include "base/message.hpp"
#include "caption/check/style_hints.hpp"
#include "language/emoji.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// Whether the text in brackets is a field that was not filled in. Square brackets have other uses:
/// "[PENGUMUMAN]", "[1]", "[a@b.c]".
bool is_placeholder(const AnalysedCaption& caption, Span inside, bool square) {
    static const auto& fields = words("placeholder_word");
    const auto content =
        std::u32string_view(caption.text.plain()).substr(inside.begin, inside.size());
    if (content.find(U'@') != content.npos) return false;
    if (std::any_of(caption.links.begin(), caption.links.end(),
                    [&](const Span& link) { return link.meets(inside); }))
        return false;
    if (!square) return true;
    bool only_small = true, any_letter = false, any_digit = false;
    for (const char32_t point : content) {
        any_letter = any_letter || is_letter(point);
        any_digit = any_digit || is_digit(point);
        only_small = only_small && !is_capital(point);
    }
    for (std::size_t i = caption.text.token_from(inside.begin);
         caption.text.token(i).begin < inside.end && i < caption.text.tokens().size(); ++i)
        if (fields.has(caption.text, i)) return true;
    return !any_digit &&
           (any_letter ? only_small : content.find_first_not_of(U" ._-\u2026") == content.npos);
}

}  // namespace

void hint_capitals(StyleHints& hints) {
    constexpr std::size_t enough = 20;
    std::size_t letters = 0, large = 0;
    for (const char32_t point : hints.text().plain()) {
        if (!is_letter(point)) continue;
        ++letters;
        if (is_capital(point)) ++large;
    }
    if (letters >= enough && large * 10 > letters * 6)
        hints.add("style.all_caps", {},
                  tr("Most letters are capitals, which reads like shouting and slowly."));
}

void hint_placeholders(StyleHints& hints) {
    constexpr std::size_t longest = 60;
    std::size_t count = 0;
    const auto& plain = hints.text().plain();
    for (std::size_t at = 0; at < plain.size() && count < most_of_a_kind; ++at) {
        if (plain[at] != U'{' && plain[at] != U'[') continue;
        const char32_t close = plain[at] == U'{' ? U'}' : U']';
        const auto within = std::u32string_view(plain).substr(at, longest);
        const auto end = within.find(close);
        if (end == within.npos || within.substr(0, end).find(U'\n') != within.npos) continue;
        if (!is_placeholder(hints.caption(), {at + 1, at + end}, plain[at] == U'[')) continue;
        ++count;
        hints.add("style.placeholder", {at, at + end + 1},
                  tr("This looks left over from a template; readers would see the brackets."));
        at += end;
    }
}

void hint_emoji(StyleHints& hints) {
    constexpr std::size_t most = 5;
    const auto& original = hints.text().original();
    std::size_t count = 0, last_end = 0;
    bool row_reported = false, flag_reported = false;
    std::optional<Span> sixth;
    for (std::size_t at = 0; at < original.size();) {
        const auto length = emoji_length(original, at);
        if (length == 0) {
            ++at;
            continue;
        }
        const Span place{at, at + length};
        if (++count == most + 1) sixth = place;
        const bool in_a_row =
            count > 1 && (last_end == at || (last_end + 1 == at && original[last_end] == U' '));
        if (in_a_row && !row_reported) {
            row_reported = true;
            hints.add_original("style.emoji", {last_end, place.end},
                               tr("Two emoji in a row are read aloud one by one to blind people."),
                               tr("The second one goes."), "");
        }
        const bool is_flag = length == 2 && is_flag_half(original[at]);
        if (is_flag && !flag_reported && (original[at] != 0x1F1EE || original[at + 1] != 0x1F1E9)) {
            flag_reported = true;
            hints.add_original(
                "style.emoji", place,
                tr("This is not Indonesia's flag, though some look almost the same."),
                tr("It becomes Indonesia's flag."), "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9");
        }
        last_end = at = place.end;
    }
    if (sixth)
        hints.add_original(
            "style.emoji", *sixth,
            tr("There are {count} emoji; with more than {most} a text becomes hard to read.",
               {{"count", std::to_string(count)}, {"most", std::to_string(most)}}));
}

void hint_letters(StyleHints& hints) {
    const auto& original = hints.text().original();
    const auto looks_alike = [](char32_t point) {
        return (point >= 0x1D400 && point <= 0x1D7FF) || (point >= 0xFF21 && point <= 0xFF5A) ||
               (point >= 0x24B6 && point <= 0x24E9 && point != 0x24C2);
    };
    std::size_t count = 0;
    for (std::size_t at = 0; at < original.size() && count < most_of_a_kind; ++at) {
        if (!looks_alike(original[at])) continue;
        std::size_t end = at + 1;
        while (end < original.size() &&
               (looks_alike(original[end]) || (original[end] == U' ' && end + 1 < original.size() &&
                                               looks_alike(original[end + 1]))))
            ++end;
        const auto plain = to_utf8(
            CaptionText(to_utf8(std::u32string_view(original).substr(at, end - at))).plain());
        ++count;
        hints.add_original(
            "style.letters", {at, end},
            tr("These only look like letters; screen readers and searches cannot read them."),
            tr("They become ordinary letters."), plain);
        at = end;
    }
}

}  // namespace mediaedit::internal
