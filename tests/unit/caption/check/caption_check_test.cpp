// What a caption should not say and what it lacks: the table of shapes row by row, and every code.
#include <mediaedit/caption_check.hpp>

#include "language/numbers/number_shapes.hpp"
#include "support/marked_captions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace mediaedit;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Placement place(std::string_view id = "facebook-feed-portrait") {
    return find_placement(id).value();
}

using Codes = std::vector<std::string>;

Codes codes(std::string_view text, const CaptionContext& context = {},
            std::string_view id = "facebook-feed-portrait") {
    Codes list;
    for (const auto& finding : check_caption(text, place(id), context))
        list.push_back(finding.code);
    return list;
}

Codes personal(std::string_view text, const CaptionContext& context = {}) {
    auto list = codes(text, context);
    std::erase_if(list, [](const std::string& code) { return !code.starts_with("personal."); });
    return list;
}

CaptionFinding the(std::string_view code, std::string_view text, const CaptionContext& context = {},
                   std::string_view id = "facebook-feed-portrait") {
    for (const auto& finding : check_caption(text, place(id), context))
        if (finding.code == code) return finding;
    ADD_FAILURE() << code << " is missing in " << text;
    return {};
}

std::string mended_by(std::string_view code, std::string_view text,
                      const CaptionContext& context = {},
                      std::string_view id = "facebook-feed-portrait") {
    return mended(text, the(code, text, context, id));
}

CaptionContext of_our_village() {
    CaptionContext context;
    context.village = mediaedit::test::test_village();
    return context;
}

CaptionContext on(int year, unsigned month, unsigned day) {
    CaptionContext context;
    context.today = std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month),
                                                std::chrono::day(day)};
    return context;
}

struct Row {
    const char* text;
    const char* code;
};

class Personal : public testing::TestWithParam<Row> {};

// All numbers are invented; there is no region 33.99.
TEST_P(Personal, IsFound) {
    const auto found = personal(GetParam().text);
    EXPECT_THAT(found, ElementsAre(GetParam().code)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    OfTheTable, Personal,
    testing::Values(
        Row{"NIK 3399017105900001", "personal.nik_or_kk"},
        Row{"3399 0212 0885 0002", "personal.nik_or_kk"},
        Row{"33.99.02.120885.0002", "personal.nik_or_kk"},
        Row{"3399 0171 0590 0001", "personal.nik_or_kk"},
        Row{"NIK: 339902l2O8850002", "personal.nik_or_kk"},
        Row{"No. KK 3399010607120003", "personal.nik_or_kk"},
        Row{"3399010607120003", "personal.nik_or_kk"},
        Row{"2299021208850002", "personal.long_number"},
        Row{"3399023512850002", "personal.long_number"},
        Row{"3399021213850002", "personal.long_number"},
        Row{"3399023002850002", "personal.long_number"},
        Row{"33990212088500021", "personal.long_number"},
        Row{"NIP 19850812 201001 2 001", "personal.birth"},
        Row{"4111 1111 1111 1111", "personal.card"}, Row{"09.999.999.9-599.000", "personal.npwp"},
        Row{"NPWP 099999999599000", "personal.npwp"}, Row{"081200000000", "personal.phone"},
        Row{"0812-0000-0000", "personal.phone"}, Row{"+62 812 0000 0000", "personal.phone"},
        Row{"wa.me/6281200000000", "personal.phone"}, Row{"(0299) 700000", "personal.phone"},
        Row{"BRI 0099-01-000000-50-0 a.n. Contoh", "personal.account"},
        Row{"BPJS 0009999999999", "personal.bpjs"},
        Row{"No. peserta 0009999999999", "personal.bpjs"}, Row{"AD 9999 ZZ", "personal.plate"},
        Row{"H 9999 ZZZ", "personal.plate"}, Row{"nopol K 7 A", "personal.plate"},
        Row{"SIM 9999-9999-999999", "personal.document"},
        Row{"paspor X9999999", "personal.passport"}, Row{"lahir 12 Agustus 1985", "personal.birth"},
        Row{"TTL: Contoh, 12-08-1985", "personal.birth"},
        Row{"rumah Bapak Contoh, Jl. Melati No. 7 RT 03/RW 02", "personal.address"},
        Row{"3399-LU-12052015-0001", "personal.document"},
        Row{"siti@contoh.com", "personal.email"}));

TEST(Personal, WhatTheTableCallsHarmlessIs) {
    for (const char* text : {"Rp3.399.021.208.850.002",
                             "Anggaran Rp 150.000.000,00",
                             "150.000.000",
                             "Rp150 juta",
                             "pukul 08.00-12.00",
                             "1708",
                             "119",
                             "0800",
                             "0840 0000 0000",
                             "PENYALURAN BLT DD 2026 DI BALAI DESA",
                             "HUT RI KE 81",
                             "RT 02 RW 03",
                             "KTT G 20",
                             "kertas A 4",
                             "SD 1",
                             "Posyandu RT 03/RW 02 Dusun Krajan, 12 Mei 2026",
                             "disalurkan kepada 45 KK",
                             "120 KPM",
                             "Jalan 120 m x 3 m x 0,15 m",
                             "Permendesa Nomor 16 Tahun 2025"})
        EXPECT_THAT(personal(text), IsEmpty()) << text;
}

TEST(Personal, TheNumberIsMarkedNotItsLabel) {
    const std::string text = "Ditemukan KTP 🙏 NIK: 3399017105900001, hubungi kantor";
    const auto finding = the("personal.nik_or_kk", text);
    EXPECT_EQ(finding.begin, 21u);
    EXPECT_EQ(finding.end, 37u);
    EXPECT_EQ(mended(text, finding), "Ditemukan KTP 🙏 NIK: ************0001, hubungi kantor");
}

TEST(Personal, OnePressLeavesTooLittleToTellAnybodyApart) {
    EXPECT_EQ(mended_by("personal.nik_or_kk", "33.99.02.120885.0002"), "**.**.**.******.0002");
    EXPECT_EQ(mended_by("personal.nik_or_kk", "NIK: 339902l2O8850002"), "NIK: ************0002");
    EXPECT_EQ(mended_by("personal.phone", "WA 0812-9900-0102"), "WA ****-****-*102");
    EXPECT_EQ(mended_by("personal.phone", "WA ０８１２９９０００１０２"), "WA *********１０２");
    EXPECT_EQ(mended_by("personal.card", "kartu 4111 1111 1111 1111"), "kartu **** **** **** *111");
    EXPECT_EQ(mended_by("personal.account", "norek BRI 0099-01-000000-50-0"),
              "norek BRI ****-**-******-50-0");
    EXPECT_EQ(mended_by("personal.plate", "nopol K 7 A parkir"), "nopol * * * parkir");
    EXPECT_EQ(mended_by("personal.email", "ke siti@contoh.com ya"), "ke ***@contoh.com ya");
    EXPECT_EQ(mended_by("personal.birth", "Anak Rizki umur 3 tahun 4 bulan"),
              "Anak Rizki umur * ***** * *****");
    EXPECT_EQ(mended_by("personal.phone", "WA +62 (0)878-9900-0102"), "WA +** (*)***-****-*102");
    EXPECT_EQ(mended_by("personal.nik_or_kk", "NIK 33990I7IO5900OO1"), "NIK ************0**1");
    EXPECT_EQ(mended_by("personal.phone", "HP ⓪⑧①②⑨⑨⓪⓪⓪①⓪②"), "HP *********①⓪②");
    EXPECT_EQ(mended_by("personal.passport", "paspor X9999999"), "paspor ******99");
    EXPECT_EQ(mended_by("personal.birth", "lahir 12 Agustus 1985"), "lahir ** ******* ****");
    EXPECT_EQ(mended_by("personal.address", "rumah Bu Siti, Jl. Melati No. 7 RT 03/RW 02"),
              "rumah Bu Siti, Jl. Melati No. * RT **/RW **");
    EXPECT_EQ(mended_by("personal.name_list",
                        "Penerima:\n1. Siti Aminah\n2. Budi Santoso\n3. Agus Salim\nTerima kasih"),
              "Penerima:\n3 orang\nTerima kasih");
}

TEST(Personal, WhatIsHiddenRaisesNothingAgain) {
    for (const char* text : {"NIK 3399017105900001",
                             "WA 0812-9900-0102",
                             "kartu 4111 1111 1111 1111",
                             "norek BRI 0099-01-000000-50-0",
                             "NPWP 09.999.999.9-599.000",
                             "BPJS 0009999999999",
                             "nopol K 7 A",
                             "SIM 9999-9999-999999",
                             "paspor X9999999",
                             "lahir 12 Agustus 1985",
                             "Ibu Siti (45 tahun)",
                             "Anak Rizki umur 3 tahun 4 bulan",
                             "WA +62 (0)878-9900-0102",
                             "NIK 33990I7IO5900OOI",
                             "siti@gmail,com",
                             "siti(at)gmail.com",
                             "jl flamboyan no 4",
                             "Bapak Karto, 56, sehat",
                             "rek 3456-01-000123-53-1",
                             "akta 3399-LU-12052015-0001",
                             "Penerima BLT\n1 Sukinem\n2 Paijo\n3 Tukiyem",
                             "rumah Bapak Contoh, Jl. Melati No. 7 RT 03/RW 02",
                             "siti@contoh.com",
                             "NIP 19850812 201001 2 001",
                             "rumah di -7.123456, 110.654321"}) {
        std::string now = text;
        for (const auto& finding : check_caption(now, place()))
            if (finding.code.starts_with("personal.")) {
                now = mended(now, finding);
                break;
            }
        EXPECT_THAT(personal(now), IsEmpty()) << text << " became " << now;
    }
}

TEST(Personal, TheOfficesOwnFactsRaiseNothing) {
    const auto context = of_our_village();
    for (const char* text :
         {"0812-9900-1234", "+62 812 9900 1234", "wa.me/6281299001234", "(0299) 700123",
          "0299-700123", "rekening BRI 0299-01-000123-30-4", "rekening BRI 029901000123304",
          "desa.sukamaju@example.net", "info@sukamaju.desa.id", "Jl. Raya Sukamaju No. 1"})
        EXPECT_THAT(personal(text, context), IsEmpty()) << text;
    EXPECT_THAT(personal("0812-9900-1235", context), ElementsAre("personal.phone"));
}

TEST(Personal, ALandlineIsOnlyAHint) {
    EXPECT_EQ(the("personal.phone", "(0299) 700000").severity, Severity::hint);
}

TEST(Personal, DisguisesAreSeenThrough) {
    EXPECT_THAT(personal("NIK 33\u200B990171\u200B05900001"), ElementsAre("personal.nik_or_kk"));
    // clang-format would part the emoji.
    // clang-format off
    const std::string keycaps = "NIK 3️⃣3️⃣9️⃣9️⃣0️⃣1️⃣7️⃣1️⃣0️⃣5️⃣9️⃣0️⃣0️⃣0️⃣0️⃣1️⃣";
    // clang-format on
    EXPECT_THAT(personal(keycaps), ElementsAre("personal.nik_or_kk"));
    EXPECT_THAT(personal("ꦤ ꧐꧘꧑꧒꧙꧙꧐꧐꧐꧑꧐꧒"), ElementsAre("personal.phone"));
    EXPECT_THAT(personal("0812\u00A09900\u20110102"), ElementsAre("personal.phone"));
}

TEST(Shapes, ARandomNumberIsRarelyANik) {
    // Every 7919th of the numbers with sixteen digits: 2.8 % are expected by arithmetic.
    int niks = 0, all = 0;
    for (std::uint64_t number = 1'000'000'000'000'000; number < 9'900'000'000'000'000;
         number += 79'190'000'000'037, ++all)
        niks += internal::has_nik_shape(std::to_string(number)) ? 1 : 0;
    EXPECT_GT(all, 100);
    EXPECT_LT(niks, all / 10);
}

TEST(Limits, TooLongMarksWhatIsTooMuch) {
    const auto text = std::string(280, 'a') + "bcd";
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

TEST(Style, HasOnePressWhereThereIsOneCorrection) {
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
    const auto found =
        check_caption(std::string(300, 'x') +
                          " Rp. 5.000 anak 081299000101 Senin, 12 Mei 2026 NIK 3399017105900001",
                      place("x-post"));
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
        // Debug builds with sanitizers on a busy machine: far from a second even there, were it not
        // linear it would be minutes.
        EXPECT_LT(seconds(repeated(part, 50'000)), 20) << part;
    }
}

}  // namespace
