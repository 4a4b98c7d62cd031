// A caption prepared for reading.
#include "language/caption_text.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

constexpr bool is_line_break(char32_t point) noexcept {
    return point == U'\n' || point == U'\r' || point == 0x2028 || point == 0x2029 || point == 0x85;
}

bool is_invisible(char32_t point) noexcept {
    switch (g_unichar_type(point)) {
        case G_UNICODE_FORMAT:
        case G_UNICODE_NON_SPACING_MARK:
        case G_UNICODE_ENCLOSING_MARK: return true;
        default: return false;
    }
}

/// Calls `take` with the ordinary characters that a code point stands for. One that stands for more
/// than four (some mean a whole sentence) is taken as it is.
template <class Take>
void each_plain(char32_t point, Take take) {
    if (point < 128) return take(point == U'\t' ? U' ' : point);
    if (point >= 0xD800 && point <= 0xDFFF) return take(0xFFFD);
    if (is_line_break(point)) return take(U'\n');
    if (is_invisible(point)) return;
    if (const int digit = g_unichar_digit_value(point); digit >= 0)
        return take(U'0' + static_cast<char32_t>(digit));
    std::array<gunichar, G_UNICHAR_MAX_DECOMPOSITION_LENGTH> parts{};
    const auto count = g_unichar_fully_decompose(point, TRUE, parts.data(), parts.size());
    if (count > 4) return take(point);
    for (gsize i = 0; i < count; ++i) {
        const char32_t part = parts[i];
        const auto type = part < 128 ? G_UNICODE_UNASSIGNED : g_unichar_type(part);
        if (type == G_UNICODE_DASH_PUNCTUATION || part == 0x2212) take(U'-');
        else if (type == G_UNICODE_SPACE_SEPARATOR) take(U' ');
        else if (part == 0x2018 || part == 0x2019) take(U'\'');
        else if (part < 128 || !is_invisible(part)) take(part);
    }
}

/// A dot behind one of these does not end a sentence.
constexpr std::array abbreviations{
    U"sdr"sv, U"sdri"sv, U"an"sv, U"jl"sv,  U"jln"sv, U"gg"sv, U"no"sv,   U"nomor"sv, U"kec"sv,
    U"kab"sv, U"ds"sv,   U"dk"sv, U"dsn"sv, U"kp"sv,  U"h"sv,  U"hj"sv,   U"dr"sv,    U"drg"sv,
    U"drs"sv, U"ir"sv,   U"ny"sv, U"tn"sv,  U"tgl"sv, U"rp"sv, U"telp"sv, U"tlp"sv,   U"hp"sv,
    U"hub"sv, U"rek"sv,  U"mr"sv, U"mrs"sv, U"ms"sv,  U"st"sv, U"bp"sv,   U"kel"sv,   U"prof"sv,
    U"s"sv,   U"d"sv,    U"a"sv,  U"n"sv,   U"m"sv,   U"k"sv,  U"nip"sv,  U"usia"sv};

}  // namespace

CaptionText::CaptionText(std::string_view utf8) : original_(to_code_points(utf8)) {
    plain_.reserve(original_.size());
    origin_.reserve(original_.size());
    for (std::size_t i = 0; i < original_.size(); ++i) {
        if (original_[i] == U'\r' && i + 1 < original_.size() && original_[i + 1] == U'\n')
            continue;
        each_plain(original_[i], [&](char32_t point) {
            plain_ += point;
            origin_.push_back(static_cast<std::uint32_t>(i));
        });
    }
    lower_ = plain_;
    for (auto& point : lower_)
        point = point < 128 ? (point >= U'A' && point <= U'Z' ? point + 32 : point)
                            : g_unichar_tolower(point);
    read_tokens();
    number_sentences();
    guess_language();
}

void CaptionText::read_tokens() {
    std::uint32_t line = 0;
    line_starts_.push_back(0);
    for (std::size_t at = 0; at < plain_.size();) {
        const char32_t point = plain_[at];
        if (point == U' ') {
            ++at;
            continue;
        }
        Token token;
        token.begin = static_cast<std::uint32_t>(at);
        token.line = line;
        std::size_t end = at + 1;
        if (internal::is_line_break(point)) {
            token.kind = Token::Kind::line_break;
            ++line;
            line_starts_.push_back(static_cast<std::uint32_t>(end));
        } else if (is_digit(point)) {
            token.kind = Token::Kind::number;
            while (end < plain_.size() && is_digit(plain_[end])) ++end;
        } else if (is_letter(point)) {
            token.kind = Token::Kind::word;
            token.capital = is_capital(point);
            while (end < plain_.size() &&
                   (is_letter(plain_[end]) || (plain_[end] == U'\'' && end + 1 < plain_.size() &&
                                               is_letter(plain_[end + 1]))))
                ++end;
        }
        token.end = static_cast<std::uint32_t>(end);
        tokens_.push_back(token);
        at = end;
    }
}

void CaptionText::number_sentences() {
    std::uint32_t sentence = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        tokens_[i].sentence = sentence;
        const auto& token = tokens_[i];
        if (token.kind == Token::Kind::line_break || is_mark(i, U'!') || is_mark(i, U'?'))
            ++sentence;
        if (!is_mark(i, U'.')) continue;
        const char32_t next = at(token.end);
        if (next != U' ' && next != U'\n' && next != 0) continue;
        const bool abbreviated = i > 0 && tokens_[i - 1].kind == Token::Kind::word &&
                                 tokens_[i - 1].end == token.begin &&
                                 std::find(abbreviations.begin(), abbreviations.end(),
                                           lower(tokens_[i - 1])) != abbreviations.end();
        if (!abbreviated) ++sentence;
    }
}

void CaptionText::guess_language() {
    constexpr std::array english{U"the"sv,  U"of"sv,   U"and"sv,  U"is"sv,    U"was"sv,
                                 U"were"sv, U"for"sv,  U"with"sv, U"to"sv,    U"at"sv,
                                 U"from"sv, U"will"sv, U"has"sv,  U"have"sv,  U"please"sv,
                                 U"on"sv,   U"in"sv,   U"by"sv,   U"thank"sv, U"born"sv};
    constexpr std::array indonesian{U"yang"sv,  U"dan"sv,    U"di"sv,    U"untuk"sv, U"dari"sv,
                                    U"pada"sv,  U"dengan"sv, U"ke"sv,    U"warga"sv, U"desa"sv,
                                    U"oleh"sv,  U"akan"sv,   U"telah"sv, U"sudah"sv, U"penerima"sv,
                                    U"mohon"sv, U"daftar"sv};
    std::size_t indonesian_words = 0, english_words = 0;
    for (const auto& token : tokens_) {
        if (token.kind != Token::Kind::word) continue;
        if (std::find(english.begin(), english.end(), lower(token)) != english.end())
            ++english_words;
        if (std::find(indonesian.begin(), indonesian.end(), lower(token)) != indonesian.end())
            ++indonesian_words;
    }
    english_ = english_words > indonesian_words;
}

Span CaptionText::original_span(Span plain) const noexcept {
    if (plain.begin >= plain.end || plain.end > origin_.size()) return {};
    return {origin_[plain.begin], origin_[plain.end - 1] + 1u};
}

std::u32string_view CaptionText::original(Span plain) const {
    const auto span = original_span(plain);
    return std::u32string_view(original_).substr(span.begin, span.size());
}

std::size_t CaptionText::token_from(std::size_t place) const noexcept {
    return static_cast<std::size_t>(std::lower_bound(tokens_.begin(), tokens_.end(), place,
                                                     [](const Token& token, std::size_t wanted) {
                                                         return token.begin < wanted;
                                                     }) -
                                    tokens_.begin());
}

std::size_t CaptionText::skip_marks(std::size_t index, std::u32string_view marks,
                                    std::size_t most) const noexcept {
    for (; most > 0 && is_mark(index, marks); --most) ++index;
    return index;
}

std::size_t CaptionText::skip_marks_back(std::size_t index,
                                         std::u32string_view marks) const noexcept {
    while (index > 0 && is_mark(index - 1, marks)) --index;
    return index;
}

int CaptionText::value(std::size_t index) const noexcept {
    const auto& number = token(index);
    if (number.kind != Token::Kind::number || length(index) > 9) return -1;
    int sum = 0;
    for (auto i = number.begin; i < number.end; ++i)
        sum = sum * 10 + static_cast<int>(plain_[i] - U'0');
    return sum;
}

bool CaptionText::continues_before(std::size_t place, std::u32string_view joints) const {
    if (place == 0) return false;
    const char32_t before = at(place - 1);
    return is_alphanumeric(before) ||
           (place > 1 && joints.find(before) != joints.npos && is_digit(at(place - 2)));
}

bool CaptionText::continues_behind(std::size_t place, std::u32string_view joints) const {
    return is_alphanumeric(at(place)) ||
           (joints.find(at(place)) != joints.npos && is_digit(at(place + 1)));
}

bool CaptionText::is_shouted_line(std::uint32_t line, Span except) const noexcept {
    // Fewer may be a single name or abbreviation.
    constexpr std::size_t enough = 6;
    // A longer line is not a title. The bound also limits the time: this is called for each
    // suspicious word of the line.
    constexpr std::size_t longest = 300;
    const std::size_t begin = line_starts_[line];
    const std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : plain_.size();
    if (end - begin > longest) return false;
    std::size_t capitals = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if ((i >= except.begin && i < except.end) || !is_letter(plain_[i])) continue;
        if (!is_capital(plain_[i])) return false;
        ++capitals;
    }
    return capitals >= enough;
}

Reads reads_as(char32_t point) {
    auto read = Reads::other;
    each_plain(point, [&](char32_t plain) {
        if (is_digit(plain)) read = Reads::digit;
        else if (read == Reads::other && is_alphanumeric(plain)) read = Reads::letter;
    });
    return read;
}

}  // namespace mediaedit::internal
