// One fix hides a whole personal number, however it is written.
#include <mediaedit/caption_check.hpp>

#include "language/caption_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

namespace {

using namespace mediaedit;
using internal::Reads;

/// The text after fixing every finding of the code; `found` counts them.
std::string hidden(std::string text, std::string_view code, int& found) {
    constexpr int most = 6;
    for (found = 0; found < most; ++found) {
        const auto findings = check_caption(text, find_placement("facebook-feed-portrait").value());
        const auto one =
            std::find_if(findings.begin(), findings.end(),
                         [&](const CaptionFinding& finding) { return finding.code == code; });
        if (one == findings.end()) break;
        text = apply_fix(text, *one);
    }
    return text;
}

/// Letters and digits after the label that are still readable.
std::size_t readable(const std::string& text, std::size_t label_letters) {
    const auto points = internal::to_code_points(text);
    return static_cast<std::size_t>(std::count_if(
        points.begin() + static_cast<std::ptrdiff_t>(std::min(label_letters, points.size())),
        points.end(), [](char32_t point) { return internal::reads_as(point) != Reads::other; }));
}

struct Kind {
    const char* label;
    const char* code;
    const char* number;
    std::size_t kept;
};

constexpr std::array kinds{
    Kind{"NIK ", "personal.nik_or_kk", "3399017105900001", 4},
    Kind{"No. KK: ", "personal.nik_or_kk", "3399010607120003", 4},
    Kind{"", "personal.nik_or_kk", "3399021008850102", 4},
    Kind{"HP ", "personal.phone", "081210010102", 3},
    Kind{"", "personal.phone", "085711000103", 3},
    Kind{"hubungi ", "personal.phone", "+6281211000104", 3},
    Kind{"rek BRI ", "personal.account", "009901000105500", 3},
    Kind{"kartu ", "personal.card", "4111111111111111", 3},
    Kind{"NPWP ", "personal.npwp", "099999999599000", 3},
    Kind{"BPJS ", "personal.bpjs", "0001299999106", 3},
    Kind{"SIM ", "personal.document", "99990101000107", 3},
    Kind{"NIP ", "personal.birth", "198508122010012001", 3},
};

/// Digits as people type them: in other scripts, as letters that look alike, with separators.
class Speller {
public:
    /// Without a label only plain spellings are told from a list: one kind of separator, no
    /// letters.
    Speller(unsigned seed, bool labelled) : labelled_(labelled), random_(seed) {}

    std::string spelled(std::string_view number) {
        static constexpr std::array<std::string_view, 15> between{
            " ",  "-",      ".", "/",  "\u00A0", "\u2011", "\u2013", " - ",
            "  ", "\u2009", "_", ". ", "\u00B7", "..",     "--"};
        static constexpr std::array<std::string_view, 5> unseen{"\u200B", "\u200D", "\uFEFF",
                                                                "\u2060", "\u00AD"};
        const char32_t zero = std::array{U'0',      U'0',      U'0',      U'\uFF10',
                                         U'\u0660', U'\u06F0', U'\uA9D0', U'\U0001D7EC'}[below(8)];
        const bool letters = labelled_ && zero == U'0' && below(3) == 0, one_by_one = below(6) == 0,
                   one_sign = !labelled_ || below(2) == 0;
        auto sign = between[below(between.size())];
        std::size_t groups = 1, swaps = 0;
        std::string text;
        for (std::size_t i = 0; i < number.size(); ++i) {
            if (number[i] == '+') {
                text += '+';
                continue;
            }
            if (i > 0 && number[i - 1] != '+' && (one_by_one || (groups < 6 && below(4) == 0))) {
                text += sign;
                ++groups;
                if (!one_sign && !one_by_one) sign = between[below(between.size())];
            } else if (below(12) == 0) {
                text += unseen[below(unseen.size())];
            }
            const bool swap =
                letters && swaps < 5 && (number[i] == '0' || number[i] == '1') && below(2) == 0;
            if (swap)
                text +=
                    number[i] == '0' ? (below(2) == 0 ? 'O' : 'o') : (below(2) == 0 ? 'I' : 'l'),
                    ++swaps;
            else internal::append_utf8(text, zero + static_cast<char32_t>(number[i] - '0'));
        }
        return text;
    }

private:
    std::size_t below(std::size_t most) { return random_() % most; }

    bool labelled_;
    std::minstd_rand random_;
};

TEST(Masks, CoverANumberHoweverItIsSpelled) {
    constexpr int rounds = 400;
    for (const auto& kind : kinds)
        for (int round = 0; round < rounds; ++round) {
            const auto text =
                kind.label +
                Speller(static_cast<unsigned>(round + 1), *kind.label != '\0').spelled(kind.number);
            int found = 0;
            const auto now = hidden(text, kind.code, found);
            EXPECT_EQ(found, 1) << kind.code << ": " << text;
            EXPECT_LE(readable(now, std::string_view(kind.label).size()), kind.kept)
                << text << " became " << now;
        }
}

}  // namespace
