// Dates, times and money as people type them, and as captions write them.
#include "caption/write/typed_answer.hpp"
#include "language/caption_letters.hpp"
#include "language/dates/caption_date.hpp"
#include "language/dates/caption_time.hpp"
#include "language/numbers/rupiah.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

std::string date(std::string_view typed, std::string_view language = "id") {
    const auto read = read_date(typed);
    return read ? date_in_words(*read, language) : "as typed";
}

TEST(TypedDate, IsReadInManyForms) {
    for (const char* typed :
         {"2026-05-12", "2026-5-12", "12/5/2026", "12-05-2026", "12.5.2026", "12/5/26",
          "12 Mei 2026", "12 mei 2026", "12 May 2026", "May 12, 2026", "Selasa, 12 Mei 2026",
          "selasa 12 Mei 2026", "Tuesday, 12 May 2026"})
        EXPECT_EQ(date(typed), "Selasa, 12 Mei 2026") << typed;
    EXPECT_EQ(date("2026-05-12", "en"), "Tuesday, 12 May 2026");
    for (const char* typed : {"17 Agt 2026", "17 Agst 2026", "17 agst 2026", "17 Agus 2026",
                              "Senin, 17 Agst 2026", "sen 17 ags 2026"})
        EXPECT_EQ(date(typed), "Senin, 17 Agustus 2026") << typed;
    for (const char* typed : {"Jumaat, 6 Februari 2026", "Juma'at 6 Peb 2026", "jumaat, 6/2/2026"})
        EXPECT_EQ(date(typed), "Jumat, 6 Februari 2026") << typed;
    EXPECT_EQ(date("Jum'at, 6 Pebruari 2026"), "Jumat, 6 Februari 2026");
    EXPECT_EQ(date("29 Februari 2028"), "Selasa, 29 Februari 2028");
}

TEST(TypedDate, RangesAreRead) {
    for (const char* typed : {"12-14 Mei 2026", "12 - 14 Mei 2026", "12–14 Mei 2026",
                              "12 s.d. 14 Mei 2026", "12 s/d 14 Mei 2026", "12 sampai 14 Mei 2026",
                              "2026-05-12/2026-05-14", "12/5/2026 - 14/5/2026"})
        EXPECT_EQ(date(typed), "12–14 Mei 2026") << typed;
    EXPECT_EQ(date("30 Mei s.d. 2 Juni 2026"), "30 Mei s.d. 2 Juni 2026");
    EXPECT_EQ(date("30 Mei - 2 Juni 2026", "en"), "30 May to 2 June 2026");
    EXPECT_EQ(date("30 Desember 2026 s.d. 2 Januari 2027"), "30 Desember 2026 s.d. 2 Januari 2027");
    EXPECT_EQ(date("Rabu, 30 September 2026 sampai dengan Kamis, 1 Oktober 2026"),
              "30 September s.d. 1 Oktober 2026");
}

TEST(TypedDate, WhatIsNoDateStaysAsTyped) {
    for (const char* typed : {"",
                              "besok",
                              "Rabu pertama bulan Juni",
                              "12 Mei",
                              "12",
                              "31/4/2026",
                              "13/13/2026",
                              "29 Februari 2026",
                              "14-12 Mei 2026",
                              "12 Mei 2026 pukul 08.00",
                              "Mei 2026",
                              "2026",
                              "12/5",
                              "//",
                              "-",
                              "12 - ",
                              "99999999999999999999 Mei 2026",
                              "12 Mei 99999",
                              "May",
                              "s.d."})
        EXPECT_EQ(date(typed), "as typed") << typed;
}

TEST(TypedDate, AWrongDayOfTheWeekIsAPersonsToCorrect) {
    EXPECT_EQ(date("Senin, 12 Mei 2026"), "as typed");
}

std::string time_of(std::string_view typed, std::string_view language = "id") {
    return time_in_words(typed, language).value_or("as typed");
}

TEST(TypedTime, IsReadInManyForms) {
    EXPECT_EQ(time_of("08:00"), "08.00 WIB");
    EXPECT_EQ(time_of("8.00"), "08.00 WIB");
    EXPECT_EQ(time_of("pukul 08.00 WIB"), "08.00 WIB");
    EXPECT_EQ(time_of("08.00 WITA"), "08.00 WITA");
    EXPECT_EQ(time_of("jam 8 pagi"), "08.00 WIB");
    EXPECT_EQ(time_of("1 siang"), "13.00 WIB");
    EXPECT_EQ(time_of("12 siang"), "12.00 WIB");
    EXPECT_EQ(time_of("4 sore"), "16.00 WIB");
    EXPECT_EQ(time_of("7.30 malam"), "19.30 WIB");
    EXPECT_EQ(time_of("8:30 pm", "en"), "20:30 WIB");
    for (const char* typed : {"08.00-11.00", "08.00 – 11.00 WIB", "08:00 s.d. 11:00",
                              "8 pagi - 11 siang", "08.00 WIB sampai 11.00 WIB"})
        EXPECT_EQ(time_of(typed), "08.00–11.00 WIB") << typed;
    EXPECT_EQ(time_of("08.00-11.00", "en"), "08:00–11:00 WIB");
    EXPECT_EQ(time_of("08.00 - selesai"), "08.00 WIB sampai selesai");
}

TEST(TypedTime, WhatIsNoTimeStaysAsTyped) {
    for (const char* typed : {"", "8", "jam 8", "25.00", "08.60", "habis subuh", "08.00-",
                              "08.00 11.00", "24.30", "13 pagi", "9 sore", "ba'da Isya"})
        EXPECT_EQ(time_of(typed), "as typed") << typed;
}

std::string money(std::string_view typed, std::string_view language = "id") {
    return money_in_words(typed, language).value_or("as typed");
}

TEST(TypedMoney, IsReadInManyForms) {
    for (const char* typed :
         {"Rp1.250.000", "Rp 1.250.000", "Rp. 1.250.000", "Rp. 1250000", "1250000", "1.250.000,00",
          "Rp1.250.000,-", "IDR 1,250,000", "rp 1.250.000"})
        EXPECT_EQ(money(typed), "Rp1.250.000") << typed;
    EXPECT_EQ(money("300.000"), "Rp300.000");
    EXPECT_EQ(money("1250000", "en"), "Rp1,250,000");
    EXPECT_EQ(money("Rp 1,25 miliar"), "Rp1,25 miliar");
    EXPECT_EQ(money("1,5 jt", "en"), "Rp1.5 million");
    EXPECT_EQ(money("150 juta"), "Rp150 juta");
    EXPECT_EQ(money("500"), "Rp500");
}

TEST(TypedMoney, WhatIsNoAmountStaysAsTyped) {
    for (const char* typed :
         {"", "gratis", "300.000/bulan", "1.25", "1.250.00", "12.50.000", "1,250.000",
          "9999999999999999999999", "Rp", "sekitar 3 juta", "3 juta per orang"})
        EXPECT_EQ(money(typed), "as typed") << typed;
}

FieldFacts field(FieldKind kind, std::vector<std::string> without = {}) {
    return {.id = "x", .kind = kind, .without = std::move(without)};
}

TEST(TypedAnswer, WordsOfTheTemplateAreNotSaidTwice) {
    const auto count = field(FieldKind::number, {"sebanyak", "balita", "anak"});
    EXPECT_EQ(typed_answer(count, "32 anak balita", "", "id").text, "32");
    EXPECT_EQ(typed_answer(count, "Sebanyak 32", "", "id").text, "32");
    EXPECT_EQ(typed_answer(count, "balita", "", "id").text, "balita");
    EXPECT_EQ(typed_answer(field(FieldKind::line, {"di"}), "di Balai Desa", "", "id").text,
              "Balai Desa");
    EXPECT_EQ(typed_answer(field(FieldKind::line, {"di"}), "Dibal", "", "id").text, "Dibal");
    EXPECT_EQ(typed_answer(field(FieldKind::number, {"ke-"}), "ke-81", "", "id").text, "81");
    EXPECT_EQ(
        typed_answer(field(FieldKind::line, {"{desa}"}), "Musrenbangdes Sukamaju", "Sukamaju", "id")
            .text,
        "Musrenbangdes");
    EXPECT_TRUE(is_change(count, "32 balita", {"32"}));
    EXPECT_FALSE(is_change(count, " 32 ", {"32"}));
}

TEST(TypedAnswer, SentencesAndListsAreCompleted) {
    EXPECT_EQ(typed_answer(field(FieldKind::sentence), "anak  sehat\n", "", "id").text,
              "Anak sehat.");
    EXPECT_EQ(typed_answer(field(FieldKind::sentence), "\"Senang sekali!\"", "", "id").text,
              "\"Senang sekali!\"");
    EXPECT_EQ(typed_answer(field(FieldKind::list), "satu\n\n dua \ntiga", "", "id").text,
              "satu, dua, dan tiga");
    EXPECT_EQ(typed_answer(field(FieldKind::list), "satu\ndua", "", "id").text, "satu dan dua");
    EXPECT_EQ(typed_answer(field(FieldKind::list), "one\ntwo\nthree", "", "en").text,
              "one, two and three");
    EXPECT_EQ(typed_answer(field(FieldKind::list), "satu, dua", "", "id").items.size(), 1u);
}

TEST(TypedAnswer, BytesThatAreNoTextBecomeText) {
    EXPECT_EQ(typed_answer(field(FieldKind::line), std::string("a\xff\0b\x1b", 5), "", "id")
                  .text.substr(0, 1),
              "a");
}

TEST(CaptionLetters, AnAddressKeepsItsSmallLetter) {
    EXPECT_EQ(with_capital("desa.id punya kabar"), "desa.id punya kabar");
    EXPECT_EQ(with_capital("élan"), "Élan");
    EXPECT_EQ(with_capital(""), "");
    EXPECT_EQ(first_letters("é1", 1), "é");
    EXPECT_EQ(first_letters("a", 9), "a");
}

}  // namespace
