// Messages in the current language.
#include "base/message.hpp"

#include "base/languages.hpp"

#include <atomic>

namespace mediaedit {
namespace {

/// The language that set_language chose; nullptr: the environment decides.
std::atomic<const internal::Catalogue*> chosen = nullptr;

const internal::Catalogue& current_catalogue() {
    if (const auto* catalogue = chosen.load(std::memory_order_acquire)) return *catalogue;
    return internal::catalogue_for(internal::environment_languages());
}

std::string fill(std::string_view text, Words words) {
    std::string filled;
    filled.reserve(text.size() + 32);
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos) break;
        filled += text.substr(0, open);
        const auto name = text.substr(open + 1, close - open - 1);
        bool known = false;
        for (const auto& [key, word] : words) {
            if (key != name) continue;
            filled += word;
            known = true;
            break;
        }
        if (!known) filled += text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    filled += text;
    return filled;
}

}  // namespace

void set_language(std::string_view language) {
    chosen.store(language.empty() ? nullptr : &internal::catalogue_for(language),
                 std::memory_order_release);
}

std::string current_language() { return current_catalogue().language(); }

std::string tr(const char* english, Words words) {
    return fill(current_catalogue().sentence(english).value_or(english), words);
}

std::string tr_count(const char* one, const char* several, unsigned long count, Words words) {
    const std::string_view english = count == 1 ? one : several;
    const auto number = std::to_string(count);
    const auto text =
        fill(current_catalogue().sentence(one, count).value_or(english), {{"count", number}});
    return fill(text, words);
}

}  // namespace mediaedit
