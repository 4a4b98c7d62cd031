// Amounts of money in a text.
#include "language/numbers/amounts.hpp"

#include "language/numbers/money_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

constexpr double most_rupiah = 1e15;
/// No sum has more groups. The bound keeps long chains from being read once for each group.
constexpr int most_groups = 8;

double scale_of(const CaptionText& text, std::size_t index) {
    if (!text.is_word(index)) return 0;
    const auto word = text.lower(text.token(index));
    const auto* found =
        std::find_if(money_words.begin(), money_words.end(), [&](const MoneyWord& one) {
            return one.in_prose &&
                   std::equal(word.begin(), word.end(), one.typed.begin(), one.typed.end());
        });
    return found == money_words.end() ? 0 : found->factor;
}

/// A number with dots and commas.
struct Figure {
    std::size_t end_token = 0;
    double value = 0;
    int groups = 0;  ///< of three digits behind the first
};

Figure figure_at(const CaptionText& text, std::size_t index) {
    Figure figure;
    std::size_t at = index;
    double whole = 0, fraction = 0;
    char32_t grouping = 0;
    const auto add = [&](std::size_t token) {
        for (auto i = text.token(token).begin; i < text.token(token).end; ++i)
            whole = std::min(whole * 10 + (text.plain()[i] - U'0'), 1e18);
    };
    add(at);
    const bool can_group = text.length(at) <= 3;
    ++at;
    while (text.is_number(at + 1) && text.token(at).begin == text.token(at - 1).end &&
           text.token(at + 1).begin == text.token(at).end && text.is_mark(at, U".,")) {
        const char32_t mark = text.at(text.token(at).begin);
        const auto digits = text.length(at + 1);
        if (figure.groups >= most_groups) return {};
        if (can_group && digits == 3 && (grouping == 0 || grouping == mark)) {
            grouping = mark;
            add(at + 1);
            ++figure.groups;
            at += 2;
        } else if (digits <= 2 && mark != grouping) {
            fraction = text.value(at + 1) / (digits == 1 ? 10.0 : 100.0);
            at += 2;
            break;
        } else {
            figure.groups = 0;
            return figure;  // "09.999.999.9" is not an amount
        }
    }
    figure.end_token = at;
    figure.value = whole + fraction;
    return figure;
}

bool is_sign(const CaptionText& text, std::size_t index) {
    return text.is_word(index, U"rp") || text.is_word(index, U"idr");
}

bool is_rupiah_word(const CaptionText& text, std::size_t index) {
    return text.is_word(index, U"rupiah") || text.is_word(index, U"idr");
}

/// Whether the amount is only a part of a longer number.
bool hangs_on(const CaptionText& text, const Amount& amount) {
    constexpr auto joints = U"-/."sv;
    const auto end = amount.place.end;
    return text.continues_before(amount.place.begin, joints) ||
           (joints.find(text.at(end)) != joints.npos && is_digit(text.at(end + 1)));
}

std::optional<Amount> amount_at(const CaptionText& text, std::size_t index) {
    Amount amount;
    amount.token = index;
    std::size_t at = index;
    const bool sign = is_sign(text, at);
    if (sign) {
        ++at;
        if (text.is_mark(at, U".:")) ++at;
    }
    if (!text.is_number(at)) return std::nullopt;
    if (sign) amount.sign = {text.token(index).begin, text.token(at).begin};
    auto figure = figure_at(text, at);
    if (figure.end_token == 0) {
        if (!sign) return std::nullopt;
        // Behind Rp any digits are money, even badly written ones.
        figure.end_token = at + 1;
    }
    const bool leading_zero = text.at(text.token(at).begin) == U'0' && figure.groups > 0;
    at = figure.end_token;
    double scale = scale_of(text, at);
    if (scale > 0) ++at;
    const bool word = is_rupiah_word(text, at);
    if (word) ++at;
    amount.is_money = sign || word;
    // No sum begins with a zero: "081.299.000.101" is a phone.
    if (!amount.is_money && scale == 0 && (figure.groups < 2 || leading_zero)) return std::nullopt;
    amount.end_token = at;
    amount.place = text.span(index, at);
    // ",-" belongs to it.
    if (text.is_mark(at, U',') && text.is_mark(at + 1, U'-'))
        amount.end_token += 2, amount.place.end = text.token(at + 1).end;
    if (!amount.is_money && scale == 0 && hangs_on(text, amount)) return std::nullopt;
    const double rupiah = figure.value * (scale > 0 ? scale : 1);
    if (rupiah <= most_rupiah) amount.rupiah = std::llround(rupiah);
    return amount;
}

}  // namespace

std::vector<Amount> find_amounts(const CaptionText& text) {
    std::vector<Amount> amounts;
    for (std::size_t i = 0; i < text.tokens().size();) {
        const auto amount = amount_at(text, i);
        if (amount) amounts.push_back(*amount);
        i = amount ? amount->end_token : i + 1;
    }
    return amounts;
}

}  // namespace mediaedit::internal
