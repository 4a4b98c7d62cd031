// What a village's profile says within captions.
#include "village/village_words.hpp"

#include "language/caption_letters.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

constexpr std::size_t most_hashtags = 5;

/// Without `word` at the beginning, whatever its capitals.
std::string without_word(const std::string& text, std::string_view word) {
    const auto clean = one_clean_line(text);
    return small_letters(clean).starts_with(small_letters(word) + " ")
               ? clean.substr(word.size() + 1)
               : clean;
}

std::string regency_in(const std::string& regency, std::string_view language) {
    const auto clean = one_clean_line(regency);
    if (language != "en") return clean;
    if (clean.starts_with("Kabupaten ")) return without_word(clean, "Kabupaten") + " Regency";
    if (clean.starts_with("Kota ")) return without_word(clean, "Kota") + " City";
    return clean;
}

/// "#DesaSukamaju" of "desa Sukamaju": each word with a capital, so that screen readers speak
/// words; letters, digits and _ alone. Empty when no letter is left, for a number alone is no
/// hashtag.
std::string hashtag_of(std::string_view words) {
    std::string tag;
    bool letters = false, begins = true;
    const auto clean = one_clean_line(words);
    for (const char* c = clean.c_str(); *c != '\0'; c = g_utf8_next_char(c)) {
        const auto letter = g_utf8_get_char(c);
        if (letter != '_' && !g_unichar_isalnum(letter)) {
            begins = begins || letter != '\'';
            continue;
        }
        letters = letters || g_unichar_isalpha(letter);
        std::array<char, 6> bytes{};
        const auto size =
            g_unichar_to_utf8(begins ? g_unichar_toupper(letter) : letter, bytes.data());
        tag.append(bytes.data(), static_cast<std::size_t>(size));
        begins = false;
    }
    return letters ? "#" + tag : std::string();
}

}  // namespace

std::string village_name(const Village& village) { return without_word(village.village, "Desa"); }

std::string region(const Village& village, std::string_view language) {
    const bool english = language == "en";
    const auto name = village_name(village);
    if (name.empty()) return {};
    auto words = english ? name + " Village" : "Desa " + name;
    if (const auto district = without_word(village.district, "Kecamatan"); !district.empty())
        words += english ? ", " + district + " District" : ", Kecamatan " + district;
    if (const auto regency = regency_in(village.regency, language); !regency.empty())
        words += ", " + regency;
    return words;
}

std::string place_in_village(const std::string& place, const Village& village,
                             std::string_view language) {
    const auto name = village_name(village);
    if (place.empty() || name.empty() ||
        small_letters(place).find(small_letters(name)) != std::string::npos)
        return place;
    return place + (language == "en" ? ", " + name + " Village" : " Desa " + name);
}

std::string at_place(const std::string& place, std::string_view language) {
    if (place.empty()) return {};
    if (language != "en") return "di " + place;
    const auto small = small_letters(place);
    for (const auto* area : {"dusun ", "desa ", "dukuh ", "rt ", "rw ", "kecamatan ", "hamlet "})
        if (small.starts_with(area)) return "in " + place;
    return "at " + place;
}

std::string office_channel(const Village& village, std::string_view language) {
    const bool english = language == "en";
    const auto say = [&](const char* indonesian, const char* in_english, const std::string& value) {
        return (english ? in_english : indonesian) + one_clean_line(value);
    };
    if (!village.office_whatsapp.empty())
        return say("WhatsApp kantor desa ", "the village office's WhatsApp, ",
                   village.office_whatsapp);
    if (!village.aspiration_form.empty())
        return say("formulir warga di ", "the form at ", village.aspiration_form);
    if (!village.office_phone.empty())
        return say("telepon kantor desa ", "the village office's telephone, ",
                   village.office_phone);
    if (!village.office_email.empty())
        return say("surel kantor desa ", "the village office's e-mail, ", village.office_email);
    return village.lapor ? "lapor.go.id" : std::string();
}

std::string office_urgent(const Village& village, std::string_view language) {
    const bool english = language == "en";
    if (!village.office_phone.empty())
        return (english ? "the village office's telephone, " : "telepon kantor desa ") +
               one_clean_line(village.office_phone);
    if (!village.office_whatsapp.empty())
        return (english ? "the village office's WhatsApp, " : "WhatsApp kantor desa ") +
               one_clean_line(village.office_whatsapp);
    return {};
}

std::vector<std::string> hashtags(const Village& village, const std::string& activity) {
    std::vector<std::string> tags;
    std::vector<std::string> known;
    const auto add = [&](const std::string& words) {
        const auto tag = hashtag_of(words);
        const auto small = small_letters(tag);
        if (tag.empty() || tags.size() == most_hashtags ||
            std::find(known.begin(), known.end(), small) != known.end())
            return;
        tags.push_back(tag);
        known.push_back(small);
    };
    if (const auto name = village_name(village); !name.empty()) add("Desa " + name);
    add(activity);
    for (const auto& own : village.hashtags) add(own);
    add(village.regency);
    return tags;
}

}  // namespace mediaedit::internal
