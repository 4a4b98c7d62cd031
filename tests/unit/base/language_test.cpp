// The current language, the library's catalogues, and plural forms.
#include <mediaedit/language.hpp>

#include "base/catalogue.hpp"
#include "base/languages.hpp"
#include "base/plural_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <thread>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

class LanguageTest : public testing::Test {
protected:
    LanguageTest() { empty_environment(); }
    ~LanguageTest() override {
        set_language("");
        empty_environment();
        setenv("LANGUAGE", "en", 1);
    }
    static void empty_environment() {
        for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
    }
};

TEST_F(LanguageTest, APreferenceListSelectsTheFirstAvailableLanguage) {
    constexpr std::array<std::array<const char*, 2>, 17> rows{{
        {"id", "id"},
        {"id_ID", "id"},
        {"id_ID.UTF-8", "id"},
        {"id_ID.UTF-8@latin", "id"},
        {"id-ID", "id"},
        {"en", "en"},
        {"en_GB.UTF-8", "en"},
        {"en:id", "en"},
        {"su:jv:id:en", "id"},
        {"xx_YY:id_ID", "id"},
        {":id", "id"},
        {"C", "en"},
        {"C.UTF-8", "en"},
        {"C:id", "en"},
        {"POSIX", "en"},
        {"idx", "en"},
        {"", "en"},
    }};
    for (const auto& [options, code] : rows)
        EXPECT_EQ(catalogue_for(options).language(), code) << options;
}

TEST_F(LanguageTest, TheEnvironmentIsFollowedInGettextsOrder) {
    struct Row {
        std::array<const char*, 4> values;  // LANGUAGE, LC_ALL, LC_MESSAGES, LANG
        const char* code;
    };
    for (const auto& [values, code] : {
             Row{{nullptr, nullptr, nullptr, nullptr}, "en"},
             Row{{"id", nullptr, nullptr, nullptr}, "id"},
             Row{{"id", "C.UTF-8", "C.UTF-8", "C.UTF-8"}, "id"},
             Row{{"en", "id_ID.UTF-8", "id_ID.UTF-8", "id_ID.UTF-8"}, "en"},
             Row{{nullptr, "id_ID.UTF-8", "en_US.UTF-8", "C"}, "id"},
             Row{{"", "", "id_ID.UTF-8", "C"}, "id"},
             Row{{nullptr, "C", "id_ID", "id_ID"}, "en"},
             Row{{nullptr, nullptr, nullptr, "id_ID.UTF-8"}, "id"},
         }) {
        empty_environment();
        const std::array names{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (values[i]) setenv(names[i], values[i], 1);
        }
        EXPECT_EQ(current_language(), code) << testing::PrintToString(values);
    }
}

TEST_F(LanguageTest, WhatIsSetCountsMoreThanTheEnvironment) {
    setenv("LANGUAGE", "id", 1);
    EXPECT_EQ(tr("Photos"), "Foto");
    set_language("en");
    EXPECT_EQ(tr("Photos"), "Photos");
    setenv("LANGUAGE", "en", 1);
    set_language("id_ID.UTF-8");
    EXPECT_EQ(tr("Photos"), "Foto");
    set_language("xx");
    EXPECT_EQ(current_language(), "en");
    set_language("");
    setenv("LANGUAGE", "id", 1);
    EXPECT_EQ(current_language(), "id");
}

TEST_F(LanguageTest, SentencesHaveTheirWordsInBothLanguages) {
    set_language("en");
    EXPECT_EQ(tr("All of {file}.", {{"file", "a{b}.jpg"}}), "All of a{b}.jpg.");
    EXPECT_EQ(tr_count("one", "{count} of {all}", 3, {{"all", "4"}}), "3 of 4");
    EXPECT_EQ(tr_count("one", "{count} of {all}", 1, {{"all", "4"}}), "one");
    EXPECT_EQ(tr("No catalogue has this."), "No catalogue has this.");
    set_language("id");
    EXPECT_EQ(tr("No catalogue has this."), "No catalogue has this.");
    EXPECT_EQ(tr_count("{count} hashtag", "{count} hashtags", 1), "1 tagar");
    EXPECT_EQ(tr_count("{count} hashtag", "{count} hashtags", 12), "12 tagar");
}

TEST_F(LanguageTest, TheLanguageMayChangeWhileSentencesAreAskedFor) {
    std::jthread changing([](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            set_language("id");
            set_language("en");
        }
    });
    for (int i = 0; i < 20000; ++i) { ASSERT_THAT(tr("Photos"), testing::AnyOf("Photos", "Foto")); }
}

TEST_F(LanguageTest, ABrokenCatalogueHasNoSentences) {
    const auto whole = std::string(embedded_catalogues().front().mo);
    ASSERT_EQ(Catalogue("id", whole).sentence("Photos"), "Foto");
    for (std::size_t size = 0; size < whole.size(); size += 997) {
        const auto part = whole.substr(0, size);
        const Catalogue cut("id", part);
        EXPECT_THAT(cut.sentence("Photos"),
                    testing::AnyOf(std::nullopt, std::optional<std::string_view>("Foto")));
        EXPECT_NO_FATAL_FAILURE((void)cut.sentence("{count} hashtag", 7));
    }
    EXPECT_EQ(Catalogue("id", "no catalogue").sentence("Photos"), std::nullopt);
}

using Form = std::function<std::size_t(unsigned long)>;

struct Counting {
    const char* name;
    const char* header;
    Form form;
};

// The headers are those in gettext's manual.
const Counting countings[] = {
    {"Indonesian", "Plural-Forms: nplurals=1; plural=0;\n", [](auto) { return 0; }},
    {"English", "Language: en\nPlural-Forms: nplurals=2; plural=n != 1;\n",
     [](auto n) { return n == 1 ? 0 : 1; }},
    {"French", "Plural-Forms: nplurals=2; plural=n>1;\n", [](auto n) { return n < 2 ? 0 : 1; }},
    {"Latvian", "Plural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;\n",
     [](auto n) { return n == 0                         ? 2
                         : n % 10 == 1 && n % 100 != 11 ? 0
                                                        : 1; }},
    {"Russian",
     "Plural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : "
     "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n",
     [](auto n) {
         if (n / 10 % 10 == 1) return 2;
         const auto last = n % 10;
         return last == 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2;
     }},
    {"Slovenian",
     "Plural-Forms: nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : "
     "3;\n",
     [](auto n) {
         const auto two = n % 100;
         return two >= 1 && two <= 2 ? two - 1 : two == 3 || two == 4 ? 2 : 3;
     }},
    {"Arabic",
     "Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
     "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\n",
     [](auto n) {
         if (n < 3) return n;
         const auto two = n % 100;
         return two < 3 ? 5UL : two <= 10 ? 3UL : 4UL;
     }},
    {"signs", "Plural-Forms: nplurals=9; plural=!(n<3)*2+10/4-n%2*(!!n);\n",
     [](auto n) { return (n < 3 ? 0 : 2) + 2 - n % 2; }},
};

TEST(PluralRule, FollowsTheHeader) {
    for (const auto& [name, header, form] : countings) {
        const PluralRule rule(header);
        for (unsigned long n = 0; n < 1300; ++n)
            ASSERT_EQ(rule.form(n), form(n)) << name << " " << n;
        for (const unsigned long n : {1000001UL, 4000000011UL, ~0UL}) {
            EXPECT_EQ(rule.form(n), form(n)) << name << " " << n;
        }
    }
}

TEST(PluralRule, CountsAsEnglishWhereTheHeaderHasNoRule) {
    const std::string deep(5000, '(');
    for (const std::string& header : {
             std::string(),
             std::string("Language: id\n"),
             std::string("Plural-Forms: nplurals=2; plural=m;\n"),
             std::string("Plural-Forms: nplurals=0; plural=0;\n"),
             std::string("Plural-Forms: nplurals=2;\n"),
             std::string("Plural-Forms: nplurals=2; plural=n>1 ? 0;\n"),
             std::string("Plural-Forms: nplurals=2; plural=n 1;\n"),
             std::string("Plural-Forms: nplurals=2;\nplural=0;\n"),
             "Plural-Forms: nplurals=2; plural=" + deep + ";\n",
             "Plural-Forms: nplurals=2; plural=" + std::string(5000, '!') + "n;\n",
         }) {
        const PluralRule rule(header);
        EXPECT_EQ(rule.form(1), 0u) << header.substr(0, 60);
        EXPECT_EQ(rule.form(0), 1u) << header.substr(0, 60);
        EXPECT_EQ(rule.form(2), 1u) << header.substr(0, 60);
    }
    // A form that does not exist becomes the first; division by zero is avoided.
    EXPECT_EQ(PluralRule("Plural-Forms: nplurals=2; plural=n;\n").form(7), 0u);
    EXPECT_EQ(PluralRule("Plural-Forms: nplurals=2; plural=1/n+1%n;\n").form(0), 0u);
}

}  // namespace
