// A form becomes a caption: every kind, language and placement.
#include "support/made_village.hpp"

#include <mediaedit/caption.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

Village sukamaju() {
    auto village = test::made_village();
    village.office_phone = "(024) 555-0101";
    village.office_whatsapp = "0812-0000-0001";
    village.hashtags = {"#sukamaju maju", "Desa Sukamaju"};
    return village;
}

CaptionForm sample(const std::string& kind, const std::string& language) {
    const auto form = read_form(MEDIAEDIT_TEST_DATA "/forms/" + language + "/" + kind + ".json");
    EXPECT_TRUE(form) << (form ? "" : form.error().message);
    return form ? *form : CaptionForm{};
}

Placement placement(std::string_view id) { return find_placement(id).value(); }

Caption caption(const CaptionForm& form, std::string_view place, const CaptionOptions& wishes = {},
                const Village& village = sukamaju()) {
    const auto written = write_caption(form, village, placement(place), wishes);
    EXPECT_TRUE(written) << (written ? "" : written.error().message);
    return written ? *written : Caption{};
}

Caption full_caption(const CaptionForm& form, const Village& village = sukamaju()) {
    return caption(form, "instagram-feed-portrait", {}, village);
}

/// What no caption may have, whatever was filled in.
void expect_tidy(const Caption& caption, const std::string& what) {
    const auto& text = caption.text;
    for (const char* bad : {"{",  "}",  "[",  "]",      "<",   ">",   "|",   "  ", " .", " ,",
                            "..", ",,", ",.", "\n\n\n", "\n ", " \n", "#\n", "# ", "()", "?."})
        EXPECT_EQ(text.find(bad), text.npos) << what << " has \"" << bad << "\":\n" << text;
    ASSERT_FALSE(text.empty()) << what;
    EXPECT_FALSE(text.front() == ' ' || text.front() == '\n' || text.back() == '\n' ||
                 text.back() == ' ')
        << what;
    EXPECT_TRUE(caption.count.fits()) << what << " counts " << caption.count.length << "\n" << text;
    // No digit opens a sentence; a numbered list and a hook with a number are something else.
    EXPECT_FALSE(text.front() >= '0' && text.front() <= '9') << what << "\n" << text;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        EXPECT_FALSE(
            (text[i] == '.' || text[i] == '?') && text[i + 1] == ' ' && text[i + 2] >= '0' &&
            text[i + 2] <= '9' &&
            !(i > 1 && (text.substr(i - 1, 2) == "d." ||
                        (text[i - 1] >= '0' && text[i - 1] <= '9' && text[i - 2] == '\n'))))
            << what << "\n"
            << text;
}

/// One of each make-up.
const std::vector<std::string> each_shape{
    "facebook-feed-portrait", "instagram-reel", "x-post",       "threads-post",   "whatsapp-photo",
    "whatsapp-status",        "youtube-video",  "tiktok-video", "instagram-story"};

std::vector<std::string> kind_ids() {
    std::vector<std::string> ids;
    for (const auto& kind : activity_kinds()) ids.push_back(kind.id);
    return ids;
}

class EveryKind : public testing::TestWithParam<std::tuple<std::string, std::string>> {
protected:
    std::string kind = std::get<0>(GetParam()), language = std::get<1>(GetParam());
    CaptionForm form = sample(kind, language);

    [[nodiscard]] CaptionOptions wishes() const { return {.language = language}; }
    [[nodiscard]] std::set<std::string> required() const {
        std::set<std::string> ids;
        for (const auto& one : activity_kinds())
            for (const auto& field : one.fields)
                if (one.id == kind && field.required) ids.insert(field.id);
        return ids;
    }
};

TEST_P(EveryKind, OrdinaryAnswersFitEverywhere) {
    for (const auto& place : placements()) {
        const auto written = caption(form, place.id, wishes());
        const auto what = kind + " " + language + " " + place.id;
        expect_tidy(written, what);
        EXPECT_LE(written.hook_length, caption_fold) << what << "\n" << written.text;
        EXPECT_TRUE(written.missing.empty()) << what << " misses " << written.missing.front();
        EXPECT_EQ(written.title.empty(), place.platform != "YouTube" || !place.caption_max_chars)
            << what;
        EXPECT_LE(written.title.size(), 110u);
        EXPECT_FALSE(written.alt_text.empty());
        EXPECT_THAT(written.alt_text, Not(testing::AnyOf(HasSubstr("#"), HasSubstr("0812"),
                                                         HasSubstr("{"), HasSubstr("  "))));
        EXPECT_TRUE(written.alt_text.ends_with('.')) << written.alt_text;
    }
}

TEST_P(EveryKind, TheFullTextHasEveryFact) {
    const auto written = caption(form, "facebook-feed-portrait", wishes());
    EXPECT_EQ(written.length, CaptionLength::full);
    for (const auto& id : required()) {
        if (!form.fields.contains(id)) continue;  // it followed from another answer
        const auto& value = form.fields.at(id);
        const bool as_typed = value.find('\n') == value.npos && !value.starts_with("20") &&
                              id != "status" && id != "nama_musyawarah" && id != "nominal" &&
                              id != "biaya" && id != "tanggal" && id != "waktu" && id != "topik";
        EXPECT_TRUE(!as_typed || written.text.find(value) != std::string::npos)
            << kind << " lacks " << id << "\n"
            << written.text;
    }
    EXPECT_THAT(written.text, HasSubstr("Sukamaju"));
}

TEST_P(EveryKind, TheLastLineIsHashtagsAndNeverTooMany) {
    for (const auto& place : placements()) {
        const auto written = caption(form, place.id, wishes());
        const auto tags = written.count.hashtags;
        const bool none = place.platform == "WhatsApp" ||
                          (!place.caption_max_chars && place.id != "facebook-link");
        const int most = none ? 0 : place.platform == "X" ? 2 : place.platform == "Threads" ? 1 : 5;
        const int least = most == 5 ? 3 : 0;
        EXPECT_TRUE(tags >= least && tags <= most) << place.id << " " << tags;
    }
}

TEST_P(EveryKind, EmptyAnswersStillGiveWholeSentences) {
    const Village nameless;
    for (const auto& place : each_shape)
        for (const auto& village : {sukamaju(), nameless}) {
            const auto written = caption({kind, {}}, place, wishes(), village);
            expect_tidy(written, kind + " " + language + " empty, " + place);
            EXPECT_FALSE(written.missing.empty());
        }
}

TEST_P(EveryKind, AnyOneAnswerMayBeMissing) {
    for (const auto& [id, value] : form.fields) {
        auto without = form;
        without.fields.erase(id);
        for (const char* place : {"facebook-feed-portrait", "x-post"}) {
            const auto written = caption(without, place, wishes());
            expect_tidy(written, kind + " " + language + " without " + id + ", " + place);
            const bool told = std::ranges::count(written.missing, id) > 0;
            const bool follows =
                std::ranges::any_of(written.changes, [&, &id = id](const auto& change) {
                    return change.field == id && change.from.empty();
                });
            EXPECT_TRUE(!required().contains(id) || told || follows) << kind << " " << id;
        }
    }
}

TEST_P(EveryKind, LongAnswersAreShortenedOrRefusedWithAWord) {
    for (int words : {5, 60, 400}) {
        auto long_form = form;
        for (auto& [id, value] : long_form.fields)
            if (id != "tanggal" && id != "status")
                for (int i = 0; i < words; ++i) value += " dan kata";
        for (const auto& place : each_shape) {
            const auto written = write_caption(long_form, sukamaju(), placement(place), wishes());
            if (!written) {
                EXPECT_EQ(written.error().code, ErrorCode::bad_argument);
                EXPECT_EQ(written.error().where, place);
                continue;
            }
            EXPECT_TRUE(written->count.fits()) << kind << place;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, EveryKind, testing::Combine(testing::ValuesIn(kind_ids()), testing::Values("id", "en")),
    [](const auto& one) { return std::get<0>(one.param) + "_" + std::get<1>(one.param); });

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

TEST(WriteCaption, ThePhotosDateFillsAnEmptyOneAndIsTold) {
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

TEST(WriteCaption, WhatIsWrittenOtherwiseIsTold) {
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

TEST(WriteCaption, HashtagsAreWordsAndStandOnce) {
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

TEST(WriteCaption, TheLengthMayBeWished) {
    const auto form = sample("posyandu", "id");
    EXPECT_EQ(caption(form, "facebook-feed-portrait", {.length = CaptionLength::brief}).length,
              CaptionLength::brief);
    const auto refused =
        write_caption(form, sukamaju(), placement("x-post"), {.length = CaptionLength::full});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_argument);
}

TEST(WriteCaption, WhatIsLeftOutIsTold) {
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
