// Findings about alt texts.
#include <mediaedit/caption_check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<CaptionFinding> findings(std::string_view text, std::string_view caption = {}) {
    return check_alt_text(text, find_placement("instagram-feed-portrait").value(), caption);
}

std::vector<std::string> codes(std::string_view text, std::string_view caption = {}) {
    std::vector<std::string> list;
    for (const auto& finding : findings(text, caption)) list.push_back(finding.code);
    return list;
}

TEST(AltText, GoodOnesHaveNoFindings) {
    EXPECT_THAT(codes("Delapan ibu memangku balita, antre di depan meja timbang di balai desa. Dua "
                      "kader berseragam mencatat di buku."),
                IsEmpty());
    EXPECT_THAT(codes("Papan proyek di tepi jalan: Pembangunan Talud, volume 18,5 meter, biaya "
                      "Rp35.303.000, Dana Desa 2025."),
                IsEmpty());
    EXPECT_THAT(
        codes("Sekitar 30 warga memakai caping dan cangkul membersihkan saluran air di tepi sawah.",
              "Kerja bakti hari ini."),
        IsEmpty());
}

TEST(AltText, NoneAtAll) {
    EXPECT_THAT(codes(""), ElementsAre("alt.missing"));
    EXPECT_THAT(codes(" \n ."), ElementsAre("alt.missing"));
}

TEST(AltText, AFilesName) {
    for (const char* name :
         {"IMG_2031", "IMG-20260512-WA0001.jpg", "DSC00123", "WhatsApp Image 2026-05-12 at 08.00",
          "foto 1", "kerja bakti.JPG ", "20260512_080000.jpg"})
        EXPECT_THAT(codes(name), Contains("alt.filename")) << name;
}

TEST(AltText, TheCaptionAgain) {
    EXPECT_THAT(codes("Kerja bakti di sawah.", "Kerja bakti  di sawah"), Contains("alt.same"));
    EXPECT_THAT(codes("Kerja bakti di sawah.", "Kerja bakti di sawah, 12 Mei 2026"), IsEmpty());
}

TEST(AltText, TooLong) {
    const auto found = findings(std::string(1001, 'a'));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].code, "alt.too_long");
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].begin, 1000u);
    EXPECT_EQ(found[0].end, 1001u);
}

TEST(AltText, WhatScreenReadersStumbleOver) {
    const std::string opening = "Foto warga membersihkan saluran air.";
    ASSERT_THAT(codes(opening), ElementsAre("alt.opening"));
    EXPECT_EQ(apply_fix(opening, findings(opening)[0]), "Warga membersihkan saluran air.");
    EXPECT_EQ(apply_fix("Photo of residents at work", findings("Photo of residents at work")[0]),
              "Residents at work");
    EXPECT_THAT(codes("Warga bekerja 👍"), ElementsAre("alt.emoji"));
    EXPECT_THAT(codes("Warga bekerja #desa"), ElementsAre("alt.hashtag"));
}

TEST(AltText, PersonalNumbersToo) {
    EXPECT_THAT(codes("KTP di meja, NIK 3399017105900001 terbaca"),
                ElementsAre("personal.nik_or_kk"));
}

}  // namespace
