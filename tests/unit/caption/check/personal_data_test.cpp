// Personal data in captions: which kinds are found, and what is left after masking.
#include <mediaedit/caption_check.hpp>
#include <mediaedit/check.hpp>

#include "language/numbers/number_shapes.hpp"
#include "support/marked_captions.hpp"
#include "unit/caption/check/caption_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using testing::ElementsAre;
using testing::IsEmpty;

Codes personal(std::string_view text, const CaptionContext& context = {}) {
    auto list = codes(text, context);
    std::erase_if(list, [](const std::string& code) { return !code.starts_with("personal."); });
    return list;
}

CaptionContext of_our_village() {
    CaptionContext context;
    context.village = mediaedit::test::test_village();
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
    EXPECT_EQ(apply_fix(text, finding), "Ditemukan KTP 🙏 NIK: ************0001, hubungi kantor");
}

TEST(Personal, OneFixLeavesTooLittleToIdentifyAnybody) {
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
                now = apply_fix(now, finding);
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

}  // namespace
