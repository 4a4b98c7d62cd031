// Which of a language's plural forms a count takes, as the header of a .po file says.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// The rule of a "Plural-Forms:" line: "nplurals=2; plural=(n != 1);".
class PluralRule {
public:
    /// From a catalogue's header, which must outlive the rule. A header without a rule that can be
    /// read gives the English one.
    explicit PluralRule(std::string_view header) noexcept;

    /// The number of the form for `count`, from 0; 0 when the rule names a form that is not there.
    [[nodiscard]] std::size_t form(unsigned long count) const noexcept;

private:
    std::string_view expression_ = "n != 1";
    std::size_t forms_ = 2;
};

}  // namespace mediaedit::internal
