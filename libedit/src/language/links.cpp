// Web addresses and hashtags in a text.
#include "language/links.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

// Country codes, two letters each.
constexpr std::string_view countries =
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs "
    "bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj "
    "dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs "
    "gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke "
    "kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn "
    "mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om "
    "pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm "
    "sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw "
    "tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";
constexpr std::array others{
    "com"sv,  "net"sv,  "org"sv,  "info"sv,  "biz"sv,   "gov"sv,   "edu"sv,    "mil"sv,
    "int"sv,  "app"sv,  "dev"sv,  "page"sv,  "link"sv,  "site"sv,  "online"sv, "website"sv,
    "web"sv,  "blog"sv, "shop"sv, "store"sv, "news"sv,  "live"sv,  "media"sv,  "xyz"sv,
    "gle"sv,  "goo"sv,  "asia"sv, "name"sv,  "pro"sv,   "mobi"sv,  "club"sv,   "space"sv,
    "tech"sv, "top"sv,  "work"sv, "world"sv, "cloud"sv, "social"sv};

constexpr bool is_domain_letter(char32_t point) noexcept {
    return is_ascii_letter(point) || is_digit(point) || point == U'-';
}
constexpr bool is_path_letter(char32_t point) noexcept {
    return is_domain_letter(point) ||
           U"/_%?&=#.~+:@!$'*,;"sv.find(point) != std::u32string_view::npos;
}
constexpr bool ends_a_path(char32_t point) noexcept {
    return is_domain_letter(point) || U"/_=#&+"sv.find(point) != std::u32string_view::npos;
}
constexpr char32_t small(char32_t point) noexcept {
    return point >= U'A' && point <= U'Z' ? point + 32 : point;
}

bool has_at(std::u32string_view text, std::size_t at, std::string_view word) noexcept {
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (small(text[at + i]) != static_cast<unsigned char>(word[i])) return false;
    return true;
}

enum class Ending { none, country, other };

Ending ending_of(std::u32string_view label) {
    std::string word;
    for (const char32_t point : label.substr(0, 12)) word += static_cast<char>(small(point));
    if (word.size() == 2 && is_ascii_letter(label[0]) && is_ascii_letter(label[1])) {
        for (std::size_t i = 0; i < countries.size(); i += 3)
            if (countries.substr(i, 2) == word) return Ending::country;
        return Ending::none;
    }
    return std::find(others.begin(), others.end(), word) != others.end() ? Ending::other
                                                                         : Ending::none;
}

/// Labels joined by dots up to the last known ending. `end` is 0 where there is none.
struct Domain {
    std::size_t end = 0;
    int labels = 0;
    Ending ending = Ending::none;
};

Domain domain_at(std::u32string_view text, std::size_t at) {
    Domain found;
    int labels = 0;
    for (std::size_t start = at; start < text.size();) {
        std::size_t end = start;
        while (end < text.size() && is_domain_letter(text[end])) ++end;
        if (end == start) break;
        ++labels;
        if (const auto ending = ending_of(text.substr(start, end - start));
            labels > 1 && ending != Ending::none)
            found = {end, labels, ending};
        if (end >= text.size() || text[end] != U'.') break;
        start = end + 1;
    }
    return found;
}

std::size_t path_end(std::u32string_view text, std::size_t at) {
    std::size_t last = at;
    if (at < text.size() &&
        (text[at] == U'/' || text[at] == U'?' || text[at] == U'#' || text[at] == U':'))
        for (std::size_t i = at; i < text.size() && is_path_letter(text[i]); ++i)
            if (ends_a_path(text[i])) last = i + 1;
    return last;
}

}  // namespace

std::vector<Span> find_links(std::u32string_view text) {
    std::vector<Span> links;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_domain_letter(text[at])) {
            ++at;
            continue;
        }
        const bool touches = at > 0 && (is_alphanumeric(text[at - 1]) ||
                                        U"@#$_."sv.find(text[at - 1]) != std::u32string_view::npos);
        const std::size_t protocol = has_at(text, at, "https://")  ? 8
                                     : has_at(text, at, "http://") ? 7
                                                                   : 0;
        const auto domain = domain_at(text, at + protocol);
        std::size_t end = domain.end;
        if (end != 0) {
            const auto path = path_end(text, end);
            // As on X, "M.Si" is not an address: one name and a country code need https:// or a
            // path.
            const bool is_short = domain.labels == 2 && domain.ending == Ending::country &&
                                  protocol == 0 && path == end;
            if (!touches && !is_short) links.push_back({at, path});
            if (!touches && !is_short) end = path;
        }
        if (end == 0) {
            // Skips the whole word with its dots, so that no character is read twice.
            end = at + std::max<std::size_t>(protocol, 1);
            while (end < text.size() && (is_domain_letter(text[end]) || text[end] == U'.')) ++end;
        }
        at = end;
    }
    return links;
}

std::vector<Span> find_hashtags(std::u32string_view text, const std::vector<Span>& links) {
    std::vector<Span> tags;
    auto link = links.begin();
    for (std::size_t at = 0; at < text.size(); ++at) {
        while (link != links.end() && link->end <= at) ++link;
        if (link != links.end() && link->begin <= at) {
            at = link->end - 1;
            continue;
        }
        if (text[at] != U'#' && text[at] != 0xFF03) continue;
        const bool follows_a_tag = !tags.empty() && tags.back().end == at;
        if (at > 0 && !follows_a_tag &&
            (is_alphanumeric(text[at - 1]) || text[at - 1] == U'_' || text[at - 1] == U'&'))
            continue;
        std::size_t end = at + 1;
        bool only_digits = true;
        while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == U'_')) {
            if (!is_any_digit(text[end])) only_digits = false;
            ++end;
        }
        if (only_digits) continue;
        tags.push_back({at, end});
        at = end - 1;
    }
    return tags;
}

}  // namespace mediaedit::internal
