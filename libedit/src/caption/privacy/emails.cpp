// E-mail addresses that are not the office's.
#include "caption/privacy/personal.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// RFC 5321: longer ones are none.
constexpr std::size_t longest_name = 64, longest_domain = 255;

constexpr bool is_name_letter(char32_t point) noexcept {
    return is_ascii_letter(point) || is_digit(point) ||
           U"._%+-"sv.find(point) != std::u32string_view::npos;
}
constexpr bool is_domain_letter(char32_t point) noexcept {
    return is_ascii_letter(point) || is_digit(point) || point == U'.' || point == U'-';
}

/// "gmail,com", "gmail .com", "gmail. com", "gmail com": the ending of a well-known domain,
/// mistyped. Gives its end, or `at`.
std::size_t mistyped_end(const std::u32string& lower, std::size_t at) {
    std::size_t signs = at;
    constexpr std::size_t most_signs = 3;
    while (signs < lower.size() && signs < at + most_signs &&
           U" .,"sv.find(lower[signs]) != std::u32string_view::npos)
        ++signs;
    if (signs == at) return at;
    std::size_t end = at;
    for (const std::u32string_view ending : {U"com"sv, U"co.id"sv, U"co,id"sv, U"co.uk"sv, U"id"sv,
                                             U"net"sv, U"org"sv, U"ac.id"sv, U"sch.id"sv}) {
        const auto stop = signs + ending.size();
        if (lower.compare(signs, ending.size(), ending) == 0 &&
            (stop >= lower.size() || !is_alphanumeric(lower[stop])))
            end = std::max(end, stop);
    }
    return end;
}

constexpr std::array providers{U"gmail"sv,   U"gmai"sv,      U"gmial"sv,      U"gamil"sv,
                               U"yahoo"sv,   U"yaho"sv,      U"ymail"sv,      U"outlook"sv,
                               U"hotmail"sv, U"icloud"sv,    U"rocketmail"sv, U"live"sv,
                               U"proton"sv,  U"protonmail"sv};

struct Sign {
    std::size_t begin = 0, end = 0;  ///< of "@", "(at)"
};

/// The next sign that stands for "@" from `at` on.
std::optional<Sign> next_at_sign(const std::u32string& lower, std::size_t at) {
    for (; at < lower.size(); ++at) {
        if (lower[at] == U'@') return Sign{at, at + 1};
        for (const std::u32string_view written : {U"(at)"sv, U"[at]"sv, U"{at}"sv})
            if (lower.compare(at, written.size(), written) == 0)
                return Sign{at, at + written.size()};
        // "karto at gmail.com"
        constexpr std::u32string_view spoken = U" at ";
        if (lower.compare(at, spoken.size(), spoken) != 0) continue;
        const auto behind = std::u32string_view(lower).substr(at + spoken.size());
        for (const auto& provider : providers)
            if (behind.starts_with(provider) && behind.substr(provider.size()).starts_with(U'.'))
                return Sign{at, at + spoken.size()};
    }
    return std::nullopt;
}

}  // namespace

void find_emails(const AnalysedCaption& reading, const OwnFacts& own, CaptionFindings& findings) {
    const auto& plain = reading.text.plain();
    const auto& lower = reading.text.lower();
    for (auto sign = next_at_sign(lower, 0); sign && findings.size() < most_findings;
         sign = next_at_sign(lower, sign->end)) {
        const auto at = sign->begin;
        std::size_t begin = at, end = sign->end;
        while (begin > 0 && at - begin < longest_name && is_name_letter(plain[begin - 1])) --begin;
        while (end < plain.size() && end - at <= longest_domain && is_domain_letter(plain[end]))
            ++end;
        while (begin < at && plain[begin] == U'.') ++begin;
        while (end > sign->end && !is_ascii_letter(plain[end - 1])) --end;
        const auto domain = std::u32string_view(lower).substr(sign->end, end - sign->end);
        const bool known = std::find(providers.begin(), providers.end(), domain) != providers.end();
        // "@gmail,com", "@sukamaju,co.id"; of others only what holds together.
        if (known || (end + 1 < plain.size() && plain[end] == U',' &&
                      is_ascii_letter(plain[end + 1]) && domain.find(U'.') == domain.npos))
            end = mistyped_end(lower, end);
        const auto dot =
            std::u32string_view(lower).substr(sign->end, end - sign->end).find_last_of(U".,");
        const bool has_ending =
            dot != std::u32string_view::npos && dot != 0 && end - sign->end - dot >= 3;
        if (begin == at || domain.empty() || (!has_ending && !known)) continue;
        if (own.has_email(std::u32string_view(lower).substr(begin, end - begin))) continue;
        findings.push_back(personal_finding(reading.text, PersonalKind::email, {begin, end}));
    }
}

}  // namespace mediaedit::internal
