// Ages of people who are named.
#include "caption/privacy/age_text.hpp"
#include "caption/privacy/person_mentions.hpp"
#include "caption/privacy/person_names.hpp"
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Whether "Nama : Siti Aminah" stands in the same line or up to five lines above: a form about one
/// person.
bool is_field_of_a_person(const CaptionText& text, std::size_t index) {
    static const auto& parts = words("name_field");
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t reach_tokens = 40, most_parts = 3;
    constexpr std::uint32_t reach_lines = 5;
    for (std::size_t i = index; i-- > 0 && index - i < reach_tokens;) {
        if (text.token(i).line + reach_lines < text.token(index).line) return false;
        if (!text.is_word(i, U"nama") && !text.is_word(i, U"name")) continue;
        std::size_t at = i + 1;
        while (at < i + most_parts && parts.has(text, at)) ++at;
        if (!text.is_mark(at, U":=")) return false;
        ++at;
        return text.is_word(at) && !no_name.has(text, at) &&
               (text.token(at).capital || is_known_name(text, at));
    }
    return false;
}

/// What may stand between a name and the age: a comma, a bracket, "yang".
bool is_bridge(const CaptionText& text, std::size_t index) {
    static const auto& bridges = words("age_bridge");
    return bridges.has(text, index) || text.is_mark(index, U",(.-/|:;");
}

/// Whether a person is named in the same line, at most eight tokens before `index`, with nothing
/// but bridges between.
bool follows_person(const CaptionText& text, std::size_t index) {
    static const auto& age_word = words("age");
    constexpr std::size_t reach_tokens = 8;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i) {
        if (!text.same_line(i, index)) continue;
        std::size_t end = i + person_at(text, i);
        if (end == i || end > index) continue;
        // "Anak Usia 5 tahun" names nobody.
        bool only_bridges = true;
        for (std::size_t at = i; at < index; ++at)
            only_bridges =
                only_bridges && (at < end ? !age_word.has(text, at) : is_bridge(text, at));
        if (only_bridges) return true;
    }
    return false;
}

/// Whether at least `fewest` capitalised words that may be a name stand right before `index`.
/// Before an age in brackets that is enough.
bool follows_plain_name(const CaptionText& text, std::size_t index, std::size_t fewest) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_name = 4;
    std::size_t names = 0;
    for (std::size_t i = index;
         i-- > 0 && names < longest_name && text.is_word(i) && text.same_line(i, index); ++names) {
        if (no_name.has(text, i)) return false;
        if (!text.token(i).capital) break;
    }
    return names >= fewest;
}

/// Whether a person is named right behind an age: "usia 4 th a.n. Kirana", "umur 7 tahun, anak
/// Dimas".
bool leads_to_person(const CaptionText& text, std::size_t index) {
    static const auto& owner = words("account_owner");
    static const auto& no_name = words("not_a_name");
    std::size_t at = text.is_mark(index, U',') ? index + 1 : index;
    if (!text.same_line(at, index - 1)) return false;
    if (text.is_mark(at, U'(') && person_at(text, at + 1) > 0) return true;
    if (named_person(text, at) > 0) return true;
    const auto count = owner.match(text, at);
    if (count == 0) return false;
    at += text.is_mark(at + count, U'.') ? count + 1 : count;
    return text.is_word(at) && text.token(at).capital && !no_name.has(text, at);
}

/// The word "umur" before a number; "kurang lebih", "±" and ":" may stand between. `index` where
/// there is none.
std::size_t age_word_before(const CaptionText& text, std::size_t index) {
    static const auto& age_word = words("age");
    static const auto& about = words("age_about");
    constexpr std::size_t longest = 4, longest_name = 6;
    // "umur Rizki 3 tahun"
    for (std::size_t at = index > longest_name ? index - longest_name : 1; at < index; ++at)
        if (age_word.has(text, at - 1) && text.same_line(at, index) &&
            at + person_at(text, at) == index)
            return at - 1;
    for (std::size_t at = index; at > 0 && index - at <= longest;) {
        std::size_t begin = at - 1;
        if (!text.same_line(begin, index)) break;
        if (age_word.has(text, begin)) return begin;
        const bool mark = text.is_mark(begin, U":=~(\u00B1\u2248.");
        bool word = false;
        for (std::size_t size = 1; size <= 3 && size <= at && !word; ++size)
            if (about.match(text, at - size) == size) word = true, begin = at - size;
        if (!mark && !word) break;
        at = begin;
    }
    return index;
}

/// "Anak Rizki 3 tahun", "Mbah Karto 90 tahun,": behind the name of a child or an old person a
/// number of years is an age. Behind other names it may be a time: "Pak Karto 5 tahun menjabat".
bool is_age_of_young_or_old(const CaptionText& text, std::size_t index, std::size_t end) {
    static const auto& title = words("aged_title");
    constexpr std::size_t longest_name = 6;
    if (text.is_word(end) && text.same_line(end, index)) return false;
    for (std::size_t i = index > longest_name ? index - longest_name : 0; i < index; ++i)
        if (title.has(text, i) && text.same_line(i, index) && i + person_at(text, i) == index)
            return true;
    return false;
}

/// Whether a date of birth stands before the token, with only signs between: "12 Agustus 1985 (41
/// tahun)".
bool follows_birth(const CaptionText& text, std::size_t index,
                   const std::vector<std::size_t>& births) {
    return std::binary_search(births.begin(), births.end(), text.skip_marks_back(index, U"(,/-"));
}

/// The number of tokens of a named person's age that begins at `index`, or 0.
std::size_t persons_age_at(const CaptionText& text, std::size_t index,
                           const std::vector<std::size_t>& births) {
    static const auto& tenure = words("tenure");
    const auto before = age_word_before(text, index);
    const bool labelled = before != index;
    const auto count = age_at(text, index, text.is_mark(index - 1, U'('), labelled);
    if (count == 0) return 0;
    // In brackets the age of any name: "Mbah Karto (45)". Elsewhere a title is needed: "Gedung
    // Serbaguna 10 tahun" is not an age.
    const std::size_t bracket = before > 0 && text.is_mark(before - 1, U'(') ? before - 1 : before;
    if (follows_birth(text, before, births)) return count;
    if (labelled && before + 1 < index && before + 1 + person_at(text, before + 1) == index)
        return count;
    if (bracket != before && follows_plain_name(text, bracket, count > 1 ? 1 : 2)) return count;
    // A number in words may be a time too.
    if (!text.is_number(index) && !labelled) return 0;
    const auto end = index + count;
    const bool ends = !text.is_word(end) || !text.same_line(end, index);
    // "Bu Ani / 35 th" is an age, "Pak Budi sudah 10 tahun menjabat" is not.
    const bool parted = ends && text.is_mark(before - 1, U"/-|");
    if (!labelled && !ends && tenure.has(text, end)) return 0;
    const bool is_marked = labelled || bracket != before || parted ||
                           text.is_mark(before - 1, U',') || text.is_word(before - 1, U"sudah") ||
                           text.is_word(before - 1, U"kini") || text.is_word(before - 1, U"baru");
    if (!is_marked) return is_age_of_young_or_old(text, index, index + count) ? count : 0;
    const bool is_somebodys =
        follows_person(text, before) ||
        (labelled && (leads_to_person(text, index + count) || is_field_of_a_person(text, before) ||
                      follows_small_name(text, before)));
    return is_somebodys ? count : 0;
}

}  // namespace

void find_ages(const AnalysedCaption& caption, const std::vector<std::size_t>& births,
               CaptionFindings& findings) {
    const auto& text = caption.text;
    for (std::size_t i = 1; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        const bool begins_words = is_number_word(text, i) && !is_number_word(text, i - 1);
        if (!text.is_number(i) && !begins_words) continue;
        const auto count = persons_age_at(text, i, births);
        if (count == 0) continue;
        const Span place = text.span(i, i + count);
        findings.push_back(personal_finding(text, PersonalKind::age, place));
        i += count - 1;
    }
}

}  // namespace mediaedit::internal
