// A recipe's JSON: every field survives a round trip, and each mistake is named.
#include <mediaedit/recipe_json.hpp>

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using namespace mediaedit;

Recipe full_recipe() {
    Recipe recipe;
    recipe.keep = {{Time(1'500'000), Time(3'000'000)}, {Time(4'000'001), {}}};
    recipe.turn = Turn::left;
    recipe.mirror = true;
    recipe.straighten_deg = -2.5;
    recipe.hidden = {
        {{0.1, 0.2, 0.3, 0.4}, HideWith::pixels, TimeRange{Time(0), Time(1'000'000)}},
        {{0.1, 0.1, 0.2, 0.2},
         HideWith::blur,
         TimeRange{Time(500'000), Time(2'000'000)},
         {{Time(500'000), {0.1, 0.1, 0.2, 0.2}}, {Time(1'900'000), {0.5, 0.1, 0.3, 0.2}}}},
        {{0.7, 0.1, 0.2, 0.2}, HideWith::blur, {}, {{Time(500'000), {0.1, 0.1, 0.2, 0.2}}}}};
    recipe.hide_faces = HideWith::solid;
    recipe.keep_faces = {{{0.4, 0.1, 0.1, 0.2}, {}},
                         {{0.6, 0.1, 0.1, 0.2}, TimeRange{Time(1'000'000), {}}}};
    recipe.crop = Area{0.05, 0.1, 0.9, 0.8};
    recipe.focus = Point{0.25, 0.75};
    recipe.canvas =
        Canvas{{1080, 1350}, Fit::blur, {1, 2, 3, 4}, {0.1, 0.02, 0.2, 0.01}, Area{0, 0, 1, 0.7}};
    recipe.adjust = {0.1, -0.2, 0.3, -0.4, true};
    recipe.overlays = {
        TextOverlay{"Kerja bakti 🌾\nDesa Sukamaju",
                    Anchor::top_left,
                    {0.01, -0.02},
                    0.08,
                    0.7,
                    {255, 210, 0, 255},
                    Color{0, 0, 0, 128},
                    TextStyle::shadow,
                    "Noto Serif",
                    TimeRange{Time(5), {}},
                    Area{0.1, 0.2, 0.3, 0.4},
                    0.03},
        PictureOverlay{"logo.png", Anchor::bottom_right, {0, 0}, 0.2, 0.5, {}, {}, {}, 0},
        PictureOverlay{"kedua.heic",
                       Anchor::top_left,
                       {0, 0},
                       0.18,
                       1,
                       {},
                       Area{0, 0.5, 1, 0.5},
                       Point{0.2, 0.8},
                       0.02},
        PanelOverlay{
            {0, 0.7, 1, 0.3}, {1, 2, 3, 255}, Color{4, 5, 6, 7}, 0.04, TimeRange{Time(0), Time(9)}},
        QrOverlay{"https://example.org", Anchor::center, {0, 0}, 0.3, {}}};
    recipe.audio = {Audio::Kind::replace, "musik.mp3"};
    recipe.constant_rate = 30;
    recipe.placements["instagram-story"] = {Area{0, 0, 1, 0.5},
                                            Point{0.5, 0.1},
                                            Fit::contain,
                                            Color{9, 9, 9, 255},
                                            std::vector<Overlay>{QrOverlay{"x"}},
                                            Area{0.5, 0, 0.5, 1}};
    return recipe;
}

TEST(RecipeJson, GoesThereAndBack) {
    const auto text = to_json(full_recipe());
    const auto back = parse_recipe(text);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, full_recipe());
    EXPECT_EQ(to_json(*back), text);
}

TEST(RecipeJson, LeavesDefaultsOut) {
    EXPECT_EQ(to_json(Recipe{}), "{\n  \"schema\": \"mediaedit.recipe/1\"\n}\n");
}

TEST(RecipeJson, MoreThanCanBeDrawnInTimeIsRefused) {
    Recipe texts, areas, ranges;
    texts.overlays.assign(20'000, TextOverlay{.text = "a"});
    areas.hidden.assign(20'000, HiddenArea{{0, 0, 0.5, 0.5}});
    for (int i = 0; i < 20'000; ++i)
        ranges.keep.push_back({std::chrono::seconds(2 * i), std::chrono::seconds(2 * i + 1)});
    for (const auto& [recipe, field] :
         {std::pair{texts, "overlays"}, {areas, "hidden"}, {ranges, "keep"}}) {
        const auto valid = validate(recipe);
        ASSERT_FALSE(valid);
        EXPECT_EQ(valid.error().code, ErrorCode::bad_recipe);
        EXPECT_EQ(valid.error().where, field);
        EXPECT_FALSE(parse_recipe(to_json(recipe)));
    }
}

TEST(RecipeJson, MakesFilesRelativeToItsFolder) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "r.json")
        << R"({"schema":"mediaedit.recipe/1","overlays":[{"kind":"picture","file":"logo.png"}],"sound":{"kind":"replace","file":"gamelan.mp3"}})";
    const auto recipe = read_recipe(folder / "r.json");
    ASSERT_TRUE(recipe);
    EXPECT_EQ(std::get<PictureOverlay>(recipe->overlays[0]).file, (folder / "logo.png").string());
    EXPECT_EQ(recipe->audio.file, (folder / "gamelan.mp3").string());
}

TEST(RecipeJson, APathNeedsNoAreaBesideIt) {
    const auto recipe = parse_recipe(
        R"({"schema":"mediaedit.recipe/1","hidden":[{"path":[{"at_s":1,"area":[0.1,0.2,0.3,0.4]},{"at_s":2,"area":[0.2,0.2,0.3,0.4]}]}]})");
    ASSERT_TRUE(recipe) << recipe.error().message;
    EXPECT_EQ(recipe->hidden.at(0).area, (Area{0.1, 0.2, 0.3, 0.4}));
    EXPECT_EQ(recipe->hidden.at(0).path.at(1), (PathPoint{Time(2'000'000), {0.2, 0.2, 0.3, 0.4}}));
    EXPECT_EQ(to_json(*recipe).find("\"hidden\""), to_json(*recipe).rfind("\"hidden\""));
    EXPECT_EQ(parse_recipe(to_json(*recipe)).value(), *recipe);
}

TEST(RecipeJson, SoundIsMixedAndMayBeLevelled) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "r.json")
        << R"({"schema":"mediaedit.recipe/1","sound":{"kind":"mix","file":"gamelan.mp3","level":true}})";
    const auto recipe = read_recipe(folder / "r.json");
    ASSERT_TRUE(recipe) << recipe.error().message;
    EXPECT_EQ(recipe->audio, (Audio{Audio::Kind::mix, (folder / "gamelan.mp3").string(), true}));
    EXPECT_EQ(parse_recipe(to_json(*recipe)).value(), *recipe);
    EXPECT_FALSE(
        parse_recipe(
            R"({"schema":"mediaedit.recipe/1","sound":{"kind":"mix","file":"gamelan.mp3"}})")
            .value()
            .audio.level);
}

struct Mistake {
    const char* json;
    const char* where;
};

class RecipeMistake : public testing::TestWithParam<Mistake> {};

TEST_P(RecipeMistake, NamesTheField) {
    const auto recipe = parse_recipe(GetParam().json);
    ASSERT_FALSE(recipe);
    EXPECT_EQ(recipe.error().code, ErrorCode::bad_recipe);
    EXPECT_EQ(recipe.error().where, GetParam().where) << recipe.error().message;
    EXPECT_FALSE(recipe.error().message.empty());
}

#define IN_RECIPE(fields) R"({"schema":"mediaedit.recipe/1",)" fields "}"
INSTANTIATE_TEST_SUITE_P(
    All, RecipeMistake,
    testing::Values(
        Mistake{"{}", "schema"}, Mistake{R"({"schema":"mediaedit.recipe/2"})", "schema"},
        Mistake{R"({"schema":"other"})", "schema"}, Mistake{"{\n\n,", "line 3"}, Mistake{"[]", ""},
        Mistake{"", "line 1"}, Mistake{IN_RECIPE(R"("crop":[0,0,1,1],"crop":[0,0,1,1])"), "crop"},
        Mistake{
            IN_RECIPE(
                R"("overlays":[{"kind":"qr","text":"a"},{"kind":"text","text":"a","text":"b"}])"),
            "overlays[1].text"},
        Mistake{IN_RECIPE(R"("placements":{"x-post":{"fit":"blur"},"x-post":{}})"),
                "placements.x-post"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"picture","file":"a\u0000.png"}])"),
                "overlays[0].file"},
        Mistake{IN_RECIPE(R"("placements":{"../x":{}})"), "placements"},
        Mistake{IN_RECIPE(R"("colour":1)"), "colour"},
        Mistake{IN_RECIPE(R"("crop":[0,0,1])"), "crop"},
        Mistake{IN_RECIPE(R"("crop":[0,0,1,2])"), "crop"},
        Mistake{IN_RECIPE(R"("crop":[0.5,0,0.6,1])"), "crop"},
        Mistake{IN_RECIPE(R"("crop":[0,0,0,1])"), "crop"},
        Mistake{IN_RECIPE(R"("focus":"left")"), "focus"},
        Mistake{IN_RECIPE(R"("turn":"up")"), "turn"}, Mistake{IN_RECIPE(R"("mirror":1)"), "mirror"},
        Mistake{IN_RECIPE(R"("straighten_deg":50)"), "straighten_deg"},
        Mistake{IN_RECIPE(R"("canvas":{"width":10})"), "canvas.height"},
        Mistake{IN_RECIPE(R"("canvas":{"width":0,"height":10})"), "canvas.width"},
        Mistake{IN_RECIPE(R"("canvas":{"width":99999,"height":10})"), "canvas.width"},
        Mistake{IN_RECIPE(R"("canvas":{"width":1.5,"height":10})"), "canvas.width"},
        Mistake{IN_RECIPE(R"("canvas":{"width":10,"height":10,"background":"red"})"),
                "canvas.background"},
        Mistake{
            IN_RECIPE(R"("canvas":{"width":10,"height":10,"safe_area":{"top":0.6,"bottom":0.5}})"),
            "canvas.safe_area"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"text","text":"a"},{"kind":"text","text":""}])"),
                "overlays[1].text"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"text","text":"a","size":0}])"),
                "overlays[0].size"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"text","text":"a","sise":0.1}])"),
                "overlays[0].sise"},
        Mistake{IN_RECIPE(R"("canvas":{"width":10,"height":10,"picture_area":[0,0.5,1,0.6]})"),
                "canvas.picture_area"},
        Mistake{IN_RECIPE(R"("placements":{"x-post":{"picture_area":[0,0,0,1]}})"),
                "placements.x-post.picture_area"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"text","text":"a","area":[0,0,2,1]}])"),
                "overlays[0].area"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"text","text":"a","size":0.05,"min_size":0.06}])"),
                "overlays[0].min_size"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"picture","file":"a","focus":[0,2]}])"),
                "overlays[0].focus"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"picture","file":"a","radius":0.6}])"),
                "overlays[0].radius"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"panel","color":"#000000"}])"),
                "overlays[0].area"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"panel","area":[0,0,1,1]}])"),
                "overlays[0].color"},
        Mistake{
            IN_RECIPE(
                R"("overlays":[{"kind":"panel","area":[0,0,1,1],"color":"#000000","to":"black"}])"),
            "overlays[0].to"},
        Mistake{
            IN_RECIPE(
                R"("overlays":[{"kind":"panel","area":[0,0,1,1],"color":"#000000","anchor":"top"}])"),
            "overlays[0].anchor"},
        Mistake{IN_RECIPE(R"("overlays":[{"kind":"film"}])"), "overlays[0].kind"},
        Mistake{IN_RECIPE(R"("overlays":{})"), "overlays"},
        Mistake{IN_RECIPE(R"("hidden":[{"area":[0,0,1,1],"with":"fog"}])"), "hidden[0].with"},
        Mistake{IN_RECIPE(R"("hidden":[{}])"), "hidden[0].area"},
        Mistake{IN_RECIPE(R"("hidden":[{"path":[]}])"), "hidden[0].area"},
        Mistake{IN_RECIPE(R"("hidden":[{"path":[{"at_s":0}]}])"), "hidden[0].path[0].area"},
        Mistake{IN_RECIPE(R"("hidden":[{"path":[{"area":[0,0,1,1]}]}])"), "hidden[0].path[0].at_s"},
        Mistake{
            IN_RECIPE(
                R"("hidden":[{"path":[{"at_s":1,"area":[0,0,1,1]},{"at_s":1,"area":[0,0,1,1]}]}])"),
            "hidden[0].path[1].at_s"},
        Mistake{IN_RECIPE(R"("hidden":[{"path":[{"at_s":-1,"area":[0,0,1,1]}]}])"),
                "hidden[0].path[0].at_s"},
        Mistake{IN_RECIPE(R"("hidden":[{"path":[{"at_s":1,"area":[0,0,1,2]}]}])"),
                "hidden[0].path[0].area"},
        Mistake{IN_RECIPE(R"("keep_faces":[{}])"), "keep_faces[0].area"},
        Mistake{IN_RECIPE(R"("keep_faces":[{"area":[0,0,1,1],"who":1}])"), "keep_faces[0].who"},
        Mistake{IN_RECIPE(R"("keep_faces":[{"area":[0,0,1,1],"when":{"from_s":2,"to_s":1}}])"),
                "keep_faces[0].when"},
        Mistake{IN_RECIPE(R"("keep":[{"from_s":2,"to_s":1}])"), "keep[0]"},
        Mistake{IN_RECIPE(R"("keep":[{"from_s":0,"to_s":2},{"from_s":1}])"), "keep[1]"},
        Mistake{IN_RECIPE(R"("sound":{"kind":"replace"})"), "sound.file"},
        Mistake{IN_RECIPE(R"("sound":{"kind":"mix"})"), "sound.file"},
        Mistake{IN_RECIPE(R"("sound":{"kind":"replace","file":"a.mp3","level":true})"),
                "sound.level"},
        Mistake{IN_RECIPE(R"("constant_rate":0)"), "constant_rate"},
        Mistake{IN_RECIPE(R"("placements":{"x-post":{"focus":[2,0]}})"), "placements.x-post.focus"},
        Mistake{IN_RECIPE(R"("placements":{"x-post":{"size":1}})"), "placements.x-post.size"}));

TEST(RecipeJson, ANumberBeyondAllBoundsIsTheFilesFault) {
    const auto recipe =
        parse_recipe(R"({"schema":"mediaedit.recipe/1","straighten_deg":0.9e1111000})");
    ASSERT_FALSE(recipe);
    EXPECT_EQ(recipe.error().code, ErrorCode::bad_recipe) << recipe.error().detail;
}

TEST(RecipeJson, RefusesDeepNestingWithoutFollowingIt) {
    EXPECT_FALSE(parse_recipe(std::string(1'000'000, '[')));
}

TEST(RecipeJson, AFileThatIsNoneIsNamed) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "r.json") << "{\n,";
    EXPECT_EQ(read_recipe(folder / "r.json").error().where, (folder / "r.json").string());
}

TEST(RecipeJson, SaysThatTheFileIsMissing) {
    const auto recipe = read_recipe("/nowhere/r.json");
    ASSERT_FALSE(recipe);
    EXPECT_EQ(recipe.error().code, ErrorCode::not_found);
}

}  // namespace
