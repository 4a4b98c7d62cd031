// A template on a clip: words on their background, the clip in the rest.
#include "support/made_film.hpp"
#include "support/made_pictures.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace mediaedit;

/// A video placement, small so that it is quick.
Placement small_story() {
    Placement placement;
    placement.id = "small-story";
    placement.kinds = {MediaKind::video};
    placement.size = {270, 480};
    placement.safe_area = {0.13, 0.06, 0.13, 0.06};
    return placement;
}

Color color_at(const PictureView& view, double x, double y) {
    const auto column = static_cast<std::size_t>(x * view.size.width),
               row = static_cast<std::size_t>(y * view.size.height);
    const auto* pixel =
        view.rgba.data() + 4 * (row * static_cast<std::size_t>(view.size.width) + column);
    return {pixel[0], pixel[1], pixel[2], 255};
}

double distance(const Color& one, const Color& other) {
    return std::abs(one.red - other.red) + std::abs(one.green - other.green) +
           std::abs(one.blue - other.blue);
}

TEST(TemplatesOnVideos, WordsStandOnTheirGroundAndTheClipInTheRest) {
    test::TemporaryFolder folder;
    test::FilmOptions film;
    film.frames = film.group = 12;
    test::make_film(folder / "clip.mp4", film);
    Village village;
    village.village = "Sukamaju";
    TemplateFill fill;
    fill.words = {{"title", "Kerja bakti"}, {"date", "Selasa, 12 Mei 2026"}};
    const auto recipe = fill_template("activity", fill, village, small_story());
    ASSERT_TRUE(recipe) << recipe.error().message;
    Output output;
    output.file = folder / "made.mp4";
    const auto report = export_media(folder / "clip.mp4", *recipe, output);
    ASSERT_TRUE(report) << report.error().message << report.error().detail;
    EXPECT_EQ(report->size, (PixelSize{270, 480}));
    EXPECT_EQ(report->mode, Mode::encoded);
    for (const auto& note : report->notes) EXPECT_NE(note.code, "text_overflows");

    auto made = Preview::open(folder / "made.mp4");
    ASSERT_TRUE(made) << made.error().message;
    const auto picture = made->original(Time(100'000), {270, 480});
    ASSERT_TRUE(picture);
    EXPECT_LT(distance(color_at(*picture, 0.01, 0.99), village.main_color), 20) << "the ground";
    const auto bottom = recipe->canvas->picture_area->y + recipe->canvas->picture_area->height;
    EXPECT_LT(distance(color_at(*picture, 0.01, bottom + 0.03), village.main_color), 20)
        << "above the words";
    EXPECT_GT(distance(color_at(*picture, 0.01, bottom - 0.03), village.main_color), 20)
        << "the clip";

    auto preview = Preview::open(folder / "clip.mp4");
    ASSERT_TRUE(preview);
    const auto seen = preview->edited(*recipe, Time(100'000), {270, 480});
    ASSERT_TRUE(seen);
    double difference = 0;
    ASSERT_EQ(seen->rgba.size(), picture->rgba.size());
    for (std::size_t i = 0; i < seen->rgba.size(); ++i)
        difference += std::abs(seen->rgba[i] - picture->rgba[i]);
    EXPECT_LT(difference / static_cast<double>(seen->rgba.size()), 6)
        << "the preview is the export";
}

}  // namespace
