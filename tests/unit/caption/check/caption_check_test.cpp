// Limits, facts, money, topics, style and order of findings in captions.
#include "unit/caption/check/caption_codes.hpp"

#include <mediaedit/caption_check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

CaptionContext on(int year, unsigned month, unsigned day) {
    CaptionContext context;
    context.today = std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month),
                                                std::chrono::day(day)};
    return context;
}

TEST(Limits, TooLongMarksWhatIsTooMuch) {
    std::string text(280, 'a');
    text += "bcd";
    const auto finding = the("caption.too_long", text, {}, "x-post");
    EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_EQ(finding.begin, 280u);
    EXPECT_EQ(finding.end, 283u);
    EXPECT_THAT(codes(text), Not(Contains("caption.too_long")));
}

TEST(Limits, TooManyHashtagsKeepsTheFirst) {
    const std::string text = "Kerja bakti.\n#a #b #c #d #e #f dan #g!";
    EXPECT_EQ(mended_by("caption.too_many_hashtags", text, {}, "instagram-reel"),
              "Kerja bakti.\n#a #b #c #d #e dan!");
    EXPECT_THAT(codes("#a #b #c #d #e", {}, "instagram-reel"),
                Not(Contains("caption.too_many_hashtags")));
    EXPECT_EQ(mended_by("caption.too_many_hashtags", "#a #b", {}, "threads-post"), "#a");
}

TEST(Facts, WhatIsMissingIsNamed) {
    EXPECT_THAT(codes("Kerja bakti lancar."),
                ElementsAre("caption.no_date", "caption.no_place", "caption.no_invitation"));
    EXPECT_THAT(codes("Work went well."),
                ElementsAre("caption.no_date", "caption.no_place", "caption.no_invitation"));
    EXPECT_THAT(
        codes("Kerja bakti di Balai Desa Sukamaju, 12 Mei 2026. Ada usul? Tulis di komentar."),
        IsEmpty());
    EXPECT_THAT(codes("Work at the village hall on 12 May 2026. Questions? Write a comment."),
                IsEmpty());
    EXPECT_THAT(codes("Pelayanan setiap Rabu di Sukamaju, silakan datang."), IsEmpty());
    EXPECT_THAT(codes(""), IsEmpty());
    EXPECT_THAT(codes("  \n"), IsEmpty());
}

TEST(Facts, AWeekdayThatIsNotTheDatesIsCorrected) {
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "Senin, 12 Mei 2026"), "Selasa, 12 Mei 2026");
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "Rabu (12/5/2026)"), "Selasa (12/5/2026)");
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "Monday, May 12, 2026"),
              "Tuesday, May 12, 2026");
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "hari Jum'at tanggal 12-05-2026"),
              "hari Selasa tanggal 12-05-2026");
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "Jumaat, 12 Agst 2026"), "Rabu, 12 Agst 2026");
    EXPECT_EQ(mended_by("caption.weekday_mismatch", "Senin, 12-14 Mei 2026"),
              "Selasa, 12-14 Mei 2026");
    EXPECT_THAT(codes("Selasa, 12 s.d. 14 Mei 2026"), Not(Contains("caption.weekday_mismatch")));
    EXPECT_THAT(codes("Jumaat, 7 Agst 2026"), Not(Contains("caption.weekday_mismatch")));
    EXPECT_THAT(codes("makasih min, 12 Mei 2026"), Not(Contains("caption.weekday_mismatch")));
    EXPECT_THAT(codes("Selasa, 12 Mei 2026"), Not(Contains("caption.weekday_mismatch")));
    EXPECT_THAT(codes("Senin, 17 Agustus 2026"), Not(Contains("caption.weekday_mismatch")));
    EXPECT_THAT(codes("Selasa, 31 Februari 2026"), Not(Contains("caption.weekday_mismatch")));
}

TEST(Facts, TenseAndDateAgree) {
    const std::string report = "Posyandu telah dilaksanakan pada 12 Mei 2026.",
                      notice = "Posyandu akan dilaksanakan pada 12 Mei 2026.";
    EXPECT_THAT(codes(report, on(2026, 5, 11)), Contains("caption.tense_date"));
    EXPECT_THAT(codes(report, on(2026, 5, 12)), Not(Contains("caption.tense_date")));
    EXPECT_THAT(codes(report), Not(Contains("caption.tense_date"))) << "today is not known";
    EXPECT_THAT(codes(notice, on(2026, 5, 13)), Contains("caption.tense_date"));
    EXPECT_THAT(codes(notice, on(2026, 5, 12)), Not(Contains("caption.tense_date")));
    EXPECT_THAT(codes("The meeting was held on 12 May 2026.", on(2026, 5, 1)),
                Contains("caption.tense_date"));
    EXPECT_THAT(codes("The meeting will be held on 12 May 2026.", on(2026, 6, 1)),
                Contains("caption.tense_date"));
    EXPECT_THAT(codes("Pendaftaran sudah dibuka sampai 12 Mei 2026.", on(2026, 5, 1)),
                Not(Contains("caption.tense_date")));
}

TEST(Money, WhatResidentsHaveARightToKnow) {
    CaptionContext blt, work;
    blt.kind = "blt";
    work.kind = "pembangunan";
    EXPECT_THAT(codes("Sudah disalurkan.", blt),
                testing::AllOf(Contains("money.missing_amount"), Contains("money.missing_source")));
    EXPECT_THAT(
        codes("Talud selesai, biaya Rp35.303.000.", work),
        testing::AllOf(Contains("money.missing_source"), Not(Contains("money.missing_amount"))));
    EXPECT_THAT(codes("Talud selesai, biaya Rp35.303.000 dari Dana Desa 2026.", work),
                Not(Contains("money.missing_source")));
    EXPECT_THAT(codes("Talud selesai."), Not(Contains("money.missing_amount")))
        << "without a kind only plain words tell";
    EXPECT_THAT(codes("Pembangunan jalan Dusun Krajan selesai."),
                testing::AllOf(Contains("money.missing_amount"), Contains("money.missing_source")));
    EXPECT_THAT(codes("New road finished."),
                testing::AllOf(Contains("money.missing_amount"), Contains("money.missing_source")));
    EXPECT_THAT(codes("Musrenbangdes membahas pembangunan jalan."),
                Not(Contains("money.missing_amount")));
}

TEST(Money, BltAboveItsLimit) {
    const auto has = [](std::string_view text) {
        return std::ranges::count(codes(text), "money.blt_above_limit") > 0;
    };
    EXPECT_TRUE(has("BLT Dana Desa 2026: Rp350.000 per keluarga per bulan."));
    EXPECT_TRUE(has("BLT 2026, masing-masing Rp1.000.000."));
    EXPECT_FALSE(
        has("BLT Dana Desa 2026: Rp300.000 per keluarga per bulan, 3 bulan sekaligus Rp900.000."));
    EXPECT_FALSE(has("BLT Dana Desa 2026 untuk 45 keluarga, total Rp13.500.000."));
    EXPECT_FALSE(has("BLT Dana Desa 2020: Rp600.000 per keluarga per bulan."))
        << "the limit is of 2026";
    EXPECT_FALSE(has("Gaji Rp2.000.000 per bulan."));
}

TEST(Topics, AreAsked) {
    EXPECT_EQ(the("topic.child", "Anak-anak bermain").severity, Severity::ask);
    EXPECT_EQ(the("topic.aid", "Penyaluran BLT").severity, Severity::ask);
    EXPECT_EQ(the("topic.health", "Ibu Siti sakit TBC").severity, Severity::ask);
    EXPECT_EQ(the("topic.election", "Dukung paslon 2").severity, Severity::ask);
    EXPECT_EQ(the("topic.accusation", "Pak Karto mencuri").severity, Severity::ask);
    EXPECT_EQ(the("topic.legal_child", "Siswa SD jadi korban pencabulan").severity,
              Severity::warning);
    for (const char* text : {"sampai s.d. selesai", "mi goreng", "s.d. 12 Mei", "pan penggorengan",
                             "Pajak Bumi dan Bangunan (PBB)", "pelajaran PKN", "burung Garuda"})
        EXPECT_THAT(codes(text), Not(Contains(testing::StartsWith("topic.")))) << text;
}

TEST(Style, HasAFixWhereThereIsOneCorrection) {
    EXPECT_EQ(mended_by("style.rupiah", "biaya Rp. 1.250.000,- dari"), "biaya Rp1.250.000,- dari");
    EXPECT_EQ(mended_by("style.rupiah", "biaya Rp 150 juta"), "biaya Rp150 juta");
    EXPECT_EQ(mended_by("style.time", "mulai jam 8:00 di"), "mulai pukul 08.00 WIB di");
    EXPECT_EQ(mended_by("style.time", "Pukul 08.00–11.00, di"), "Pukul 08.00–11.00 WIB, di");
    EXPECT_EQ(mended_by("style.apart", "Kumpul Dibalai desa"), "Kumpul Di balai desa");
    EXPECT_EQ(mended_by("style.spelling", "12 s/d 14"), "12 s.d. 14");
    EXPECT_EQ(mended_by("style.spelling", "hari Jum'at"), "hari Jumat");
    EXPECT_EQ(mended_by("style.spelling", "12 Nopember"), "12 November");
    EXPECT_EQ(mended_by("style.emoji", "Terima kasih 🙏🙏"), "Terima kasih 🙏");
    EXPECT_EQ(mended_by("style.emoji", "Merdeka 🇲🇨"), "Merdeka 🇮🇩");
    EXPECT_EQ(mended_by("style.letters", "Warga 𝗗𝗲𝘀𝗮 𝗞𝗶𝘁𝗮!"), "Warga Desa Kita!");
    EXPECT_EQ(mended_by("style.abbreviation", "45 KPM hadir"),
              "45 Keluarga Penerima Manfaat (KPM) hadir");
    for (const char* text : {"pukul 08.00 WIB", "Pukul 08.00-11.00 WIB",
                             "pukul 08.00 sampai 11.00 WIB", "2 jam 30 menit", "Rp1.250.000",
                             "di balai desa", "🇮🇩 Merdeka", "Keluarga Penerima Manfaat (KPM)"})
        EXPECT_THAT(codes(text), Not(Contains(testing::StartsWith("style.")))) << text;
}

TEST(Style, HintsWithoutACorrection) {
    EXPECT_THAT(codes("PENGUMUMAN UNTUK SELURUH WARGA DESA"), Contains("style.all_caps"));
    EXPECT_THAT(codes("Hadir {jumlah} warga"), Contains("style.placeholder"));
    EXPECT_THAT(codes("🙏 a 👍 b 📍 c ⏰ d 📄 e 📞"), Contains("style.emoji"));
    EXPECT_THAT(codes("Kegiatan sukses besar"), Contains("style.boasting"));
    EXPECT_THAT(codes("Baca sukamaju.desa.id", {}, "instagram-feed-portrait"),
                Contains("style.link"));
    EXPECT_THAT(codes("Baca sukamaju.desa.id"), Not(Contains("style.link")));
}

TEST(Order, WorstFirstAndPersonalBeforeTheRest) {
    std::string text(300, 'x');
    text += " Rp. 5.000 anak 081299000101 Senin, 12 Mei 2026 NIK 3399017105900001";
    const auto found = check_caption(text, place("x-post"));
    ASSERT_GE(found.size(), 5u);
    EXPECT_EQ(found[0].code, "caption.too_long");
    EXPECT_EQ(found[1].code, "personal.phone");
    EXPECT_EQ(found[2].code, "personal.nik_or_kk");
    EXPECT_TRUE(std::ranges::is_sorted(found, {}, &CaptionFinding::severity));
}

TEST(Sentences, EveryFindingSaysWhy) {
    for (const auto& finding :
         check_caption("NIK 3399017105900001 Rp. 5 anak BLT Senin, 12 Mei 2026", place()))
        EXPECT_GT(finding.message.size(), 20u) << finding.code;
}

TEST(Hostile, LongTextsTakeTimeInProportion) {
    const auto seconds = [](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        const auto found = check_caption(text, place());
        EXPECT_LT(found.size(), 3'000u);
        for (const auto& finding : found) EXPECT_LE(finding.end, text.size());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto repeated = [](std::string_view part, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) text += part;
        return text;
    };
    for (const std::string_view part : {"1",
                                        "1 ",
                                        "12-",
                                        "1.234.",
                                        "a.id.",
                                        "\xFF",
                                        "\xE2\x82",
                                        "#",
                                        "#a",
                                        "@",
                                        "a@b.",
                                        "Rp",
                                        "Rp1.",
                                        "rt 1 rw 1 ",
                                        "Jl. A No. 1 ",
                                        "0812",
                                        "081200000000 ",
                                        "NIK 3399017105900001 ",
                                        "1. Siti Aminah\n",
                                        "Ibu Siti ",
                                        "lahir ",
                                        "12 Mei ",
                                        "BLT Rp400.000 per bulan ",
                                        "A 1234 B ",
                                        "{",
                                        "[",
                                        "👍",
                                        "🇮",
                                        "\u0301",
                                        "ﷺ",
                                        "\n",
                                        "telah digelar 12 Mei 2026 ",
                                        "1/a/",
                                        "7.12345, 110.12345 rumah ",
                                        "2026 ",
                                        "a'"}) {
        // Even a sanitized debug build on a busy machine needs far less than a second; without
        // linear time it would need minutes.
        EXPECT_LT(seconds(repeated(part, 50'000)), 20) << part;
    }
}

}  // namespace
