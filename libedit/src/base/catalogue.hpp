// The messages of one language, from a .mo file of msgfmt.
#pragma once

#include "base/plural_rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Reads the file in place, without copying. Threads: any.
class Catalogue {
public:
    /// `language` is the name of the .po file, such as "id" or "pt_BR". `mo` must outlive the
    /// catalogue. If it is not a .mo file, the catalogue is empty.
    Catalogue(std::string language, std::string_view mo);

    [[nodiscard]] const std::string& language() const noexcept { return language_; }

    /// The translation of `english`; nullopt if there is none.
    [[nodiscard]] std::optional<std::string_view> sentence(std::string_view english) const noexcept;
    /// The form for `count` of the message whose English singular is `english`.
    [[nodiscard]] std::optional<std::string_view> sentence(std::string_view english,
                                                           unsigned long count) const noexcept;

private:
    [[nodiscard]] std::optional<std::string_view> forms_of(std::string_view english) const noexcept;
    [[nodiscard]] std::string_view text(std::uint32_t table, std::uint32_t index) const noexcept;
    [[nodiscard]] std::uint32_t number(std::uint64_t at) const noexcept;

    std::string language_;
    std::string_view mo_;
    bool swapped_ = false;
    std::uint32_t count_ = 0, originals_ = 0, translations_ = 0;
    PluralRule rule_{""};
};

}  // namespace mediaedit::internal
