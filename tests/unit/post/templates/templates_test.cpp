// Every template on every placement: words stand where they are seen, never on each other, and can
// be read.
#include "base/failure.hpp"
#include "post/templates/post_colors.hpp"
#include "post/templates/template_file.hpp"
#include "support/temporary_folder.hpp"
#include "text/contrast.hpp"

#include <mediaedit/post_template.hpp>
#include <mediaedit/recipe_json.hpp>
#include <mediaedit/text.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace mediaedit {
// Printed in failures.
void PrintTo(const PixelRect& rect, std::ostream* out) {
    *out << rect.x << "," << rect.y << " " << rect.width << "x" << rect.height;
}
}  // namespace mediaedit

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

enum class Length { brief, full, bare };

const std::map<std::string, std::string> brief_words{
    {"title", "Kerja bakti saluran irigasi"},
    {"date", "Selasa, 12 Mei 2026"},
    {"place", "Dusun Krajan"},
    {"time", "Pukul 09.00 WIB"},
    {"text", "Kantor desa tutup hari Kamis."},
    {"contact", "WhatsApp 0812-0000-0000"},
    {"hours", "Senin-Kamis 08.00-15.00\nJumat 08.00-11.00"},
    {"note", "Bawa KTP."},
    {"percent", "75"},
    {"amount", "Rp300.000"},
    {"per", "per keluarga per bulan"},
    {"source", "Dana Desa 2026"},
    {"quote", "Air sudah mengalir lagi sampai sawah paling ujung."},
    {"name", "Sulastri"},
    {"role", "Ketua kelompok tani"},
    {"subtitle", "Dengan kata yang mudah"},
    {"form", "https://sukamaju.example.id/aspirasi"},
    {"first", "0%"},
    {"second", "50%"},
    {"third", "100%"}};

/// Words of about that many letters.
std::string words_of_length(int letters) {
    static const std::string words =
        "Musyawarah Desa Penyusunan Rencana Kerja Pemerintah Desa Sukamaju Tahun Anggaran 2027 "
        "bersama warga ";
    std::string text;
    while (static_cast<int>(text.size()) < letters) text += words;
    text.resize(static_cast<std::size_t>(letters));
    return text;
}

TemplateFill fill_of(const PostTemplate& one, Length length) {
    TemplateFill fill;
    for (const auto& place : one.places) {
        if (length == Length::bare && !place.required) continue;
        const auto brief = brief_words.find(place.id);
        if (place.id == "form") fill.words["form"] = brief->second;
        else if (length == Length::full && place.max_chars > 0 && place.id != "percent")
            fill.words[place.id] = words_of_length(place.max_chars);
        else if (brief != brief_words.end()) fill.words[place.id] = brief->second;
    }
    fill.number = 2;
    fill.of = 5;
    for (int i = 1; i < (length == Length::full ? one.max_photos : one.min_photos); ++i)
        fill.more_photos.push_back("photo" + std::to_string(i) + ".jpg");
    return fill;
}

Village village_of(Length length) {
    Village village;
    village.village = "Sukamaju";
    if (length == Length::bare) return village;
    village.district = "Sumberagung";
    village.regency = "Kabupaten Contoh";
    village.logo = "logo.png";
    village.office_phone = "(0291) 000000";
    village.office_whatsapp = "0812-0000-0000";
    return village;
}

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

/// A centred overlay of a known side.
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

/// One that stands with its left edge where its offset says.
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
    std::vector<Box> boxes;  ///< texts, codes and logos
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

double contrast_of(const Color& one, const Color& other) {
    return contrast(luminance(over(one, {})), luminance(over(other, {})));
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
            // A text that fits nowhere is told of; where it then stands is not settled.
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

TEST(CheckFill, TellsWhatIsStillToDo) {
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

TEST(ReadableColours, EveryPairCanBeReadAndMendingIsTold) {
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
            const auto mended = readable_colors(village);
            ASSERT_GE(contrast_of(mended.main, mended.on_main), readable_contrast) << main;
            ASSERT_GE(contrast_of(mended.second, mended.on_second), readable_contrast) << second;
            ASSERT_GE(contrast_of(mended.second, mended.main), readable_contrast)
                << main << " " << second;
            ASSERT_EQ(mended.notes.empty(),
                      mended.main == village.main_color && mended.second == village.second_color);
        }
}

TEST(FillTemplate, TellsOfWordsThatFitNowhere) {
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
