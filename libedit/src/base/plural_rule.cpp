// Evaluates the C expression for plural forms in the header of a .po file.
#include "base/plural_rule.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace mediaedit::internal {
namespace {

constexpr std::size_t most_nested = 64;

struct Operator {
    std::string_view sign;
    int binds;  ///< precedence
    unsigned long (*apply)(unsigned long, unsigned long);
};

/// Longer operators come before their prefixes.
constexpr std::array operators{
    Operator{"||", 1, [](unsigned long a, unsigned long b) { return a || b ? 1UL : 0UL; }},
    Operator{"&&", 2, [](unsigned long a, unsigned long b) { return a && b ? 1UL : 0UL; }},
    Operator{"==", 3, [](unsigned long a, unsigned long b) { return a == b ? 1UL : 0UL; }},
    Operator{"!=", 3, [](unsigned long a, unsigned long b) { return a != b ? 1UL : 0UL; }},
    Operator{"<=", 4, [](unsigned long a, unsigned long b) { return a <= b ? 1UL : 0UL; }},
    Operator{">=", 4, [](unsigned long a, unsigned long b) { return a >= b ? 1UL : 0UL; }},
    Operator{"<", 4, [](unsigned long a, unsigned long b) { return a < b ? 1UL : 0UL; }},
    Operator{">", 4, [](unsigned long a, unsigned long b) { return a > b ? 1UL : 0UL; }},
    Operator{"+", 5, [](unsigned long a, unsigned long b) { return a + b; }},
    Operator{"-", 5, [](unsigned long a, unsigned long b) { return a - b; }},
    Operator{"*", 6, [](unsigned long a, unsigned long b) { return a * b; }},
    Operator{"/", 6, [](unsigned long a, unsigned long b) { return b ? a / b : 0UL; }},
    Operator{"%", 6, [](unsigned long a, unsigned long b) { return b ? a % b : 0UL; }},
};

/// Evaluates a C expression in `n` while parsing it.
class Expression {
public:
    Expression(std::string_view text, unsigned long n) noexcept : rest_(text), n_(n) {}

    /// nullopt: the text is not such an expression.
    std::optional<unsigned long> value() noexcept {
        const auto found = choice();
        skip_spaces();
        return good_ && rest_.empty() ? std::optional(found) : std::nullopt;
    }

private:
    void skip_spaces() noexcept {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front()))) {
            rest_.remove_prefix(1);
        }
    }
    bool take(std::string_view sign) noexcept {
        skip_spaces();
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }
    unsigned long bad() noexcept {
        good_ = false;
        rest_ = {};
        return 0;
    }

    unsigned long choice() noexcept {
        if (++nested_ > most_nested) return bad();
        auto found = binary(1);
        if (take("?")) {
            const auto if_true = choice();
            if (!take(":")) return bad();
            const auto if_false = choice();
            found = found ? if_true : if_false;
        }
        --nested_;
        return found;
    }

    unsigned long binary(int least) noexcept {
        auto left = operand();
        while (const auto* next = take_operator(least))
            left = next->apply(left, binary(next->binds + 1));
        return left;
    }
    const Operator* take_operator(int least) noexcept {
        skip_spaces();
        for (const auto& one : operators) {
            if (!rest_.starts_with(one.sign)) continue;
            if (one.binds < least) return nullptr;
            rest_.remove_prefix(one.sign.size());
            return &one;
        }
        return nullptr;
    }

    unsigned long operand() noexcept {
        if (++nested_ > most_nested) return bad();
        unsigned long found = 0;
        if (take("!")) {
            found = operand() ? 0 : 1;
        } else if (take("(")) {
            found = choice();
            if (!take(")")) return bad();
        } else if (take("n")) {
            found = n_;
        } else {
            const auto* end = rest_.data() + rest_.size();
            const auto read = std::from_chars(rest_.data(), end, found);
            if (read.ec != std::errc{}) return bad();
            rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
        }
        --nested_;
        return found;
    }

    std::string_view rest_;
    unsigned long n_;
    std::size_t nested_ = 0;
    bool good_ = true;
};

/// The text between `name` and the next ';' or line break.
std::string_view after(std::string_view text, std::string_view name) noexcept {
    const auto at = text.find(name);
    if (at == text.npos) return {};
    text.remove_prefix(at + name.size());
    return text.substr(0, text.find_first_of(";\n"));
}

}  // namespace

PluralRule::PluralRule(std::string_view header) noexcept {
    const auto line = after(header, "Plural-Forms:").empty()
                          ? std::string_view{}
                          : header.substr(header.find("Plural-Forms:"));
    const auto forms = after(line.substr(0, line.find('\n')), "nplurals=");
    const auto expression = after(line.substr(0, line.find('\n')), "plural=");
    std::size_t count = 0;
    const auto read = std::from_chars(forms.data(), forms.data() + forms.size(), count);
    if (read.ec != std::errc{} || count == 0 || !Expression(expression, 0).value()) return;
    forms_ = count;
    expression_ = expression;
}

std::size_t PluralRule::form(unsigned long count) const noexcept {
    const auto found = Expression(expression_, count).value().value_or(0);
    return found < forms_ ? found : 0;
}

}  // namespace mediaedit::internal
