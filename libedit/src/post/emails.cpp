// E-mail addresses that are not the office's.
#include "post/personal.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// RFC 5321: longer ones are none.
constexpr std::size_t longest_name = 64, longest_domain = 255;

constexpr bool is_name_letter(char32_t point) noexcept { return is_ascii_letter(point) || is_digit(point) || U"._%+-"sv.find(point) != std::u32string_view::npos; }
constexpr bool is_domain_letter(char32_t point) noexcept { return is_ascii_letter(point) || is_digit(point) || point == U'.' || point == U'-'; }

}  // namespace

void find_emails(const Reading& reading, const OwnFacts& own, CaptionFindings& findings) {
    const auto& plain = reading.text.plain();
    for (std::size_t at = plain.find(U'@'); at != plain.npos && findings.size() < most_findings; at = plain.find(U'@', at + 1)) {
        std::size_t begin = at, end = at + 1;
        while (begin > 0 && at - begin < longest_name && is_name_letter(plain[begin - 1])) --begin;
        while (end < plain.size() && end - at <= longest_domain && is_domain_letter(plain[end])) ++end;
        while (begin < at && plain[begin] == U'.') ++begin;
        while (end > at + 1 && !is_ascii_letter(plain[end - 1])) --end;
        const auto domain = std::u32string_view(plain).substr(at + 1, end - at - 1);
        const auto dot = domain.rfind(U'.');
        if (begin == at || dot == domain.npos || dot == 0 || domain.size() - dot < 3) continue;
        if (own.has_email(std::u32string_view(reading.text.lower()).substr(begin, end - begin))) continue;
        findings.push_back(personal_finding(reading.text, PersonalKind::email, {begin, end}));
    }
}

}  // namespace mediaedit::internal
