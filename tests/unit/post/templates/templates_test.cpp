// Each template on every placement: positions, lengths and colours.
#include "text/contrast.hpp"
#include "unit/post/templates/template_samples.hpp"

#include <mediaedit/post_template.hpp>
#include <mediaedit/recipe_json.hpp>
#include <mediaedit/text.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace mediaedit {
// Printed by failing tests.
void PrintTo(const PixelRect& rect, std::ostream* out) {
    *out << rect.x << "," << rect.y << " " << rect.width << "x" << rect.height;
}
}  // namespace mediaedit

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;

PixelRect pixels_of(const Area& area, PixelSize size) {
    const auto px = [](double fraction, int whole) {
        return static_cast<int>(std::lround(fraction * whole));
    };
    const int x = px(area.x, size.width), y = px(area.y, size.height);
    return {x, y, px(area.x + area.width, size.width) - x,
            px(area.y + area.height, size.height) - y};
}

bool meet(const PixelRect& one, const PixelRect& other) {
    constexpr int touch = 1;
    return one.x + touch < other.x + other.width && other.x + touch < one.x + one.width &&
           one.y + touch < other.y + other.height && other.y + touch < one.y + one.height;
}

/// The rectangle of a centred overlay with a known side.
PixelRect mark_box(const Point& offset, double size, const Canvas& canvas) {
    const auto& safe = canvas.safe_area;
    const double width = canvas.size.width, height = canvas.size.height,
                 least = 0.04 * std::min(width, height), side = size * std::min(width, height);
    const auto middle = [least](double whole, double before, double after) {
        return (std::max(before * whole, least) + whole - std::max(after * whole, least)) / 2;
    };
    const double x = middle(width, safe.left, safe.right) + offset.x * width,
                 y = middle(height, safe.top, safe.bottom) + offset.y * height;
    return {static_cast<int>(x - side / 2), static_cast<int>(y - side / 2), static_cast<int>(side),
            static_cast<int>(side)};
}

/// The rectangle of an overlay whose offset gives its left edge.
PixelRect code_box(const QrOverlay& code, const Canvas& canvas) {
    EXPECT_EQ(code.anchor, Anchor::left);
    auto box = mark_box(code.offset, code.size, canvas);
    const double width = canvas.size.width,
                 least = 0.04 * std::min(canvas.size.width, canvas.size.height);
    box.x =
        static_cast<int>(std::max(canvas.safe_area.left * width, least) + code.offset.x * width);
    return box;
}

struct Box {
    std::string what;
    PixelRect rect;
    bool is_chip = false;
};

struct Look {
    std::vector<Box> boxes;  ///< texts, QR codes and logos
    bool overflows = false;
};

Look look_at(const Recipe& recipe) {
    Look look;
    const auto& canvas = *recipe.canvas;
    for (const auto& overlay : recipe.overlays) {
        if (const auto* text = std::get_if<TextOverlay>(&overlay)) {
            const auto measured = measure_text(*text, canvas);
            EXPECT_TRUE(measured) << measured.error().message;
            if (!measured) continue;
            look.overflows = look.overflows || measured->overflows;
            look.boxes.push_back({text->text, measured->box, text->style == TextStyle::box});
        } else if (const auto* code = std::get_if<QrOverlay>(&overlay)) {
            look.boxes.push_back({"code", code_box(*code, canvas)});
        } else if (const auto* picture = std::get_if<PictureOverlay>(&overlay);
                   picture && !picture->area) {
            look.boxes.push_back({"logo", mark_box(picture->offset, picture->size, canvas)});
        }
    }
    return look;
}

bool lies_inside_safe_area(const PixelRect& box, const Placement& placement) {
    constexpr int slack_px = 2;
    const auto& safe = placement.safe_area;
    const double width = placement.size.width, height = placement.size.height;
    return box.x >= safe.left * width - slack_px && box.y >= safe.top * height - slack_px &&
           box.x + box.width <= (1 - safe.right) * width + slack_px &&
           box.y + box.height <= (1 - safe.bottom) * height + slack_px;
}

std::vector<PixelRect> photos_of(const Recipe& recipe) {
    std::vector<PixelRect> photos{
        pixels_of(recipe.canvas->picture_area.value_or(Area{}), recipe.canvas->size)};
    for (const auto& overlay : recipe.overlays)
        if (const auto* photo = std::get_if<PictureOverlay>(&overlay); photo && photo->area)
            photos.push_back(pixels_of(*photo->area, recipe.canvas->size));
    return photos;
}

class Templates : public testing::TestWithParam<std::string> {};

TEST_P(Templates, StandWhereTheyAreSeenOnEveryPlacement) {
    const auto one = find_template(GetParam());
    ASSERT_TRUE(one) << one.error().message;
    for (const auto& placement : placements())
        for (const auto length : {Length::brief, Length::full, Length::bare}) {
            SCOPED_TRACE(placement.id + " " + std::to_string(static_cast<int>(length)));
            const auto recipe =
                fill_template(one->id, fill_of(*one, length), village_of(length), placement);
            ASSERT_TRUE(recipe) << recipe.error().message << recipe.error().where;
            ASSERT_TRUE(validate(*recipe)) << validate(*recipe).error().message;
            const auto look = look_at(*recipe);
            if (length != Length::full) { EXPECT_FALSE(look.overflows); }
            // A text that does not fit is reported; its position is then unspecified.
            if (look.overflows) continue;
            const auto photos = photos_of(*recipe);
            for (std::size_t i = 0; i < look.boxes.size(); ++i) {
                const auto& box = look.boxes[i];
                EXPECT_TRUE(lies_inside_safe_area(box.rect, placement))
                    << box.what << " " << testing::PrintToString(box.rect);
                for (std::size_t k = 0; k < i; ++k)
                    EXPECT_FALSE(meet(box.rect, look.boxes[k].rect))
                        << box.what << " " << testing::PrintToString(box.rect) << " | "
                        << look.boxes[k].what << " " << testing::PrintToString(look.boxes[k].rect);
                for (const auto& photo : photos)
                    EXPECT_TRUE(box.is_chip || !meet(box.rect, photo))
                        << box.what << " stands on a photo";
            }
            for (std::size_t i = 0; i < photos.size(); ++i) {
                EXPECT_GE(std::min(photos[i].width, photos[i].height),
                          std::min(placement.size.width, placement.size.height) / 10);
                for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(meet(photos[i], photos[k]));
            }
        }
}

TEST_P(Templates, TakeTheLengthTheyAskForOnUprightPosts) {
    const auto one = *find_template(GetParam());
    for (const auto* id : {"instagram-feed-portrait", "instagram-story"})
        EXPECT_FALSE(look_at(*fill_template(one.id, fill_of(one, Length::full),
                                            village_of(Length::full), *find_placement(id)))
                         .overflows)
            << id;
}

TEST_P(Templates, CanBeReadInEveryColour) {
    const auto one = *find_template(GetParam());
    const std::vector<std::pair<Color, Color>> colours{
        {{15, 76, 92, 255}, {244, 184, 96, 255}},     {{255, 235, 59, 255}, {255, 255, 255, 255}},
        {{128, 128, 128, 255}, {130, 130, 130, 255}}, {{0, 0, 0, 255}, {0, 0, 0, 255}},
        {{255, 255, 255, 255}, {255, 255, 255, 255}}, {{255, 0, 0, 255}, {0, 160, 0, 255}}};
    for (const auto& [main, second] : colours)
        for (const auto* id : {"instagram-feed-portrait", "facebook-link"}) {
            auto village = village_of(Length::brief);
            village.main_color = main;
            village.second_color = second;
            const auto recipe =
                fill_template(one.id, fill_of(one, Length::brief), village, *find_placement(id));
            ASSERT_TRUE(recipe);
            for (const auto& overlay : recipe->overlays) {
                const auto* text = std::get_if<TextOverlay>(&overlay);
                if (!text) continue;
                EXPECT_GE(contrast_of(text->color, text->style == TextStyle::box
                                                       ? text->box_color.value()
                                                       : recipe->canvas->background),
                          readable_contrast)
                    << text->text;
            }
        }
}

TEST_P(Templates, CloseUpWhereNothingIsFilledIn) {
    const auto one = *find_template(GetParam());
    const auto portrait = *find_placement("instagram-feed-portrait");
    const auto height = [&](Length length) {
        return fill_template(one.id, fill_of(one, length), village_of(Length::brief), portrait)
            ->canvas->picture_area->height;
    };
    if (one.min_photos == one.max_photos) {
        EXPECT_GE(height(Length::bare), height(Length::brief));
    }
    const auto nothing = fill_template(one.id, {}, {}, portrait);
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(validate(*nothing));
}

TEST_P(Templates, OneRecipeServesAllPlacements) {
    const auto one = *find_template(GetParam());
    const std::vector<Placement> targets{*find_placement("instagram-story"),
                                         *find_placement("x-header"),
                                         *find_placement("facebook-link")};
    Recipe base;
    base.turn = Turn::right;
    base.hidden = {{{0.1, 0.1, 0.2, 0.2}}};
    base.crop = Area{0, 0, 0.9, 1};
    base.placements["x-header"].focus = Point{0.2, 0.2};
    auto fill = fill_of(one, Length::brief);
    fill.focus = {Point{0.7, 0.3}};
    const auto all = fill_template(one.id, fill, village_of(Length::brief), targets, base);
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(all->hidden, base.hidden);
    EXPECT_EQ(all->turn, base.turn);
    EXPECT_EQ(all->crop, base.crop);
    for (const auto& target : targets) {
        const auto alone = fill_template(one.id, fill, village_of(Length::brief), target, base);
        ASSERT_TRUE(alone);
        EXPECT_EQ(to_json(recipe_for(target, *all)), to_json(*alone));
        EXPECT_EQ(recipe_for(target, *alone), *alone);
        EXPECT_EQ(alone->focus, target.id == "x-header" ? (Point{0.2, 0.2}) : (Point{0.7, 0.3}));
    }
    EXPECT_EQ(parse_recipe(to_json(*all)).value(), *all);
}

INSTANTIATE_TEST_SUITE_P(All, Templates,
                         testing::Values("activity", "aid", "announcement", "before-after",
                                         "carousel-cover", "carousel-page", "collage", "invitation",
                                         "progress", "quote", "service-hours", "wishes"),
                         [](const auto& one) {
                             auto name = one.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(FillTemplate, ReportsWordsThatFitNowhere) {
    TemplateFill fill;
    fill.words["title"] = words_of_length(900);
    const auto header =
        fill_template("activity", fill, village_of(Length::brief), *find_placement("x-header"));
    ASSERT_TRUE(header);
    EXPECT_TRUE(look_at(*header).overflows);
}

TEST(FillTemplate, RefusesWhatIsNoText) {
    TemplateFill fill;
    fill.words["title"] = "\xc3\x28";
    const auto filled = fill_template("activity", fill, {}, *find_placement("x-post"));
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().code, ErrorCode::bad_recipe);
}

}  // namespace
