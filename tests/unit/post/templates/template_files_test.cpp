// Template files: built in, the user's own, and mistakes in them; check_fill; readable colours.
#include "base/failure.hpp"
#include "post/templates/template_file.hpp"
#include "support/temporary_folder.hpp"
#include "text/contrast.hpp"
#include "unit/post/templates/template_samples.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/village.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;

TEST(TemplateList, HasEveryTemplateWithWordsForPeople) {
    const auto all = templates();
    EXPECT_GE(all.size(), 12U);
    for (const auto& one : all) {
        EXPECT_FALSE(one.name.empty()) << one.id;
        EXPECT_FALSE(one.about.empty()) << one.id;
        EXPECT_FALSE(one.kinds.empty()) << one.id;
        for (const auto& place : one.places)
            EXPECT_FALSE(place.label.empty()) << one.id << place.id;
    }
    const auto missing = find_template("activty");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::bad_argument);
    EXPECT_NE(missing.error().message.find("activity"), std::string::npos);
}

TEST(TemplateList, IndonesianIsComplete) {
    for (const auto text : template_files()) {
        const auto file = parse_template(text);
        for (const auto* words : {&file.name, &file.about})
            EXPECT_FALSE(words->id.empty()) << file.id;
        for (const auto& place : file.places)
            for (const auto* words : {&place.label, &place.hint, &place.default_text})
                EXPECT_EQ(words->id.empty(), words->en.empty()) << file.id << " " << place.id;
    }
}

std::string small_template(
    const std::string& id,
    const std::string& layout = R"({"blocks":[{"kind":"text","text":["{title}"]}]})",
    const std::string& more = "") {
    return R"({"schema":"mediaedit.template/1","id":")" + id +
           R"(","name":{"en":"Own"},"about":{"en":"Own one."},"media":["photo"],"places":[{"id":"title","label":{"en":"Title"}}],"layout":)" +
           layout + more + "}";
}

TEST(TemplateList, TheUsersFileBeatsTheBuiltInOne) {
    test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "templates");
    std::ofstream(folder / "templates/mine.json") << small_template("activity");
    std::ofstream(folder / "templates/other.json") << small_template("own-one");
    std::ofstream(folder / "templates/broken.json") << "{";
    const std::filesystem::path data = folder / ".";
    EXPECT_EQ(find_template_file("activity", data).name.in("id"), "Own");
    EXPECT_EQ(find_template_file("own-one", data).id, "own-one");
    EXPECT_EQ(find_template_file("quote", data).id, "quote");
    EXPECT_EQ(all_template_files(data).size(), template_files().size() + 1);
    try {
        find_template_file("broken", data);
        FAIL() << "a broken file was taken";
    } catch (const Failure& failure) { EXPECT_EQ(failure.error.code, ErrorCode::bad_recipe); }
}

struct Mistake {
    std::string json;
    const char* where;
};
class TemplateMistake : public testing::TestWithParam<Mistake> {};

TEST_P(TemplateMistake, NamesTheField) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "t.json") << GetParam().json;
    const auto read = read_template(folder / "t.json");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
    EXPECT_EQ(read.error().where, GetParam().where) << read.error().message;
}

#define BLOCK(fields) small_template("a", R"({"blocks":[{)" fields "}]}")
INSTANTIATE_TEST_SUITE_P(
    All, TemplateMistake,
    testing::Values(
        Mistake{"{}", "schema"}, Mistake{R"({"schema":"mediaedit.template/2"})", "schema"},
        Mistake{small_template("A b"), "id"}, Mistake{small_template("a", "{}"), "layout.blocks"},
        Mistake{small_template("a", R"({"side":"middle","blocks":[{"kind":"rule"}]})"),
                "layout.side"},
        Mistake{small_template("a", R"({"least":0.5,"most":0.4,"blocks":[{"kind":"rule"}]})"),
                "layout.most"},
        Mistake{BLOCK(R"("kind":"film")"), "layout.blocks[0].kind"},
        Mistake{BLOCK(R"("kind":"text")"), "layout.blocks[0].text"},
        Mistake{BLOCK(R"("kind":"text","text":["{titel}"])"), "layout.blocks[0].text[0]"},
        Mistake{BLOCK(R"("kind":"text","text":["{title"])"), "layout.blocks[0].text[0]"},
        Mistake{BLOCK(R"("kind":"text","text":["a"],"size":"huge")"), "layout.blocks[0].size"},
        Mistake{BLOCK(R"("kind":"rule","color":"red")"), "layout.blocks[0].color"},
        Mistake{BLOCK(R"("kind":"rule","gap":-1)"), "layout.blocks[0].gap"},
        Mistake{BLOCK(R"("kind":"rule","bold":true)"), "layout.blocks[0].bold"},
        Mistake{small_template("a", R"({"blocks":[{"kind":"rule"}]})", R"(,"shapes":{"round":{}})"),
                "shapes.round"},
        Mistake{small_template("a", R"({"blocks":[{"kind":"rule"}]})",
                               R"(,"shapes":{"tall":{"blocks":[{"kind":"rule","skip":["x"]}]}})"),
                "shapes.tall.blocks[0].skip[0]"},
        Mistake{small_template("a", R"({"blocks":[{"kind":"rule"}]})",
                               R"(,"photos":{"least":2,"most":1})"),
                "photos.most"}));

TEST(CheckFill, ReportsWhatIsStillToDo) {
    const auto one = *find_template("before-after");
    TemplateFill fill;
    fill.words = {{"title", words_of_length(200)}, {"colour", "red"}};
    auto findings = check_fill(one, fill);
    const auto has = [&](const char* code) {
        return std::ranges::any_of(findings,
                                   [&](const Finding& finding) { return finding.code == code; });
    };
    EXPECT_TRUE(has("place_too_long"));
    EXPECT_TRUE(has("place_unknown"));
    EXPECT_TRUE(has("photos_missing"));
    fill.words = {{"title", " \n"}, {"village", "Desa Makmur"}};
    fill.more_photos = {"a", "b"};
    findings = check_fill(one, fill);
    EXPECT_TRUE(has("place_missing"));
    EXPECT_TRUE(has("photos_left_over"));
    EXPECT_FALSE(has("place_unknown")) << "the profile's places may be overwritten";
}

TEST(ReadableColours, GoodOnesStay) {
    const auto colors = readable_colors({});
    EXPECT_EQ(colors.main, Village{}.main_color);
    EXPECT_EQ(colors.second, Village{}.second_color);
    EXPECT_EQ(colors.on_main, (Color{255, 255, 255, 255}));
    EXPECT_TRUE(colors.notes.empty());
}

TEST(ReadableColours, EveryPairIsReadableAndChangesAreReported) {
    for (int main = 0; main < 4096; main += 61)
        for (int second = 0; second < 4096; second += 97) {
            const auto color = [](int code) {
                return Color{static_cast<unsigned char>((code >> 8) * 17),
                             static_cast<unsigned char>((code >> 4 & 15) * 17),
                             static_cast<unsigned char>((code & 15) * 17), 255};
            };
            Village village;
            village.main_color = color(main);
            village.second_color = color(second);
            const auto apply_fix = readable_colors(village);
            ASSERT_GE(contrast_of(apply_fix.main, apply_fix.on_main), readable_contrast) << main;
            ASSERT_GE(contrast_of(apply_fix.second, apply_fix.on_second), readable_contrast)
                << second;
            ASSERT_GE(contrast_of(apply_fix.second, apply_fix.main), readable_contrast)
                << main << " " << second;
            ASSERT_EQ(apply_fix.notes.empty(), apply_fix.main == village.main_color &&
                                                   apply_fix.second == village.second_color);
        }
}

}  // namespace
