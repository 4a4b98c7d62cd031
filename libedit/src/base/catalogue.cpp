// The messages of one language, from a .mo file: gettext's manual, "The Format of GNU MO Files".
#include "base/catalogue.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::uint32_t magic = 0x950412de, swapped_magic = 0xde120495;

std::string_view until_nul(std::string_view text) noexcept {
    return text.substr(0, text.find('\0'));
}

}  // namespace

Catalogue::Catalogue(std::string language, std::string_view mo)
    : language_(std::move(language)), mo_(mo) {
    swapped_ = number(0) == swapped_magic;
    if (number(0) != magic) return;
    count_ = number(8);
    originals_ = number(12);
    translations_ = number(16);
    rule_ = PluralRule(forms_of("").value_or(""));
}

std::uint32_t Catalogue::number(std::uint64_t at) const noexcept {
    if (at + 4 > mo_.size()) return 0;
    std::uint32_t found = 0;
    for (std::uint64_t i = 0; i < 4; ++i) {
        const auto byte = static_cast<unsigned char>(mo_[at + (swapped_ ? i : 3 - i)]);
        found = found << 8 | byte;
    }
    return found;
}

std::string_view Catalogue::text(std::uint32_t table, std::uint32_t index) const noexcept {
    const auto at = table + std::uint64_t{8} * index;
    const std::uint64_t size = number(at), from = number(at + 4);
    return from + size <= mo_.size() ? mo_.substr(from, size) : std::string_view{};
}

std::optional<std::string_view> Catalogue::forms_of(std::string_view english) const noexcept {
    // The originals are sorted byte by byte. In one with plural forms, the singular comes first.
    std::uint32_t from = 0, to = count_;
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        const auto original = until_nul(text(originals_, middle));
        if (original == english) return text(translations_, middle);
        if (original < english) from = middle + 1;
        else to = middle;
    }
    return std::nullopt;
}

std::optional<std::string_view> Catalogue::sentence(std::string_view english) const noexcept {
    const auto forms = forms_of(english);
    return forms && !forms->empty() ? std::optional(until_nul(*forms)) : std::nullopt;
}

std::optional<std::string_view> Catalogue::sentence(std::string_view english,
                                                    unsigned long count) const noexcept {
    auto forms = forms_of(english);
    if (!forms || forms->empty()) return std::nullopt;
    for (auto left = rule_.form(count); left > 0; --left) {
        const auto end = forms->find('\0');
        if (end == forms->npos) return sentence(english);
        forms->remove_prefix(end + 1);
    }
    return until_nul(*forms);
}

}  // namespace mediaedit::internal
