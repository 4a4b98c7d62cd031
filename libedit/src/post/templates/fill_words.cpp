// The words of a filled template: the person's, else the profile's, else the template's.
#include "post/templates/fill_words.hpp"

#include "post/templates/template_file.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr const char* blanks = " \t\r\n";

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

std::string with_word(const char* word, const std::string& name) {
    return name.empty() ? std::string() : word + name;
}

/// An address as people write it, without the scheme.
std::string shown_address(const std::string& address) {
    for (const std::string_view scheme : {"https://www.", "http://www.", "https://", "http://"})
        if (address.starts_with(scheme)) return address.substr(scheme.size());
    return address;
}

}  // namespace

std::optional<int> percent_of(const std::string& text) {
    const auto first = text.find_first_of("0123456789");
    if (first == text.npos) return {};
    int number = 0;
    for (std::size_t i = first;
         i < text.size() && text[i] >= '0' && text[i] <= '9' && number <= 100; ++i)
        number = number * 10 + (text[i] - '0');
    return std::min(number, 100);
}

FillWords::FillWords(const TemplateFile& file, const TemplateFill& fill, const Village& village) {
    const auto put = [this](const char* place, const std::string& word) {
        if (!word.empty()) words_[place] = word;
    };
    for (const auto& place : file.places)
        put(place.id.c_str(), place.default_text.in(fill.language));
    // Names of offices stay Indonesian in every language.
    put("village", with_word("Desa ", village.village));
    put("district", with_word("Kecamatan ", village.district));
    put("regency", village.regency);
    put("logo", village.logo);
    put("hours", village.opening_hours);
    put("phone", village.office_phone);
    put("whatsapp", village.office_whatsapp);
    put("email", village.office_email);
    put("address", village.office_address);
    put("form", village.aspiration_form);
    if (fill.number > 0) put("number", std::to_string(fill.number));
    if (fill.of > 0) put("of", std::to_string(fill.of));
    for (const auto& [place, word] : fill.words)
        if (auto own = trimmed(word); !own.empty()) words_[place] = std::move(own);
    if (const auto percent = percent_of(word("percent")))
        words_["percent"] = std::to_string(*percent) + "%";
    if (const auto form = word("form"); !form.empty() && !words_.contains("form_shown"))
        words_["form_shown"] = shown_address(form);
}

std::string FillWords::word(const std::string& field) const {
    const auto found = words_.find(field);
    return found == words_.end() ? std::string() : found->second;
}

std::string FillWords::filled(const std::string& part) const {
    std::string text;
    for (std::size_t i = 0; i < part.size();) {
        if (part[i] != '{') {
            text += part[i++];
            continue;
        }
        const auto close = part.find('}', i);
        if (close == part.npos) return text + part.substr(i);
        const auto own = word(part.substr(i + 1, close - i - 1));
        if (own.empty()) return {};
        text += own;
        i = close + 1;
    }
    return text;
}

std::string FillWords::joined(const std::vector<std::string>& parts,
                              const std::string& join) const {
    std::string text;
    for (const auto& part : parts) {
        const auto own = filled(part);
        if (own.empty()) continue;
        if (!text.empty()) text += join;
        text += own;
    }
    return text;
}

}  // namespace mediaedit::internal
