// Sentences for people, in the process's language, by gettext.
#include "base/message.hpp"

#include "base/system.hpp"

#include <libintl.h>

namespace mediaedit {
namespace {

constexpr const char* domain = "mediaedit";

void bind_catalogue() {
    static const bool bound = [] {
        bindtextdomain(domain, message_folder().c_str());
        bind_textdomain_codeset(domain, "UTF-8");
        return true;
    }();
    (void)bound;
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

std::string internal::language_of_the_moment() {
    // Translators: the code of your language, such as id.
    return tr("en");
}

const std::string& message_folder() {
    static const std::string folder = internal::find_message_folder();
    return folder;
}

std::string tr(const char* english, Words words) {
    bind_catalogue();
    return fill(dgettext(domain, english), words);
}

std::string tr_count(const char* one, const char* several, unsigned long count, Words words) {
    bind_catalogue();
    const auto number = std::to_string(count);
    const auto text = fill(dngettext(domain, one, several, count), {{"count", number}});
    return fill(text, words);
}

}  // namespace mediaedit
