// Persons who are named in a sentence.
#include "caption/privacy/person_mentions.hpp"

#include "caption/privacy/person_names.hpp"
#include "language/phrases.hpp"

namespace mediaedit::internal {
namespace {

/// The first token behind up to three titles: "Bapak H.", "Bu Hj."; `index` where none stands.
std::size_t skip_honorifics(const CaptionText& text, std::size_t index) {
    static const auto& honorific = words("honorific");
    for (int titles = 0; titles < 3 && honorific.has(text, index); ++titles) {
        ++index;
        if (text.is_mark(index, U'.')) ++index;
    }
    return index;
}

/// "putra", "putri": these words mean children, but are names too.
bool is_son_or_daughter(const CaptionText& text, std::size_t index) {
    return text.is_word(index, U"putra") || text.is_word(index, U"putri");
}

/// "Jalan", "Dusun", "Masjid", "Koperasi": things that are named after persons.
bool is_thing(const CaptionText& text, std::size_t index) {
    static const auto& things = words("born_thing");
    static const auto& streets = words("street");
    static const auto& hamlets = words("hamlet");
    static const auto& offices = words("office_place");
    return things.has(text, index) || streets.has(text, index) || hamlets.has(text, index) ||
           offices.has(text, index);
}

/// The tokens of "Siti Aminah", "Rizki": capitalised words, at least one of them a known name and
/// none a thing. 0 for "Jalan Sudirman".
std::size_t plain_name_at(const CaptionText& text, std::size_t index) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_person_name = 5;
    // Behind a capitalised word the name began earlier, or it is the name of a thing.
    if (index > 0 && text.is_word(index - 1) && text.same_line(index - 1, index) &&
        (text.token(index - 1).capital || is_thing(text, index - 1)))
        return 0;
    bool known = false;
    std::size_t at = index;
    for (; at < index + longest_person_name && text.is_word(at) && text.token(at).capital; ++at) {
        if (no_name.has(text, at) || is_thing(text, at)) return 0;
        known = known || is_known_name(text, at);
        if (text.is_mark(at + 1, U'.') && text.length(at) == 1) ++at;
    }
    return known ? at - index : 0;
}

}  // namespace

std::size_t named_person(const CaptionText& text, std::size_t index) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_person_name = 5;
    std::size_t at = skip_honorifics(text, index);
    if (at == index) return 0;
    // "anak Dimas" and "An. Rafa" name a person; "Anak Sekolah" and "anak usia" do not.
    std::size_t names = 0;
    while (names < longest_person_name && text.is_word(at) && text.token(at).capital &&
           !no_name.has(text, at)) {
        ++names;
        ++at;
        if (text.is_mark(at, U'.') && text.length(at - 1) <= 2 && text.is_word(at + 1)) ++at;
    }
    return names > 0 ? at - index : 0;
}

std::size_t person_at(const CaptionText& text, std::size_t index) {
    if (const auto count = named_person(text, index)) return count;
    constexpr std::size_t longest_person_name = 4;
    std::size_t at = skip_honorifics(text, index);
    if (at == index) return plain_name_at(text, index);
    std::size_t names = 0;
    while (names < longest_person_name && is_known_name(text, at) && !is_son_or_daughter(text, at))
        ++at, ++names;
    return names > 0 ? at - index : 0;
}

bool follows_small_name(const CaptionText& text, std::size_t index) {
    static const auto& given = words("given_name");
    std::size_t at = index;
    while (at > 0 && given.has(text, at - 1) && !text.token(at - 1).capital &&
           !is_son_or_daughter(text, at - 1) && text.same_line(at - 1, index))
        --at;
    return at < index && (at == 0 || (!is_thing(text, at - 1) && !text.token(at - 1).capital));
}

bool names_somebody(const CaptionText& text, std::size_t index) {
    constexpr std::size_t reach_tokens = 10;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i)
        if (text.same_sentence(i, index) && person_at(text, i) > 0) return true;
    return false;
}

}  // namespace mediaedit::internal
