// validate() refuses what cannot be planned or made, and nothing else.
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe_json.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

namespace {

using namespace mediaedit;

/// Recipes with random numbers: mostly sensible ones, and some invalid ones.
class AnyRecipe {
public:
    explicit AnyRecipe(unsigned seed) : random_(seed) {}

    Recipe make() {
        Recipe recipe;
        if (often(3)) recipe.turn = static_cast<Turn>(below(odd() ? 9 : 4));
        recipe.mirror = often(3);
        if (often(4)) recipe.straighten_deg = number(-45, 45);
        if (often(4)) recipe.keep = {range()};
        if (often(4))
            recipe.hidden = {
                {area(), static_cast<HideWith>(below(odd() ? 7 : 3)), std::nullopt, {}}};
        if (often(6))
            recipe.hidden.push_back(
                {area(), HideWith::solid, range(), {{Time(0), area()}, {Time(1000), area()}}});
        if (often(3)) recipe.crop = area();
        if (often(3)) recipe.focus = Point{number(0, 1), number(0, 1)};
        if (often(2)) recipe.canvas = canvas();
        if (often(3))
            recipe.adjust = {number(-1, 1), number(-1, 1), number(-1, 1), number(-1, 1), false};
        for (unsigned i = below(3); i > 0; --i) recipe.overlays.push_back(overlay());
        if (often(8))
            recipe.audio = {static_cast<Audio::Kind>(below(6)), often(2) ? "a.mp3" : "", often(4)};
        if (often(8)) recipe.constant_rate = number(1, 240);
        if (often(8))
            recipe.placements[often(4) ? "../x" : "x-post"].focus = Point{number(0, 1), 0.5};
        return recipe;
    }

private:
    unsigned below(unsigned count) { return static_cast<unsigned>(random_() % count); }
    bool often(unsigned one_of) { return below(one_of) == 0; }
    bool odd() { return below(60) == 0; }
    double number(double least, double most) {
        if (odd()) {
            constexpr double odd_ones[] = {std::numeric_limits<double>::quiet_NaN(),
                                           std::numeric_limits<double>::infinity(),
                                           -1e300,
                                           1e300,
                                           -0.0,
                                           5e-324,
                                           -1e-9,
                                           1.0000001};
            return odd_ones[below(std::size(odd_ones))];
        }
        return least + (most - least) * static_cast<double>(below(1001)) / 1000;
    }
    Area area() {
        const double x = number(0, 0.7), y = number(0, 0.7);
        return {x, y, number(0.001, 0.3), number(0.001, 0.3)};
    }
    TimeRange range() {
        const Time start(odd() ? std::numeric_limits<std::int64_t>::max() : below(5'000'000));
        return {start, odd() ? Time(-1) : Time(start.count() / 2 + 9'000'000)};
    }
    Canvas canvas() {
        Canvas canvas{{static_cast<int>(1 + below(80)), static_cast<int>(1 + below(80))},
                      static_cast<Fit>(below(odd() ? 9 : 4))};
        if (odd()) canvas.size.width = odd() ? 1 << 30 : -3;
        if (often(4))
            canvas.safe_area = {number(0, 0.5), number(0, 0.5), number(0, 0.5), number(0, 0.5)};
        if (often(4)) canvas.picture_area = area();
        return canvas;
    }
    std::string words() {
        static const std::string odd_ones[] = {"", std::string("a\0b", 3), "\xFF",
                                               std::string(3000, 'a'), std::string(2500, '1')};
        return odd() ? odd_ones[below(std::size(odd_ones))] : std::string(1 + below(12), 'A');
    }
    Overlay overlay() {
        const auto anchor = static_cast<Anchor>(below(odd() ? 20 : 9));
        switch (below(3)) {
            case 0: {
                TextOverlay text{.text = words(),
                                 .anchor = anchor,
                                 .size = number(0.01, 0.5),
                                 .max_width = number(0.05, 1)};
                if (odd()) text.style = static_cast<TextStyle>(9);
                if (odd()) text.font = "\xFF";
                if (often(5)) text.area = area();
                if (often(5)) text.min_size = number(0.005, 0.5);
                return text;
            }
            case 1:
                return QrOverlay{.text = words(),
                                 .anchor = anchor,
                                 .offset = {number(-1, 1), 0},
                                 .size = number(0.05, 1)};
            default: return PanelOverlay{.area = area(), .radius = number(0, 0.5)};
        }
    }

    std::mt19937 random_;
};

TEST(Validate, AgreesWithThePlanAndTheFile) {
    MediaInfo info;
    info.size = {64, 48};
    AnyRecipe any(20261201);
    int valid = 0, invalid = 0;
    for (int i = 0; i < 6000; ++i) {
        const auto recipe = any.make();
        const auto checked = validate(recipe);
        const auto plan = make_plan(recipe, info);
        ASSERT_EQ(checked.has_value(), plan.has_value())
            << to_json(recipe) << (plan ? "" : plan.error().message);
        const auto read = parse_recipe(to_json(recipe));
        (checked ? valid : invalid)++;
        if (!checked) {
            ASSERT_EQ(checked.error().code, ErrorCode::bad_recipe);
            ASSERT_FALSE(checked.error().where.empty());
            ASSERT_EQ(checked.error().where.find(' '), std::string::npos) << checked.error().where;
            continue;
        }
        ASSERT_TRUE(read) << to_json(recipe) << read.error().message;
        ASSERT_EQ(*read, recipe) << to_json(recipe);
    }
    EXPECT_GT(valid, 600);
    EXPECT_GT(invalid, 600);
}

TEST(Validate, WhatItTakesCanBeMade) {
    test::TemporaryFolder folder;
    test::write_photo(folder / "p.png", test::made_scene(640, 480));
    AnyRecipe any(7);
    int made = 0;
    for (int i = 0; made < 60 && i < 1000; ++i) {
        auto recipe = any.make();
        if (!validate(recipe)) continue;
        // Without a canvas the result's size is the photo's, which a recipe does not know.
        if (!recipe.canvas) recipe.canvas = Canvas{{200, 150}};
        if (!validate(recipe)) continue;
        const auto report =
            export_media(folder / "p.png", recipe, {folder / "out.png", IfExists::replace});
        ASSERT_TRUE(report) << to_json(recipe) << report.error().message << report.error().detail;
        ++made;
    }
    EXPECT_EQ(made, 60);
}

TEST(Validate, NamesWhatIsOnlyKnownToPrograms) {
    const auto where = [](const Recipe& recipe) {
        return validate(recipe) ? "" : validate(recipe).error().where;
    };
    Recipe recipe;
    recipe.overlays = {PictureOverlay{.file = std::string("a\0.png", 6)}};
    EXPECT_EQ(where(recipe), "overlays[0].file");
    recipe.overlays = {PictureOverlay{.file = "data:image/png;base64,AAA"}};
    EXPECT_EQ(where(recipe), "overlays[0].file");
    recipe.overlays = {QrOverlay{.text = std::string(3000, 'a')}};
    EXPECT_EQ(where(recipe), "overlays[0].text");
    recipe.canvas = Canvas{{100, 100}};
    recipe.overlays = {QrOverlay{.text = "halo", .size = 0.1}};
    EXPECT_EQ(where(recipe), "overlays[0].text");
    recipe.overlays = {QrOverlay{.text = "halo", .size = 0.9}};
    EXPECT_EQ(where(recipe), "");
    recipe.audio = {Audio::Kind::replace, std::string("\0", 1)};
    EXPECT_EQ(where(recipe), "sound.file");
    recipe.audio = {};
    recipe.keep = {{Time::max(), {}}};
    EXPECT_EQ(where(recipe), "keep[0].from_s");
}

}  // namespace
