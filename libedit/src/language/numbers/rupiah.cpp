// Amounts of rupiah as people type them and as captions write them.
#include "language/numbers/rupiah.hpp"

#include "language/numbers/money_words.hpp"
#include "language/typed_tokens.hpp"

#include <charconv>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr std::size_t most_digits = 15;

/// Numbers with the signs between them: "1", ".", "250", ".", "000".
struct Digits {
    std::vector<std::string> groups;
    char sign = 0;  ///< between them; 0: only one group
    bool mixed = false;
};

Digits take_digits(TypedTokenReader& tokens) {
    Digits digits;
    if (tokens.peek().kind != TypedToken::Kind::number) return digits;
    digits.groups.push_back(tokens.take().text);
    while ((tokens.peek().is(".") || tokens.peek().is(",")) &&
           tokens.peek(1).kind == TypedToken::Kind::number) {
        const char sign = tokens.take().text.front();
        // "1.250.000,00": cents, as documents have them.
        const bool cents = sign != digits.sign && tokens.peek().is("00") &&
                           !(tokens.peek(1).is(".") || tokens.peek(1).is(","));
        if (cents) {
            tokens.take();
            return digits;
        }
        if (digits.sign != 0 && sign != digits.sign) digits.mixed = true;
        digits.sign = sign;
        digits.groups.push_back(tokens.take().text);
    }
    return digits;
}

std::optional<std::int64_t> whole_amount(const Digits& digits) {
    if (digits.groups.empty() || digits.mixed) return std::nullopt;
    std::string all = digits.groups.front();
    if (digits.groups.size() > 1 && all.size() > 3) return std::nullopt;
    for (std::size_t i = 1; i < digits.groups.size(); ++i) {
        if (digits.groups[i].size() != 3) return std::nullopt;
        all += digits.groups[i];
    }
    if (all.size() > most_digits) return std::nullopt;
    std::int64_t amount = 0;
    std::from_chars(all.data(), all.data() + all.size(), amount);
    return amount;
}

void take_currency(TypedTokenReader& tokens) {
    if (tokens.take_if("rp") || tokens.take_if("idr")) tokens.take_if(".");
}

/// Takes ",-", as bills have it.
void take_dash(TypedTokenReader& tokens) {
    if ((tokens.peek().is(",") || tokens.peek().is(".")) && tokens.peek(1).is("-")) {
        tokens.take();
        tokens.take();
    }
}

}  // namespace

std::optional<std::int64_t> read_rupiah(std::string_view text) {
    const auto all = typed_tokens(text);
    TypedTokenReader tokens(all);
    take_currency(tokens);
    const auto amount = whole_amount(take_digits(tokens));
    take_dash(tokens);
    return tokens.at_end() ? amount : std::nullopt;
}

std::string rupiah(std::int64_t amount, std::string_view language) {
    auto digits = std::to_string(amount);
    const char between = language == "en" ? ',' : '.';
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(digits.begin() + at, between);
    return "Rp" + digits;
}

std::optional<std::string> money_in_words(std::string_view text, std::string_view language) {
    if (const auto amount = read_rupiah(text)) return rupiah(*amount, language);
    const bool english = language == "en";
    const auto all = typed_tokens(text);
    TypedTokenReader tokens(all);
    take_currency(tokens);
    const auto digits = take_digits(tokens);
    const auto& word = tokens.take();
    if (!tokens.at_end() || digits.mixed || digits.groups.empty() || digits.groups.size() > 2)
        return std::nullopt;
    for (const auto& unit : money_words) {
        if (!word.is(unit.typed)) continue;
        auto number = digits.groups.front();
        if (number.size() > most_digits) return std::nullopt;
        if (digits.groups.size() == 2) (number += english ? "." : ",") += digits.groups.back();
        return "Rp" + number + " " + std::string(english ? unit.english : unit.indonesian);
    }
    return std::nullopt;
}

}  // namespace mediaedit::internal
