// E-mail addresses that are not the office's, also mistyped ones.
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// RFC 5321.
constexpr std::size_t longest_name = 64, longest_domain = 255;

/// The characters of RFC 5322, without those that separate an address from another or from a label,
/// and a backslash, which text copied from Markdown contains.
bool is_name_letter(char32_t point) {
    return is_alphanumeric(point) ||
           (point != 0 && U"._%+-'&\\#$!*^~"sv.find(point) != std::u32string_view::npos);
}
constexpr bool is_domain_letter(char32_t point) noexcept {
    return is_ascii_letter(point) || is_digit(point) || point == U'.' || point == U'-';
}

constexpr std::array providers{U"protonmail"sv, U"rocketmail"sv, U"hotmail"sv, U"outlook"sv,
                               U"icloud"sv,     U"proton"sv,     U"gmail"sv,   U"gmial"sv,
                               U"gamil"sv,      U"yahoo"sv,      U"ymail"sv,   U"gmai"sv,
                               U"yaho"sv,       U"live"sv};
constexpr std::array endings{U"com"sv, U"co"sv, U"id"sv,  U"net"sv, U"org"sv,
                             U"uk"sv,  U"ac"sv, U"sch"sv, U"web"sv};

/// Reads parts of an address. Each function returns the end of the part, or the place it was given
/// where there is none.
class PartReader {
public:
    explicit PartReader(const std::u32string& lower) : lower_(lower) {}

    [[nodiscard]] bool has(std::size_t at, std::u32string_view word) const {
        return at <= lower_.size() && lower_.compare(at, word.size(), word) == 0;
    }
    [[nodiscard]] std::size_t over_spaces(std::size_t at) const {
        constexpr std::size_t most = 2;
        const auto first = at;
        while (at < lower_.size() && at < first + most && lower_[at] == U' ') ++at;
        return at;
    }
    /// "gmail", "yahoo"
    [[nodiscard]] std::size_t provider_end(std::size_t at) const {
        for (const auto& provider : providers)
            if (has(at, provider)) return at + provider.size();
        return at;
    }
    /// One of the words in brackets, or between spaces if `spoken`: "(dot)", "[.]", " dot ".
    [[nodiscard]] std::size_t written_end(std::size_t at,
                                          std::initializer_list<std::u32string_view> words,
                                          bool spoken) const {
        const auto open = over_spaces(at);
        const auto sign = open < lower_.size() ? U"([{<"sv.find(lower_[open]) : U""sv.npos;
        if (sign != std::u32string_view::npos) {
            const auto inner = over_spaces(open + 1);
            for (const auto word : words) {
                const auto close = over_spaces(inner + word.size());
                if (has(inner, word) && close < lower_.size() && lower_[close] == U")]}>"sv[sign])
                    return over_spaces(close + 1);
            }
        } else if (spoken && open > at) {
            for (const auto word : words)
                if (has(open, word) && has(open + word.size(), U" "))
                    return over_spaces(open + word.size());
        }
        return at;
    }
    /// The rest of a domain whose dots are mistyped or spelled out: "gmail,com", "gmail. com",
    /// "gmail[dot]co[dot]id", "gmailcom". `loose`: signs with spaces, or none at all, are accepted.
    [[nodiscard]] std::size_t ending_end(std::size_t at, bool loose) const {
        std::size_t end = at;
        for (int part = 0; part < 3; ++part) {
            auto next = written_end(end, {U".", U"dot", U"titik", U"d0t"}, loose);
            constexpr std::size_t most_signs = 3;
            if (next == end && loose)
                while (next < lower_.size() && next < end + most_signs &&
                       U" .,;:\u3002"sv.find(lower_[next]) != std::u32string_view::npos)
                    ++next;
            if (next == end && !loose && part > 0 && has(end, U".")) ++next;
            if (next == end && !(loose && part == 0)) break;
            const auto stop = one_ending(next);
            if (stop == next) break;
            end = stop;
        }
        return end;
    }

private:
    [[nodiscard]] std::size_t one_ending(std::size_t at) const {
        for (const auto& ending : endings) {
            const auto stop = at + ending.size();
            if (has(at, ending) && (stop >= lower_.size() || !is_alphanumeric(lower_[stop])))
                return stop;
        }
        if (has(at, U"coid") && (at + 4 >= lower_.size() || !is_alphanumeric(lower_[at + 4])))
            return at + 4;
        return at;
    }

    const std::u32string& lower_;
};

/// What stands for "@": also "(at)", with its spaces.
struct AtSign {
    std::size_t begin = 0, end = 0;
};

/// Whether a well-known domain with its ending begins at `at`: "gmail.com", "gmail (dot) com".
bool leads_to_provider(const PartReader& reader, std::size_t at) {
    const auto end = reader.provider_end(at);
    return end != at && reader.ending_end(end, true) != end;
}

std::optional<AtSign> at_sign(const PartReader& reader, const std::u32string& lower,
                              std::size_t at) {
    if (lower[at] == U'@') {
        std::size_t end = at;
        while (end < lower.size() && lower[end] == U'@') ++end;
        // "@" with a space behind it is also used for prices, so the domain must be a known one.
        const auto behind = reader.over_spaces(end);
        return AtSign{at, behind != end && leads_to_provider(reader, behind) ? behind : end};
    }
    if (const auto end = reader.written_end(at, {U"at", U"@", U"et"}, false); end != at)
        return AtSign{at, end};
    // "(a)" may number a list, and "at" may be an English word ("karto at gmail.com").
    if (const auto end = reader.written_end(at, {U"a", U"ad", U"at"}, true);
        end != at && leads_to_provider(reader, end) && !(reader.has(reader.over_spaces(at), U"a ")))
        return AtSign{at, end};
    const bool touches = at > 0 && is_alphanumeric(lower[at - 1]);
    if (touches && U"#*&!^~$%"sv.find(lower[at]) != std::u32string_view::npos && lower[at] != 0 &&
        leads_to_provider(reader, at + 1))
        return AtSign{at, at + 1};
    return std::nullopt;
}

/// Where the name before "@" begins. `at` is its end, and moves over spaces if the domain is
/// `known`: "siti @gmail.com", but not "email @gmail.com".
std::size_t name_begin(const CaptionText& text, std::size_t& at, bool known) {
    static const auto& none = words("not_before_at");
    const auto& plain = text.plain();
    constexpr std::size_t most_spaces = 2, shortest = 3;
    std::size_t stop = at;
    while (known && stop > 0 && at - stop < most_spaces && plain[stop - 1] == U' ') --stop;
    std::size_t begin = stop;
    while (begin > 0 && stop - begin < longest_name && is_name_letter(plain[begin - 1])) --begin;
    while (begin < stop && !is_alphanumeric(plain[begin]) && plain[begin] != U'_') ++begin;
    if (stop == at) return begin;
    if (stop - begin < shortest || !is_alphanumeric(plain[stop - 1]) ||
        none.has(text, text.token_from(begin)))
        return at;
    at = stop;
    return begin;
}

/// The address around a sign, if it is one.
std::optional<Span> email_at(const CaptionText& text, const PartReader& reader,
                             const AtSign& sign) {
    const auto& plain = text.plain();
    const auto& lower = text.lower();
    std::size_t end = sign.end;
    while (end < plain.size() && end - sign.end <= longest_domain && is_domain_letter(plain[end]))
        ++end;
    while (end > sign.end && !is_ascii_letter(plain[end - 1])) --end;
    const auto domain = std::u32string_view(lower).substr(sign.end, end - sign.end);
    const bool known = std::find(providers.begin(), providers.end(), domain) != providers.end();
    const auto provider = reader.provider_end(sign.end);
    const bool glued = !known && provider != sign.end && domain.find(U'.') == domain.npos &&
                       reader.ending_end(provider, true) == end;
    // A known domain may be written loosely; so may "@gmail,com" and "@sukamaju,co.id".
    if (known || (end + 1 < plain.size() && plain[end] == U',' && is_ascii_letter(plain[end + 1]) &&
                  domain.find(U'.') == domain.npos))
        end = reader.ending_end(end, true);
    else end = reader.ending_end(end, false);
    const auto dot =
        std::u32string_view(lower).substr(sign.end, end - sign.end).find_last_of(U".,;:\u3002])} ");
    const bool has_ending =
        dot != std::u32string_view::npos && dot != 0 && end - sign.end - dot >= 3;
    if (domain.empty() || (!has_ending && !known && !glued)) return std::nullopt;
    std::size_t at = sign.begin;
    const auto begin = name_begin(text, at, leads_to_provider(reader, sign.end));
    return begin < at ? std::optional(Span{begin, end}) : std::nullopt;
}

}  // namespace

void find_emails(const AnalysedCaption& caption, const OwnFacts& own, CaptionFindings& findings) {
    const auto& lower = caption.text.lower();
    const PartReader reader(lower);
    for (std::size_t at = 0; at < lower.size() && findings.size() < most_findings;) {
        const auto sign = at_sign(reader, lower, at);
        if (!sign) {
            ++at;
            continue;
        }
        const auto place = email_at(caption.text, reader, *sign);
        at = place ? place->end : sign->end;
        if (place && !own.has_email(std::u32string_view(lower).substr(place->begin, place->size())))
            findings.push_back(personal_finding(caption.text, PersonalKind::email, *place));
    }
}

}  // namespace mediaedit::internal
