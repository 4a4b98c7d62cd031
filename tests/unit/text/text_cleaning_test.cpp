// Hyphenation, and pasted text without characters that no font can show.
#include "language/code_points.hpp"
#include "text/hyphenate.hpp"
#include "text/pasted_text.hpp"
#include "text/text_layout.hpp"
#include "unit/text/text_layouts.hpp"

#include <mediaedit/recipe.hpp>

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace std::literals;
using namespace mediaedit::internal;
using namespace mediaedit::test;

TEST(Hyphens, AreBetweenSyllables) {
    const auto shown = [](std::string_view word) {
        auto text = with_soft_hyphens(word);
        for (auto at = text.find("\u00ad"); at != text.npos; at = text.find("\u00ad"))
            text.replace(at, 2, "|");
        return text;
    };
    EXPECT_EQ(shown("Mempertanggungjawabkan"), "Mem|per|tang|gung|ja|wab|kan");
    EXPECT_EQ(shown("MEMPERTANGGUNGJAWABKAN"), "MEM|PER|TANG|GUNG|JA|WAB|KAN");
    EXPECT_EQ(shown("pembangunan"), "pem|ba|ngunan");
    EXPECT_EQ(shown("keuangan"), "ke|u|angan");
    EXPECT_EQ(shown("musyawarah"), "mu|sya|wa|rah");
    EXPECT_EQ(shown("kemasyarakatan"), "ke|ma|sya|ra|katan");
    EXPECT_EQ(shown("penyelenggaraan"), "pe|nye|leng|garaan");
    EXPECT_EQ(shown("saudara"), "sau|dara");
    EXPECT_EQ(shown("instrumen"), "in|stru|men");
    EXPECT_EQ(shown("mengambil"), "mengam|bil");
    EXPECT_EQ(shown("\"Pemberdayaan,\""), "\"Pem|ber|dayaan,\"");
    EXPECT_EQ(shown("pem\u00adbangunan"), "pem|ba|ngunan");
    EXPECT_EQ(shown("communication"), "com|mu|ni|ca|tion");
    for (const char* word :
         {"desa", "https://sukamaju.desa.id/artikel", "#GotongRoyongBersama", "siti@contoh.org",
          "081299000101", "مرحبا", "ꦱꦸꦒꦼꦁꦫꦮꦸꦃ", "mmmmmmmmmm", "", "-"})
        EXPECT_EQ(shown(word), word);
}

TEST(PastedText, HasWhatAFontCanShow) {
    EXPECT_EQ(printable_text("satu\u000bdua\u2028tiga\u2029empat\u000clima"),
              "satu\ndua\ntiga\nempat\nlima");
    EXPECT_EQ(printable_text("\uf0b7 satu\n\uf0a7\tdua\n\uf0d8 tiga\uf0e0empat"),
              "• satu\n•\tdua\n• tiga→empat");
    EXPECT_EQ(printable_text("foto\ufffc satu\ufeff\u0001\u001b\u007f"), "foto satu");
    EXPECT_EQ(printable_text("e\ufb01siensi o\ufb03ce"), "efisiensi office");
    EXPECT_EQ(printable_text("\u0095 \u0093kutip\u0094 3 \u0096 5"), "• “kutip” 3 – 5");
    EXPECT_EQ(printable_text("a\tb\r\nc \u200d 👨‍👩‍👧 1️⃣ ꦱꦸ"),
              "a\tb\r\nc \u200d 👨‍👩‍👧 1️⃣ ꦱꦸ");
}

TEST(PastedText, IsNeverDrawnAsABox) {
    const Canvas canvas = canvas_of(1000, 1000);
    std::string all = "a";
    for (char32_t letter = 1; letter < 0xA0; ++letter)
        if (letter != U'\n') append_utf8(all, letter);
    for (
        const char32_t letter :
        U"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2060\u2066\u2069\ufb01\ufe0f\ufeff\ufff9\ufffc"s)
        append_utf8(all, letter);
    for (char32_t letter = 0xF000; letter < 0xF100; ++letter) append_utf8(all, letter);
    append_utf8(all, 0xE123);
    EXPECT_EQ(layout_of(text_of(all), canvas).missing_letters(), 0);
    EXPECT_EQ(layout_of(text_of("satu\u000bdua"), canvas).lines(), 2);
}

}  // namespace
