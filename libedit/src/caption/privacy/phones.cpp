// Phones that are not a plain row of digits: in links, and without an area code.
#include "caption/privacy/person_mentions.hpp"
#include "caption/privacy/personal.hpp"
#include "language/numbers/number_shapes.hpp"
#include "language/phrases.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// The end of the phone that begins at `at`: "62812-9900-0101", "+62 812 9900 0101". `digits`
/// becomes its digits.
std::size_t linked_phone_end(const CaptionText& text, std::size_t at, std::string& digits) {
    constexpr std::size_t most = 16;
    std::size_t end = at;
    for (; digits.size() <= most; ++at) {
        const char32_t point = text.at(at);
        if (is_digit(point)) {
            digits += static_cast<char>(point);
            end = at + 1;
        } else if (has_mobile_shape(digits) ||
                   U"-. ()+"sv.find(point) == std::u32string_view::npos || at > end + 1) {
            break;
        }
    }
    return end;
}

}  // namespace

void find_linked_phones(const AnalysedCaption& caption, const OwnFacts& own,
                        CaptionFindings& findings) {
    const auto& text = caption.text;
    constexpr std::array before{
        U"wa.me/"sv,       U"phone="sv,        U"t.me/"sv,  U"signal.me/#p/"sv, U"whatsapp.com/"sv,
        U"telegram.me/"sv, U"telegram.dog/"sv, U"/send/"sv, U"number="sv,       U"/chat/"sv,
        U"/#p/"sv,         U"/u/"sv,           U"/ti/p/~"sv};
    for (const auto& link : caption.links) {
        const auto address = std::u32string_view(text.lower()).substr(link.begin, link.size());
        for (const auto& sign : before) {
            const auto found = address.find(sign);
            if (found == address.npos) continue;
            std::size_t begin = link.begin + found + sign.size();
            if (text.at(begin) == U'+') ++begin;
            if (text.lower().compare(begin, 3, U"%2b") == 0) begin += 3;
            std::string digits;
            const auto end = linked_phone_end(text, begin, digits);
            if (!has_mobile_shape(digits) || own.has_number(digits) ||
                findings.size() >= most_findings)
                continue;
            findings.push_back(personal_finding(text, PersonalKind::phone, {begin, end}));
            break;
        }
    }
}

void find_local_phones(const AnalysedCaption& caption, const std::vector<bool>& harmless,
                       const OwnFacts& own, CaptionFindings& findings) {
    static const auto& label = words("telephone");
    static const auto& office = words("office_place");
    const auto& text = caption.text;
    constexpr std::size_t fewest = 5, most = 8, reach = 8;
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        const auto count = label.match(text, i);
        if (count == 0) continue;
        std::size_t at = i + count;
        bool home = false, own_office = false;
        for (; at < i + reach && !text.is_number(at); ++at) {
            if (text.is_line_break(at)) break;
            home = home || text.is_word(at, U"rumah") || named_person(text, at) > 0;
            own_office = own_office || office.has(text, at);
        }
        if (!home || own_office || !text.is_number(at)) continue;
        const std::size_t begin = text.token(at).begin;
        std::string digits;
        std::size_t end = begin;
        for (; text.is_number(at) && text.token(at).begin <= end + 1u; ++at) {
            for (auto place = text.token(at).begin; place < text.token(at).end; ++place)
                digits += static_cast<char>(text.at(place));
            end = text.token(at).end;
            if (text.is_mark(at + 1, U'-') && text.token(at + 1).begin == end) ++at, ++end;
        }
        if (!is_digit(text.at(end - 1))) --end;
        if (digits.size() < fewest || digits.size() > most || digits[0] == '0' || harmless[begin] ||
            is_alphanumeric(text.at(end)) || own.has_number(digits))
            continue;
        findings.push_back(personal_finding(text, PersonalKind::landline, {begin, end}));
    }
}

}  // namespace mediaedit::internal
