// Small matters of writing, each with its correction where there is only one.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "language/emoji.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// More of one kind teach nothing.
constexpr std::size_t most_of_a_kind = 20;

class Style {
public:
    Style(const AnalysedCaption& reading, const Placement& placement, CaptionFindings& findings)
        : reading_(reading), text_(reading.text), placement_(placement), findings_(findings) {}

    void read() {
        capitals();
        rupiah();
        clock_times();
        words_apart();
        spelling();
        placeholders();
        emoji();
        letters();
        abbreviations();
        boasting();
        links();
    }

private:
    void hint(const char* code, Span plain, std::string message, std::string fix = {},
              std::optional<std::string> replacement = std::nullopt) {
        findings_.push_back(finding_at(text_, plain, code, Severity::hint, std::move(message),
                                       std::move(fix), std::move(replacement)));
    }
    void hint_original(const char* code, Span original, std::string message, std::string fix = {},
                       std::optional<std::string> replacement = std::nullopt) {
        findings_.push_back({code, Severity::hint, original.begin, original.end, std::move(message),
                             std::move(fix), std::move(replacement)});
    }
    static std::string becomes(const std::string& word) {
        return tr("It becomes {word}.", {{"word", word}});
    }

    void capitals() {
        constexpr std::size_t enough = 20;
        std::size_t letters = 0, large = 0;
        for (const char32_t point : text_.plain()) {
            if (!is_letter(point)) continue;
            ++letters;
            if (is_capital(point)) ++large;
        }
        if (letters >= enough && large * 10 > letters * 6)
            hint("style.all_caps", {},
                 tr("Most letters are capitals, which reads like shouting and slowly."));
    }

    void rupiah() {
        if (text_.is_english()) return;
        std::size_t told = 0;
        for (const auto& amount : reading_.amounts) {
            const auto sign =
                std::u32string_view(text_.plain()).substr(amount.sign.begin, amount.sign.size());
            if (sign.empty() || sign == U"Rp" || text_.is_word(amount.token, U"idr") ||
                ++told > most_of_a_kind)
                continue;
            hint("style.rupiah", amount.sign,
                 tr("Rupiah are written without a dot and a space: Rp1.250.000."), becomes("Rp"),
                 "Rp");
        }
    }

    /// "08.00" at a token: as it should be written, and the first token behind it.
    struct ClockTime {
        std::string right;
        std::size_t end = 0;
    };
    [[nodiscard]] std::optional<ClockTime> time_at(std::size_t index) const {
        if (!text_.is_number(index) || text_.length(index) > 2 || text_.value(index) > 24 ||
            (!text_.is_mark(index + 1, U".:")))
            return std::nullopt;
        if (!text_.is_number(index + 2) || text_.length(index + 2) != 2 ||
            text_.value(index + 2) > 59 ||
            text_.token(index + 2).begin != text_.token(index).end + 1u)
            return std::nullopt;
        const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        return ClockTime{two(text_.value(index)) + "." + two(text_.value(index + 2)), index + 3};
    }

    /// "jam 08:00-11:00" is "pukul 08.00-11.00 WIB".
    void clock_times() {
        static const auto& clock = words("clock");
        static const auto& zone = words("zone");
        constexpr std::size_t zone_near = 6;
        std::size_t told = 0;
        for (std::size_t i = 0; i < text_.tokens().size() && told < most_of_a_kind; ++i) {
            if (!clock.has(text_, i)) continue;
            const std::size_t start = text_.is_mark(i + 1, U'.') ? i + 2 : i + 1;
            const auto from = time_at(start);
            if (!from) continue;
            std::size_t end = from->end;
            auto right = (text_.token(i).capital ? "Pukul " : "pukul ") + from->right;
            if (text_.is_mark(end, U'-'))
                if (const auto to = time_at(end + 1)) {
                    right += to_utf8(text_.original(
                                 {text_.token(from->end - 1).end, text_.token(end + 1).begin})) +
                             to->right;
                    end = to->end;
                }
            bool has_zone = false;
            for (std::size_t near = end; near < end + zone_near && text_.same_sentence(near, i);
                 ++near)
                has_zone = has_zone || zone.has(text_, near);
            if (!has_zone) right += " WIB";
            const Span place = text_.span(i, end);
            if (right == to_utf8(text_.original(place))) continue;
            ++told;
            hint("style.time", place,
                 tr("Times are written like \"pukul 08.00 WIB\": a dot, 24 hours and the zone."),
                 becomes(right), right);
        }
    }

    void words_apart() {
        static const auto& joined = words("written_apart");
        std::size_t told = 0;
        for (std::size_t i = 0; i < text_.tokens().size() && told < most_of_a_kind; ++i) {
            if (!joined.has(text_, i)) continue;
            ++told;
            const Span place{text_.token(i).begin, text_.token(i).end};
            auto apart = std::u32string(text_.original(place));
            apart.insert(2, U" ");
            hint("style.apart", place, tr("Before a place \"di\" and \"ke\" stand alone."),
                 becomes(to_utf8(apart)), to_utf8(apart));
        }
    }

    void spelling() {
        constexpr std::array pairs{
            std::pair{U"jum'at"sv, U"jumat"sv},        std::pair{U"pebruari"sv, U"februari"sv},
            std::pair{U"nopember"sv, U"november"sv},   std::pair{U"silahkan"sv, U"silakan"sv},
            std::pair{U"aktifitas"sv, U"aktivitas"sv}, std::pair{U"ijin"sv, U"izin"sv},
            std::pair{U"resiko"sv, U"risiko"sv},       std::pair{U"nasehat"sv, U"nasihat"sv},
            std::pair{U"apotik"sv, U"apotek"sv},       std::pair{U"jadual"sv, U"jadwal"sv},
            std::pair{U"himbauan"sv, U"imbauan"sv},    std::pair{U"hutang"sv, U"utang"sv},
            std::pair{U"praktek"sv, U"praktik"sv}};
        std::size_t told = 0;
        for (std::size_t i = 0; i < text_.tokens().size() && told < most_of_a_kind; ++i) {
            const auto& token = text_.token(i);
            Span place{token.begin, token.end};
            std::u32string right;
            if (text_.is_word(i, U"s") && text_.is_mark(i + 1, U'/') &&
                text_.is_word(i + 2, U"d") && text_.token(i + 2).begin == token.end + 1u) {
                place.end = text_.token(i + 2).end;
                right = U"s.d.";
            } else if (token.kind == Token::Kind::word) {
                const auto word = text_.lower(token);
                const auto* found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
                    return pair.first == word;
                });
                if (found == pairs.end()) continue;
                right = found->second;
                const bool shouted =
                    text_.length(i) > 1 && is_capital(text_.plain()[token.begin + 1]);
                for (std::size_t at = 0; at < (shouted         ? right.size()
                                               : token.capital ? 1u
                                                               : 0u);
                     ++at)
                    if (right[at] >= U'a' && right[at] <= U'z') right[at] -= 32;
            }
            if (right.empty()) continue;
            ++told;
            hint("style.spelling", place,
                 tr("This word is written otherwise in standard Indonesian."),
                 becomes(to_utf8(right)), to_utf8(right));
        }
    }

    /// "{tanggal}", "[nama]": left over from a template.
    void placeholders() {
        constexpr std::size_t longest = 60;
        std::size_t told = 0;
        const auto& plain = text_.plain();
        for (std::size_t at = 0; at < plain.size() && told < most_of_a_kind; ++at) {
            if (plain[at] != U'{' && plain[at] != U'[') continue;
            const char32_t close = plain[at] == U'{' ? U'}' : U']';
            const auto within = std::u32string_view(plain).substr(at, longest);
            const auto end = within.find(close);
            if (end == within.npos || within.substr(0, end).find(U'\n') != within.npos) continue;
            if (!is_placeholder({at + 1, at + end}, plain[at] == U'[')) continue;
            ++told;
            hint("style.placeholder", {at, at + end + 1},
                 tr("This looks left over from a template; readers would see the brackets."));
            at += end;
        }
    }

    /// What stands in brackets for something to be filled in. Square ones have other uses:
    /// "[PENGUMUMAN]", "[1]", "[a@b.c]".
    [[nodiscard]] bool is_placeholder(Span inside, bool square) const {
        static const auto& fields = words("placeholder_word");
        const auto content = std::u32string_view(text_.plain()).substr(inside.begin, inside.size());
        if (content.find(U'@') != content.npos) return false;
        if (std::any_of(reading_.links.begin(), reading_.links.end(),
                        [&](const Span& link) { return link.meets(inside); }))
            return false;
        if (!square) return true;
        bool only_small = true, any_letter = false, any_digit = false;
        for (const char32_t point : content) {
            any_letter = any_letter || is_letter(point);
            any_digit = any_digit || is_digit(point);
            only_small = only_small && !is_capital(point);
        }
        for (std::size_t i = text_.token_from(inside.begin);
             text_.token(i).begin < inside.end && i < text_.tokens().size(); ++i)
            if (fields.has(text_, i)) return true;
        return !any_digit &&
               (any_letter ? only_small : content.find_first_not_of(U" ._-\u2026") == content.npos);
    }

    void emoji() {
        constexpr std::size_t most = 5;
        const auto& original = text_.original();
        std::size_t count = 0, last_end = 0;
        bool row_told = false, flag_told = false;
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
            if (in_a_row && !row_told) {
                row_told = true;
                hint_original("style.emoji", {last_end, place.end},
                              tr("Two emoji in a row are read aloud one by one to blind people."),
                              tr("The second one goes."), "");
            }
            const bool is_flag = length == 2 && is_flag_half(original[at]);
            if (is_flag && !flag_told && (original[at] != 0x1F1EE || original[at + 1] != 0x1F1E9)) {
                flag_told = true;
                hint_original("style.emoji", place,
                              tr("This is not Indonesia's flag, though some look almost the same."),
                              tr("It becomes Indonesia's flag."),
                              "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9");
            }
            last_end = at = place.end;
        }
        if (sixth)
            hint_original(
                "style.emoji", *sixth,
                tr("There are {count} emoji; with more than {most} a text becomes hard to read.",
                   {{"count", std::to_string(count)}, {"most", std::to_string(most)}}));
    }

    /// Bold, italic and circled look-alikes of letters.
    void letters() {
        const auto& original = text_.original();
        const auto looks_alike = [](char32_t point) {
            return (point >= 0x1D400 && point <= 0x1D7FF) || (point >= 0xFF21 && point <= 0xFF5A) ||
                   (point >= 0x24B6 && point <= 0x24E9 && point != 0x24C2);
        };
        std::size_t told = 0;
        for (std::size_t at = 0; at < original.size() && told < most_of_a_kind; ++at) {
            if (!looks_alike(original[at])) continue;
            std::size_t end = at + 1;
            while (end < original.size() && (looks_alike(original[end]) ||
                                             (original[end] == U' ' && end + 1 < original.size() &&
                                              looks_alike(original[end + 1]))))
                ++end;
            const auto plain = to_utf8(
                CaptionText(to_utf8(std::u32string_view(original).substr(at, end - at))).plain());
            ++told;
            hint_original(
                "style.letters", {at, end},
                tr("These only look like letters; screen readers and searches cannot read them."),
                tr("They become ordinary letters."), plain);
            at = end;
        }
    }

    void abbreviations() {
        if (text_.is_english()) return;
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
            const auto& tokens = text_.tokens();
            const auto used = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
                return token.kind == Token::Kind::word && text_.plain(token) == abbreviation;
            });
            if (used == tokens.end()) continue;
            std::u32string small(whole);
            for (auto& point : small)
                if (point >= U'A' && point <= U'Z') point += 32;
            if (text_.lower().find(small) != std::u32string::npos) continue;
            const auto told = to_utf8(whole) + " (" + to_utf8(abbreviation) + ")";
            hint(
                "style.abbreviation", {used->begin, used->end},
                tr("Not everybody knows this abbreviation; the first time it can be told in full."),
                becomes(told), told);
        }
    }

    void boasting() {
        static const auto& boast = words("boasting");
        for (std::size_t i = 0; i < text_.tokens().size(); ++i) {
            const auto count = boast.match(text_, i);
            if (count == 0) continue;
            hint("style.boasting", text_.span(i, i + count),
                 tr("Facts convince more than praise: a number or a result says it better."));
            return;
        }
    }

    void links() {
        if (placement_.platform != "Instagram" || reading_.links.empty()) return;
        hint("style.link", reading_.links.front(),
             tr("Instagram makes no links of addresses in a caption; a QR code or a short name is "
                "easier to find."));
    }

    const AnalysedCaption& reading_;
    const CaptionText& text_;
    const Placement& placement_;
    CaptionFindings& findings_;
};

}  // namespace

void check_style(const AnalysedCaption& reading, const Placement& placement,
                 CaptionFindings& findings) {
    Style(reading, placement, findings).read();
}

}  // namespace mediaedit::internal
