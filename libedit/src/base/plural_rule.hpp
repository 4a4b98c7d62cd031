// Selects the plural form for a count by the rule in the header of a .po file.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// The rule of a "Plural-Forms:" line: "nplurals=2; plural=(n != 1);".
class PluralRule {
public:
    /// `header` is the header of a catalogue and must outlive the rule. Without a valid rule in it,
    /// the English one applies.
    explicit PluralRule(std::string_view header) noexcept;

    /// The index of the form for `count`; 0 if the rule gives a form that does not exist.
    [[nodiscard]] std::size_t form(unsigned long count) const noexcept;

private:
    std::string_view expression_ = "n != 1";
    std::size_t forms_ = 2;
};

}  // namespace mediaedit::internal
