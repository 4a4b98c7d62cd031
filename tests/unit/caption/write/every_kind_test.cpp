// Captions of every activity, in each language and for each platform.
#include "unit/caption/write/sample_captions.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/village.hpp>

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
using namespace mediaedit::test;
using testing::HasSubstr;
using testing::Not;

/// What no caption may contain, whatever the answers.
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
    // No sentence starts with a digit, except in numbered lists and hooks.
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

/// One placement of each caption shape.
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

    [[nodiscard]] CaptionOptions all_options() const { return {.language = language}; }
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
        const auto written = caption(form, place.id, all_options());
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
    const auto written = caption(form, "facebook-feed-portrait", all_options());
    EXPECT_EQ(written.length, CaptionLength::full);
    for (const auto& id : required()) {
        if (!form.fields.contains(id)) continue;  // it was derived from another answer
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
        const auto written = caption(form, place.id, all_options());
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
            const auto written = caption({kind, {}}, place, all_options(), village);
            expect_tidy(written, kind + " " + language + " empty, " + place);
            EXPECT_FALSE(written.missing.empty());
        }
}

TEST_P(EveryKind, AnyOneAnswerMayBeMissing) {
    for (const auto& [id, value] : form.fields) {
        auto without = form;
        without.fields.erase(id);
        for (const char* place : {"facebook-feed-portrait", "x-post"}) {
            const auto written = caption(without, place, all_options());
            expect_tidy(written, kind + " " + language + " without " + id + ", " + place);
            const bool reported = std::ranges::count(written.missing, id) > 0;
            const bool follows =
                std::ranges::any_of(written.changes, [&, &id = id](const auto& change) {
                    return change.field == id && change.from.empty();
                });
            EXPECT_TRUE(!required().contains(id) || reported || follows) << kind << " " << id;
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
            const auto written =
                write_caption(long_form, sukamaju(), placement(place), all_options());
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

}  // namespace
