// Whether a caption about spending gives the amount and the source.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// Source A10: the most for a family and month; at most three months are paid at once.
constexpr std::int64_t blt_limit = 300'000;
constexpr int blt_limit_year = 2026;
constexpr std::int64_t months_at_once = 3;

struct Money {
    std::optional<std::size_t> about;  ///< the token that shows that money is spent
    bool blt = false, source = false;
};

Money money_of(const AnalysedCaption& caption, std::string_view kind) {
    static const auto& blt = words("blt");
    static const auto& fund = words("village_fund");
    static const auto& construction = words("construction");
    static const auto& source = words("source_of_money");
    static const auto& planning = words("planning");
    const auto& text = caption.text;
    Money money;
    bool planned = false;
    std::optional<std::size_t> work;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        if (blt.has(text, i)) money.blt = true;
        if (!money.about && (blt.has(text, i) || fund.has(text, i))) money.about = i;
        if (!work && construction.has(text, i)) work = i;
        if (source.has(text, i)) money.source = true;
        if (planning.has(text, i)) planned = true;
    }
    // A plan has no cost yet.
    if (planned) money.about.reset();
    else if (!money.about) money.about = work;
    if (kind == "blt") money.blt = true;
    if ((kind == "blt" || kind == "pembangunan") && !money.about)
        money.about = text.tokens().size();
    return money;
}

/// Checks sums for one family: "Rp600.000 per bulan", "masing-masing Rp1.200.000". Totals are not
/// checked.
void check_blt_limit(const AnalysedCaption& caption, const CaptionContext& context,
                     CaptionFindings& findings) {
    static const auto& per_month = words("per_month");
    static const auto& per_family = words("per_family");
    const auto& text = caption.text;
    const auto of_another_year = [&] {
        bool another = false;
        for (std::size_t i = 0; i < text.tokens().size(); ++i) {
            const int value = text.value(i);
            if (value == blt_limit_year) return false;
            if (value >= 2020 && value < 2100) another = true;
        }
        return another ||
               (context.today && static_cast<int>(context.today->year()) != blt_limit_year);
    };
    for (const auto& amount : caption.amounts) {
        if (!amount.is_money || amount.rupiah <= blt_limit) continue;
        constexpr std::size_t near = 6;
        bool month = false, family = false;
        for (std::size_t i = amount.end_token;
             i < amount.end_token + near &&
             text.token(i).sentence == text.token(amount.token).sentence && !text.is_mark(i, U',');
             ++i) {
            // "untuk 3 bulan" is not a monthly sum.
            if (per_month.has(text, i) && !text.is_number(i - 1)) month = true;
            if (per_family.has(text, i) && !text.is_number(i - 1)) family = true;
        }
        for (std::size_t i = amount.token > near ? amount.token - near : 0; i < amount.token; ++i)
            if (text.token(i).sentence == text.token(amount.token).sentence &&
                per_family.has(text, i) && (i == 0 || !text.is_number(i - 1)) &&
                !text.is_word(i, U"keluarga"))
                family = true;
        if (!(month && amount.rupiah > blt_limit) &&
            !(family && amount.rupiah > blt_limit * months_at_once))
            continue;
        if (of_another_year()) return;
        findings.push_back(
            finding_at(text, amount.place, "money.blt_above_limit", Severity::warning,
                       tr("For 2026 at most Rp300.000 a family and month is known for BLT Dana "
                          "Desa, at most three months at once; is this sum right?")));
        return;
    }
}

}  // namespace

void check_money(const AnalysedCaption& caption, const CaptionContext& context,
                 CaptionFindings& findings) {
    const auto money = money_of(caption, context.kind);
    const auto& text = caption.text;
    if (money.about) {
        const auto& token = text.token(*money.about);
        const Span place =
            *money.about < text.tokens().size() ? Span{token.begin, token.end} : Span{};
        const bool amount =
            std::any_of(caption.amounts.begin(), caption.amounts.end(),
                        [](const Amount& one) { return one.is_money || one.rupiah >= 1'000'000; });
        if (!amount)
            findings.push_back(finding_at(text, place, "money.missing_amount", Severity::warning,
                                          tr("The amount of money is missing; residents have a "
                                             "right to know what the village spends.")));
        if (!money.source)
            findings.push_back(finding_at(
                text, place, "money.missing_source", Severity::warning,
                tr("Where the money comes from is missing; residents have a right to know.")));
    }
    if (money.blt) check_blt_limit(caption, context, findings);
}

}  // namespace mediaedit::internal
