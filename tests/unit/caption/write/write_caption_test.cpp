// Captions from a form: single rules.
#include "unit/caption/write/sample_captions.hpp"

#include <mediaedit/caption.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;
using namespace mediaedit::test;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

Caption full_caption(const CaptionForm& form, const Village& village = sukamaju()) {
    return caption(form, "instagram-feed-portrait", {}, village);
}

TEST(WriteCaption, AnExampleInIndonesian) {
    EXPECT_EQ(caption(sample("kerjabakti", "id"), "whatsapp-photo").text,
              "*Sebanyak 45 warga RT 03 dan RT 04 bergotong royong membersihkan saluran air di "
              "Dusun Krajan.*\n\n"
              "Kerja bakti berlangsung pada Minggu, 17 Mei 2026, pukul 07.00–10.00 WIB, di Desa "
              "Sukamaju, Kecamatan Sumberagung, Kabupaten Contoh. "
              "Hasilnya: 25 karung sampah terangkut dan 200 meter saluran lancar kembali. Alat dan "
              "konsumsi berasal dari iuran warga dan kas RT.\n\n"
              "Saluran yang bersih mencegah genangan dan nyamuk.\n\n"
              "Kerja bakti berikutnya: Minggu, 21 Juni 2026.\n\n"
              "Usul dan keluhan bisa disampaikan lewat WhatsApp kantor desa 0812-0000-0001. Setiap "
              "pesan kami catat. Terima kasih untuk semua yang ikut serta.");
}

TEST(WriteCaption, ThePhotosDateFillsAnEmptyOneAndIsReported) {
    auto form = sample("posyandu", "id");
    form.fields.erase("tanggal");
    const auto written = caption(form, "facebook-feed-portrait", {.taken_on = 2026y / 5 / 12});
    EXPECT_THAT(written.text, HasSubstr("Selasa, 12 Mei 2026"));
    EXPECT_THAT(written.changes, Contains(CaptionChange{"tanggal", "", "Selasa, 12 Mei 2026"}));
    EXPECT_TRUE(written.missing.empty());
    form.fields["tanggal"] = "kemarin";
    EXPECT_THAT(caption(form, "facebook-feed-portrait", {.taken_on = 2026y / 5 / 12}).text,
                HasSubstr("pada kemarin"));
}

TEST(WriteCaption, ReformattedAnswersAreReported) {
    CaptionForm form{"blt",
                     {{"nominal", "Rp. 300000"},
                      {"jumlah_bulan", "3"},
                      {"tanggal", "12/5/2026"},
                      {"jam", "jam 8 pagi"},
                      {"jumlah_kpm", "48 keluarga"}}};
    const auto changes = full_caption(form).changes;
    EXPECT_THAT(changes, Contains(CaptionChange{"nominal", "Rp. 300000", "Rp300.000"}));
    EXPECT_THAT(changes, Contains(CaptionChange{"total_per_kpm", "", "Rp900.000"}));
    EXPECT_THAT(changes, Contains(CaptionChange{"tanggal", "12/5/2026", "Selasa, 12 Mei 2026"}));
    EXPECT_THAT(changes, Contains(CaptionChange{"jam", "jam 8 pagi", "08.00 WIB"}));
    EXPECT_THAT(changes, Contains(CaptionChange{"jumlah_kpm", "48 keluarga", "48"}));
    EXPECT_TRUE(
        full_caption(
            {"blt", {{"nominal", "Rp300.000"}, {"tanggal", "2026-05-12"}, {"jam", "08.00-11.00"}}})
            .changes.empty());
}

TEST(WriteCaption, WithoutDeductionIsSaidOnlyWhenTicked) {
    CaptionForm form = sample("blt", "id");
    EXPECT_THAT(full_caption(form).text, HasSubstr("tanpa potongan"));
    for (const char* answer : {"", "no", "tidak", "belum tahu"}) {
        form.fields["pernyataan_utuh"] = answer;
        EXPECT_THAT(full_caption(form).text, Not(HasSubstr("tanpa potongan"))) << answer;
    }
    EXPECT_THAT(full_caption(form).changes,
                Contains(CaptionChange{"pernyataan_utuh", "belum tahu", ""}));
}

TEST(WriteCaption, OnlyTheOfficeIsNamedToBeCalled) {
    auto village = sukamaju();
    EXPECT_THAT(full_caption(sample("blt", "id"), village).text,
                HasSubstr("WhatsApp kantor desa 0812-0000-0001"));
    village.office_whatsapp.clear();
    EXPECT_THAT(full_caption(sample("blt", "id"), village).text,
                HasSubstr("telepon kantor desa (024) 555-0101"));
    village.office_phone.clear();
    const auto lapor = full_caption(sample("blt", "id"), village);
    EXPECT_THAT(lapor.text, HasSubstr("Pertanyaan atau keluhan: lapor.go.id."));
    village.lapor = false;
    const auto none = full_caption(sample("blt", "id"), village);
    EXPECT_THAT(none.missing, Contains("kanal"));
    EXPECT_THAT(none.text, Not(HasSubstr("keluhan:")));
    auto form = sample("blt", "id");
    form.fields["kanal"] = "posko Balai Desa";
    EXPECT_THAT(full_caption(form, village).text, HasSubstr("keluhan: posko Balai Desa."));
}

TEST(WriteCaption, AnInvitationIsChosenOrWritten) {
    auto form = sample("posyandu", "id");
    EXPECT_THAT(full_caption(form).text, HasSubstr("Ada usul untuk kegiatan berikutnya?"));
    EXPECT_THAT(caption(form, "whatsapp-status").text, Not(HasSubstr("komentar")));
    form.fields["ajakan"] = "terdata";
    EXPECT_THAT(
        full_caption(form).text,
        testing::AllOf(
            HasSubstr("Beri tahu kepala dusun, atau lewat WhatsApp kantor desa 0812-0000-0001."),
            HasSubstr("tidak menulis NIK")));
    form.fields["ajakan"] = "Any wishes for next time? Write a comment; we read and answer it.";
    EXPECT_THAT(full_caption(form).text, HasSubstr("Ada usul untuk kegiatan berikutnya?"));
    form.fields["ajakan"] = "tulis ke {kanal}";
    EXPECT_THAT(full_caption(form).text,
                HasSubstr("\n\nTulis ke WhatsApp kantor desa 0812-0000-0001.\n"));
}

TEST(WriteCaption, OddAnswersTakeNoTime) {
    CaptionForm form{"posyandu",
                     {{"kanal", "{kanal} {kanal}"},
                      {"ajakan", "{kanal} {kanal} {kanal} {kanal} {kanal} {kanal}"}}};
    EXPECT_THAT(full_caption(form).text, HasSubstr("{kanal} {kanal}"));
    std::string many;
    for (int i = 0; i < 6000; ++i) many += "balita – ";
    form.fields = {{"jumlah_balita", many}, {"jam", many}, {"ajakan", many}, {"layanan", many}};
    EXPECT_FALSE(write_caption(form, sukamaju(), placement("x-post")));
    EXPECT_TRUE(write_caption(form, sukamaju(), placement("x-header")));
}

TEST(WriteCaption, WhoAsksToRegisterWarnsOfPrivateData) {
    for (const char* kind : {"blt", "bantuan", "pelatihan", "layanan"}) {
        EXPECT_THAT(full_caption(sample(kind, "id")).text, HasSubstr("Mohon tidak menulis NIK"))
            << kind;
        EXPECT_THAT(caption(sample(kind, "id"), "tiktok-video").text,
                    HasSubstr("Mohon tidak menulis NIK"))
            << kind;
    }
}

TEST(WriteCaption, HashtagsAreWordsAndOccurOnce) {
    auto village = sukamaju();
    village.hashtags = {"#sukamaju maju", "desa-sukamaju", "!!!", "2026", "Élan désa"};
    const auto text = full_caption(sample("pkk", "id"), village).text;
    EXPECT_TRUE(text.ends_with("\n\n#DesaSukamaju #PKK #SukamajuMaju #ÉlanDésa #KabupatenContoh"))
        << text;
}

TEST(WriteCaption, DaysOfTheWeekAreRight) {
    CaptionForm form = sample("lomba17", "id");
    EXPECT_THAT(full_caption(form).text, HasSubstr("Senin, 17 Agustus 2026"));
    EXPECT_THAT(full_caption(form).text, HasSubstr("HUT ke-81"));
    EXPECT_THAT(caption(sample("lomba17", "en"), "facebook-feed-portrait", {.language = "en"}).text,
                testing::AllOf(HasSubstr("Monday, 17 August 2026"), HasSubstr("81st")));
}

TEST(WriteCaption, WhatIsTypedMayLookLikeATemplate) {
    CaptionForm form{"kegiatan", {{"apa", "{tempat} [x] *b*"}, {"siapa", "<warga>"}}};
    EXPECT_THAT(full_caption(form).text, HasSubstr("{tempat} [x] *b* diikuti <warga>"));
    const auto whatsapp = caption(form, "whatsapp-photo").text;
    EXPECT_TRUE(whatsapp.starts_with("*{tempat} [x] b diikuti <warga>.*\n")) << whatsapp;
}

TEST(WriteCaption, YouTubeTakesNoAngleBrackets) {
    CaptionForm form{"kegiatan", {{"apa", "Rapat <b>besar</b>"}, {"siapa", std::string(120, 'w')}}};
    const auto written = caption(form, "youtube-video");
    EXPECT_EQ(written.text.find_first_of("<>"), std::string::npos);
    EXPECT_EQ(written.title.find_first_of("<>"), std::string::npos);
    EXPECT_TRUE(written.title.ends_with("…")) << written.title;
    EXPECT_THAT(written.changes, Contains(testing::Field(&CaptionChange::field, "title")));
    EXPECT_THAT(written.changes, Contains(testing::Field(&CaptionChange::field, "text")));
}

TEST(WriteCaption, MoneyNeedsItsSourceAndTheVillageFundItsAmount) {
    CaptionForm form = sample("kegiatan", "id");
    form.fields["biaya"] = "Rp5.000.000";
    EXPECT_THAT(full_caption(form).missing, testing::ElementsAre("sumber"));
    form.fields["sumber"] = "Dana Desa 2026";
    EXPECT_TRUE(full_caption(form).missing.empty());
    form.fields.erase("biaya");
    EXPECT_THAT(full_caption(form).missing, testing::ElementsAre("biaya"));
}

TEST(WriteCaption, AnswersKeepTheirVillageOnce) {
    auto form = sample("posyandu", "id");
    form.fields["tempat"] = "rumah Bu RT 03";
    EXPECT_THAT(caption(form, "x-post").text, HasSubstr("rumah Bu RT 03 Desa Sukamaju"));
    auto meeting = sample("musyawarah", "id");
    meeting.fields["nama_musyawarah"] = "Musrenbangdes Sukamaju";
    EXPECT_TRUE(full_caption(meeting).text.starts_with("Musrenbangdes Sukamaju menyepakati"));
}

TEST(WriteCaption, TheLengthCanBeChosen) {
    const auto form = sample("posyandu", "id");
    EXPECT_EQ(caption(form, "facebook-feed-portrait", {.length = CaptionLength::brief}).length,
              CaptionLength::brief);
    const auto refused =
        write_caption(form, sukamaju(), placement("x-post"), {.length = CaptionLength::full});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_argument);
}

TEST(WriteCaption, OmittedAnswersAreReported) {
    auto form = sample("posyandu", "id");
    form.fields["manfaat"] =
        "Ini kalimat yang panjang sekali tentang gunanya bagi warga, karena tumbuh kembang anak "
        "terpantau setiap bulan dan gangguan gizi cepat diketahui.";
    const auto written = caption(form, "x-post");
    EXPECT_THAT(written.dropped, Contains("jadwal_berikut"));
    EXPECT_TRUE(written.count.fits());
}

TEST(WriteCaption, AnUnknownKindOrLanguageIsRefused) {
    EXPECT_EQ(write_caption({"pesta", {}}, sukamaju(), placement("x-post")).error().where, "kind");
    EXPECT_EQ(
        write_caption(sample("blt", "id"), sukamaju(), placement("x-post"), {.language = "jv"})
            .error()
            .where,
        "language");
}

TEST(WriteCaption, BytesThatAreNoTextDoNoHarm) {
    auto village = sukamaju();
    village.village = "Suka\xffmaju";
    EXPECT_FALSE(
        full_caption({"kegiatan", {{"apa", "\xff\xfe"}, {"siapa", std::string("a\0b", 3)}}},
                     village)
            .text.empty());
}

}  // namespace
