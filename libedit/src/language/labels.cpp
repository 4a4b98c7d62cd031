// Words that say what kind of number follows.
#include "language/labels.hpp"

#include "language/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// The longest distance from a label to its number; a name may stand between: "BPJS Kesehatan a.n.
/// Ibu Sri nomor ...".
constexpr std::size_t reach = 40;
constexpr std::size_t longest_label = 30;

struct Kind {
    Label label;
    const Phrases& phrases;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{{Label::nik, words("label_nik")},
                                       {Label::kk, words("label_kk")},
                                       {Label::staff, words("label_nip")},
                                       {Label::card, words("label_card")},
                                       {Label::npwp, words("label_npwp")},
                                       {Label::phone, words("label_phone")},
                                       {Label::account, words("label_account")},
                                       {Label::wallet, words("label_wallet")},
                                       {Label::bpjs, words("label_bpjs")},
                                       {Label::licence, words("label_sim")},
                                       {Label::certificate, words("label_certificate")},
                                       {Label::plate, words("label_plate")},
                                       {Label::passport, words("label_passport")},
                                       {Label::harmless, words("harmless_label")}};
    return all;
}

/// Whether a number stands before the label: "120 KK" are families, not a card.
bool counts_something(const CaptionText& text, std::size_t index) {
    return index > 0 && text.is_number(index - 1) && text.same_line(index - 1, index);
}

}  // namespace

bool begins_label(const CaptionText& text, std::size_t token) {
    return std::any_of(kinds().begin(), kinds().end(),
                       [&](const Kind& kind) { return kind.phrases.has(text, token); });
}

std::vector<FoundLabel> labels_before(const CaptionText& text, std::size_t place,
                                      std::size_t not_before) {
    std::vector<FoundLabel> found;
    const std::size_t from =
        std::max(not_before, place > reach + longest_label ? place - reach - longest_label : 0);
    const std::size_t last = text.token_from(place);
    int line_breaks = 0;
    // Backwards, to stop at the second line break.
    for (std::size_t i = last; i-- > 0 && text.token(i).begin >= from;) {
        if (text.is_line_break(i) && ++line_breaks > 1) break;
        for (const auto& [label, phrases] : kinds()) {
            const auto count = phrases.match(text, i);
            if (count == 0 || (label == Label::kk && counts_something(text, i))) continue;
            const std::size_t end = text.token(i + count - 1).end;
            if (end <= place && place - end <= reach)
                found.push_back({label, text.token(i).begin, end});
        }
    }
    // "KTP-el" is found as "KTP" too, and "kode rekening" as "rekening". Of labels with the same
    // end the longer one comes first.
    std::stable_sort(found.begin(), found.end(), [](const FoundLabel& a, const FoundLabel& b) {
        return a.end != b.end ? a.end > b.end : a.begin < b.begin;
    });
    return found;
}

std::vector<FoundLabel> labels_behind(const CaptionText& text, std::size_t place) {
    std::vector<FoundLabel> found;
    std::size_t at = text.token_from(place);
    if (!text.is_mark(at, U'(') || text.token(at).begin > place + 1) return found;
    ++at;
    // "(akun DANA Pak Tri)", "(no. KK)"
    constexpr std::size_t near = 3;
    for (std::size_t i = at; i < at + near && !text.is_mark(i, U')'); ++i)
        for (const auto& [label, phrases] : kinds())
            if (const auto count = phrases.match(text, i))
                found.push_back({label, text.token(i).begin, text.token(i + count - 1).end});
    return found;
}

}  // namespace mediaedit::internal
