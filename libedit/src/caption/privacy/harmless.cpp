// Parts of a caption that are certainly harmless.
#include "caption/privacy/harmless.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// Units of measures.
constexpr std::array units{U"m"sv,        U"m2"sv,       U"m3"sv,     U"meter"sv,  U"km"sv,
                           U"cm"sv,       U"mm"sv,       U"kg"sv,     U"gram"sv,   U"ton"sv,
                           U"kwintal"sv,  U"hok"sv,      U"orang"sv,  U"kk"sv,     U"kpm"sv,
                           U"jiwa"sv,     U"liter"sv,    U"ha"sv,     U"hektar"sv, U"persen"sv,
                           U"unit"sv,     U"buah"sv,     U"sak"sv,    U"batang"sv, U"ekor"sv,
                           U"warga"sv,    U"keluarga"sv, U"balita"sv, U"people"sv, U"households"sv,
                           U"families"sv, U"metres"sv,   U"meters"sv};
/// A longer number is not a measure. In digits.
constexpr std::size_t longest_measure = 7;

/// Collects the harmless places.
class Mask {
public:
    explicit Mask(const AnalysedCaption& caption)
        : caption_(caption), text_(caption.text), harmless_(caption.text.plain().size(), false) {}

    std::vector<bool> made() {
        for (const auto& span : caption_.links) cover(span);
        for (const auto& span : caption_.hashtags) cover(span);
        for (const auto& date : caption_.dates) cover(date.place);
        for (const auto& amount : caption_.amounts) cover(amount.place);
        for (std::size_t i = 0; i < text_.tokens().size();) i = std::max(i + 1, cover_at(i));
        return std::move(harmless_);
    }

private:
    void cover(Span span) {
        std::fill(
            harmless_.begin() + static_cast<std::ptrdiff_t>(span.begin),
            harmless_.begin() + static_cast<std::ptrdiff_t>(std::min(span.end, harmless_.size())),
            true);
    }
    void cover_tokens(std::size_t first, std::size_t end) { cover(text_.span(first, end)); }

    // Each of these covers what begins at a token. It returns the first token behind that, or
    // `index`.

    std::size_t cover_at(std::size_t index) {
        if (!text_.is_number(index)) return letter_number(index);
        for (const auto end : {times(index), years(index), letter_number(index), measure(index)})
            if (end != index) return end;
        return index;
    }

    /// The end of "08.00", "8:30"; or `index`.
    [[nodiscard]] std::size_t one_time(std::size_t index) const {
        if (!text_.is_number(index) || text_.length(index) > 2 || text_.value(index) > 24)
            return index;
        const bool clock = text_.is_mark(index + 1, U".:") && text_.touches_previous(index + 1) &&
                           text_.is_number(index + 2) && text_.touches_previous(index + 2) &&
                           text_.length(index + 2) == 2 && text_.value(index + 2) < 60;
        return clock ? index + 3 : index;
    }

    std::size_t times(std::size_t index) {
        constexpr auto joints = U"-/.:"sv;
        if (text_.continues_before(text_.token(index).begin, joints)) return index;
        std::size_t end = one_time(index);
        if (end == index) return index;
        if (text_.is_mark(end, U'-'))
            if (const auto second = one_time(end + 1); second != end + 1) end = second;
        if (text_.continues_behind(text_.token(end - 1).end, joints)) return index;
        cover_tokens(index, end);
        return end;
    }

    /// Three or more years in a row.
    std::size_t years(std::size_t index) {
        std::size_t end = index, count = 0;
        while (text_.is_number(end) && text_.length(end) == 4 && text_.value(end) >= 1900 &&
               text_.value(end) <= 2099) {
            ++end;
            ++count;
            if (text_.is_mark(end, U",-/")) ++end;
        }
        if (count < 3) return index;
        cover_tokens(index, end);
        return end;
    }

    /// The number of a letter: "005/123/VI/2026", "00123/SP2D/2026".
    std::size_t letter_number(std::size_t index) {
        if (text_.token(index).kind != Token::Kind::number &&
            text_.token(index).kind != Token::Kind::word)
            return index;
        if (!text_.is_line_break(index - 1) && text_.touches_previous(index)) return index;
        std::size_t end = index + 1, slashes = 0, words = 0, numbers = 0;
        const auto count = [&](std::size_t token) {
            text_.is_word(token) ? ++words : text_.is_number(token) ? ++numbers : 0;
        };
        count(index);
        bool certificate = false;
        while (end < text_.tokens().size() && text_.touches_previous(end) &&
               !text_.is_line_break(end)) {
            const bool joins = text_.is_mark(end, U"/.-");
            if (text_.is_mark(end) && !joins) break;
            if (text_.is_mark(end, U'/')) ++slashes;
            if (text_.is_word(end, U"lu") || text_.is_word(end, U"lt")) certificate = true;
            count(end++);
        }
        if (slashes < 2 || words == 0 || numbers == 0 || certificate) return index;
        // A longer part may be a NIK, which is not harmless.
        constexpr std::size_t longest_part = 9;
        for (std::size_t i = index; i < end; ++i)
            if (text_.is_number(i) && text_.length(i) <= longest_part) cover_tokens(i, i + 1);
        return end;
    }

    std::size_t measure(std::size_t index) {
        if (text_.length(index) > longest_measure || !text_.is_word(index + 1)) return index;
        const auto word = text_.lower(text_.token(index + 1));
        if (std::find(units.begin(), units.end(), word) == units.end()) return index;
        cover_tokens(index, index + 1);
        return index + 1;
    }

    const AnalysedCaption& caption_;
    const CaptionText& text_;
    std::vector<bool> harmless_;
};

/// Whether a number is a sum of money: "transfer 1.250.000.000".
bool is_sum(std::u32string_view number) {
    constexpr std::size_t group = 3, longest = 15;
    if (number.empty() || number.front() == U'0' || number.size() > longest) return false;
    std::size_t digits = 0;
    bool grouped = false;
    for (const char32_t point : number) {
        if (is_digit(point)) {
            ++digits;
        } else if (point == U'.' && digits > 0 && digits <= group &&
                   (!grouped || digits == group)) {
            grouped = true;
            digits = 0;
        } else {
            return false;
        }
    }
    return grouped && digits == group;
}

/// The end of the labelled number that begins at `begin`: digits with signs, spaces, and letters
/// that stand for digits. `digits` becomes their count.
std::size_t labelled_end(const CaptionText& text, std::size_t begin, std::size_t& digits) {
    constexpr std::size_t longest = 60;
    std::size_t end = begin;
    for (std::size_t at = begin; at < begin + longest; ++at) {
        const char32_t point = text.at(at);
        const bool meant = U"OoIlQ"sv.find(point) != std::u32string_view::npos && point != 0;
        if (is_digit(point) || meant) ++digits;
        else if (U" -./()_~\u00B7\u2022"sv.find(point) == std::u32string_view::npos) break;
        if (is_digit(point) || meant) end = at + 1;
    }
    return end;
}

/// Uncovers labelled numbers, which may look like times or dates: "NIK 33 99.01 ...".
void uncover_labelled_numbers(const CaptionText& text, std::vector<bool>& harmless) {
    static const std::array labels{&words("label_nik"),     &words("label_kk"),
                                   &words("label_nip"),     &words("label_card"),
                                   &words("label_npwp"),    &words("label_phone"),
                                   &words("label_account"), &words("label_wallet"),
                                   &words("label_bpjs"),    &words("label_sim")};
    constexpr std::size_t fewest = 10, most = 22;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        std::size_t count = 0;
        for (const auto* list : labels) count = std::max(count, list->match(text, i));
        if (count == 0) continue;
        const std::size_t at = text.skip_marks(i + count, U".:=+(");
        const std::size_t begin = text.token(at).begin;
        if (at >= text.tokens().size() || begin > text.token(i + count - 1).end + 4u) continue;
        std::size_t digits = 0;
        const auto end = labelled_end(text, begin, digits);
        if (digits < fewest || digits > most ||
            is_sum(std::u32string_view(text.plain()).substr(begin, end - begin)))
            continue;
        std::fill(harmless.begin() + static_cast<std::ptrdiff_t>(begin),
                  harmless.begin() + static_cast<std::ptrdiff_t>(end), false);
    }
}

}  // namespace

std::vector<bool> harmless_places(const AnalysedCaption& caption) {
    auto places = Mask(caption).made();
    uncover_labelled_numbers(caption.text, places);
    return places;
}

OwnFacts::OwnFacts(const std::optional<Village>& village) {
    if (!village) return;
    for (const auto& number : {village->office_phone, village->office_whatsapp})
        add_numbers(number);
    for (const auto& number : village->other_numbers) add_numbers(number);
    if (!village->office_email.empty()) emails_.insert(CaptionText(village->office_email).lower());
    address_ = CaptionText(village->office_address).lower();
}

void OwnFacts::add_numbers(const std::string& text) {
    // A field may contain two numbers: "(0299) 700123 / 0812-9900-1234". Each chunk is added, and
    // the whole.
    std::string digits, chunk;
    const auto add = [this](const std::string& number) {
        if (number.size() < 5) return;
        numbers_.insert(number);
        if (number.starts_with("0")) numbers_.insert("62" + number.substr(1));
        if (number.starts_with("62")) numbers_.insert("0" + number.substr(2));
    };
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
            chunk += c;
        } else if (c == ',' || c == ';' || c == '/' || c == '\n') {
            add(chunk);
            chunk.clear();
        }
    }
    add(chunk);
    add(digits);
}

bool OwnFacts::has_number(std::string_view digits) const { return numbers_.contains(digits); }

bool OwnFacts::has_email(std::u32string_view lower) const {
    return emails_.contains(lower) || lower.ends_with(U".desa.id") ||
           lower.ends_with(U"@desa.id") || lower.ends_with(U".go.id");
}

bool OwnFacts::has_address(std::u32string_view lower) const {
    if (address_.empty()) return false;
    std::size_t words = 0;
    for (std::size_t at = 0; at < lower.size();) {
        if (!is_alphanumeric(lower[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < lower.size() && is_alphanumeric(lower[end])) ++end;
        const auto word = lower.substr(at, end - at);
        // These words may differ.
        const bool filler = word == U"jl" || word == U"jln" || word == U"jalan" || word == U"no" ||
                            word == U"nomor";
        if (!filler && address_.find(word) == std::u32string::npos) return false;
        if (!filler) ++words;
        at = end;
    }
    return words >= 2;
}

}  // namespace mediaedit::internal
