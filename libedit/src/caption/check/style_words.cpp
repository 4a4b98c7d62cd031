// Style of a caption: how words, amounts and times are written.
#include "base/message.hpp"
#include "caption/check/style_hints.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

std::string becomes(const std::string& word) { return tr("It becomes {word}.", {{"word", word}}); }

/// A time of day in the right form, and the first token behind it.
struct ClockTime {
    std::string right;
    std::size_t end = 0;
};

std::optional<ClockTime> time_at(const CaptionText& text, std::size_t index) {
    if (!text.is_number(index) || text.length(index) > 2 || text.value(index) > 24 ||
        !text.is_mark(index + 1, U".:"))
        return std::nullopt;
    if (!text.is_number(index + 2) || text.length(index + 2) != 2 || text.value(index + 2) > 59 ||
        text.token(index + 2).begin != text.token(index).end + 1u)
        return std::nullopt;
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return ClockTime{two(text.value(index)) + "." + two(text.value(index + 2)), index + 3};
}

}  // namespace

void hint_rupiah(StyleHints& hints) {
    const auto& text = hints.text();
    if (text.is_english()) return;
    std::size_t count = 0;
    for (const auto& amount : hints.caption().amounts) {
        const auto sign =
            std::u32string_view(text.plain()).substr(amount.sign.begin, amount.sign.size());
        if (sign.empty() || sign == U"Rp" || text.is_word(amount.token, U"idr") ||
            ++count > most_of_a_kind)
            continue;
        hints.add("style.rupiah", amount.sign,
                  tr("Rupiah are written without a dot and a space: Rp1.250.000."), becomes("Rp"),
                  "Rp");
    }
}

void hint_clock_times(StyleHints& hints) {
    const auto& text = hints.text();
    static const auto& clock = words("clock");
    static const auto& zone = words("zone");
    constexpr std::size_t zone_near = 6;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.tokens().size() && count < most_of_a_kind; ++i) {
        if (!clock.has(text, i)) continue;
        const std::size_t start = text.is_mark(i + 1, U'.') ? i + 2 : i + 1;
        const auto from = time_at(text, start);
        if (!from) continue;
        std::size_t end = from->end;
        auto right = (text.token(i).capital ? "Pukul " : "pukul ") + from->right;
        if (text.is_mark(end, U'-'))
            if (const auto to = time_at(text, end + 1)) {
                right += to_utf8(text.original(
                             {text.token(from->end - 1).end, text.token(end + 1).begin})) +
                         to->right;
                end = to->end;
            }
        bool has_zone = false;
        for (std::size_t near = end; near < end + zone_near && text.same_sentence(near, i); ++near)
            has_zone = has_zone || zone.has(text, near);
        if (!has_zone) right += " WIB";
        const Span place = text.span(i, end);
        if (right == to_utf8(text.original(place))) continue;
        ++count;
        hints.add("style.time", place,
                  tr("Times are written like \"pukul 08.00 WIB\": a dot, 24 hours and the zone."),
                  becomes(right), right);
    }
}

void hint_words_apart(StyleHints& hints) {
    const auto& text = hints.text();
    static const auto& joined = words("written_apart");
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.tokens().size() && count < most_of_a_kind; ++i) {
        if (!joined.has(text, i)) continue;
        ++count;
        const Span place{text.token(i).begin, text.token(i).end};
        auto apart = std::u32string(text.original(place));
        apart.insert(2, U" ");
        hints.add("style.apart", place, tr("Before a place \"di\" and \"ke\" stand alone."),
                  becomes(to_utf8(apart)), to_utf8(apart));
    }
}

void hint_spelling(StyleHints& hints) {
    const auto& text = hints.text();
    constexpr std::array pairs{
        std::pair{U"jum'at"sv, U"jumat"sv},        std::pair{U"pebruari"sv, U"februari"sv},
        std::pair{U"nopember"sv, U"november"sv},   std::pair{U"silahkan"sv, U"silakan"sv},
        std::pair{U"aktifitas"sv, U"aktivitas"sv}, std::pair{U"ijin"sv, U"izin"sv},
        std::pair{U"resiko"sv, U"risiko"sv},       std::pair{U"nasehat"sv, U"nasihat"sv},
        std::pair{U"apotik"sv, U"apotek"sv},       std::pair{U"jadual"sv, U"jadwal"sv},
        std::pair{U"himbauan"sv, U"imbauan"sv},    std::pair{U"hutang"sv, U"utang"sv},
        std::pair{U"praktek"sv, U"praktik"sv}};
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.tokens().size() && count < most_of_a_kind; ++i) {
        const auto& token = text.token(i);
        Span place{token.begin, token.end};
        std::u32string right;
        if (text.is_word(i, U"s") && text.is_mark(i + 1, U'/') && text.is_word(i + 2, U"d") &&
            text.token(i + 2).begin == token.end + 1u) {
            place.end = text.token(i + 2).end;
            right = U"s.d.";
        } else if (token.kind == Token::Kind::word) {
            const auto word = text.lower(token);
            const auto* found = std::find_if(pairs.begin(), pairs.end(),
                                             [&](const auto& pair) { return pair.first == word; });
            if (found == pairs.end()) continue;
            right = found->second;
            const bool shouted = text.length(i) > 1 && is_capital(text.plain()[token.begin + 1]);
            for (std::size_t at = 0; at < (shouted ? right.size() : token.capital ? 1u : 0u); ++at)
                if (right[at] >= U'a' && right[at] <= U'z') right[at] -= 32;
        }
        if (right.empty()) continue;
        ++count;
        hints.add("style.spelling", place,
                  tr("This word is written otherwise in standard Indonesian."),
                  becomes(to_utf8(right)), to_utf8(right));
    }
}

void hint_abbreviations(StyleHints& hints) {
    const auto& text = hints.text();
    if (text.is_english()) return;
    constexpr std::array pairs{
        std::pair{U"KPM"sv, U"Keluarga Penerima Manfaat"sv},
        std::pair{U"PKTD"sv, U"Padat Karya Tunai Desa"sv},
        std::pair{U"TPK"sv, U"Tim Pelaksana Kegiatan"sv},
        std::pair{U"PTM"sv, U"Penyakit Tidak Menular"sv},
        std::pair{U"PMT"sv, U"Pemberian Makanan Tambahan"sv},
        std::pair{U"PPID"sv, U"Pejabat Pengelola Informasi dan Dokumentasi"sv},
        std::pair{U"KDMP"sv, U"Koperasi Desa Merah Putih"sv}};
    for (const auto& pair : pairs) {
        const auto abbreviation = pair.first, whole = pair.second;
        const auto& tokens = text.tokens();
        const auto used = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.kind == Token::Kind::word && text.plain(token) == abbreviation;
        });
        if (used == tokens.end()) continue;
        std::u32string small(whole);
        for (auto& point : small)
            if (point >= U'A' && point <= U'Z') point += 32;
        if (text.lower().find(small) != std::u32string::npos) continue;
        const auto full = to_utf8(whole) + " (" + to_utf8(abbreviation) + ")";
        hints.add(
            "style.abbreviation", {used->begin, used->end},
            tr("Not everybody knows this abbreviation; the first time it can be told in full."),
            becomes(full), full);
    }
}

void hint_boasting(StyleHints& hints) {
    const auto& text = hints.text();
    static const auto& boast = words("boasting");
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const auto count = boast.match(text, i);
        if (count == 0) continue;
        hints.add("style.boasting", text.span(i, i + count),
                  tr("Facts convince more than praise: a number or a result says it better."));
        return;
    }
}

}  // namespace mediaedit::internal
