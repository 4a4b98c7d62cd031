// Blurred faces and covered areas, up to the files.
#include "journey.hpp"

#include "support/made_pictures.hpp"
#include "support/media_files.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::place_ramp;
using mediaedit::test::read_photo_pixels;
using mediaedit::test::write_phone_jpeg;
using testing::IsEmpty;

TEST_F(JourneyTest, AFaceThatIsBlurredStaysBlurredHoweverThePhotoIsTurned) {
    fs::copy_file(fs::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg",
                  program_.pictures() / "pasar.jpg");
    program_.start();
    program_.press("home.photo");
    press_card("pasar.jpg");
    program_.press("next");
    EXPECT_TRUE(program_.says("2 faces were found"));
    program_.press("faces.1");
    for (const auto* button : {"turn", "turn", "mirror", "turn"}) {
        program_.press(button);
        EXPECT_TRUE(program_.says("2 faces were found"));
        EXPECT_EQ(program_.work().post.items[0].faces, FaceChoice::hide);
    }
    const auto recipe = program_.work().post.items[0].recipe;
    // The stage shows the same as the result.
    for (const auto& [id, place] : program_.state().frames) {
        if (!place.is_open) continue;
        const auto* chosen = program_.state().answer("plan:0:" + id);
        ASSERT_TRUE(chosen && chosen->error.empty()) << id;
        const auto plan = program_.state().known<Plan>("plan:0:" + id);
        EXPECT_NEAR(place.shape.crop.x * plan->turned.width, plan->crop.x, 1) << id;
        EXPECT_NEAR(place.shape.crop.y * plan->turned.height, plan->crop.y, 1) << id;
    }
    for (int i = 0; i < 3; ++i) program_.press("next");
    ASSERT_EQ(program_.state().step, Step::save);
    program_.save();
    for (const auto& file : program_.state().saving.report->files)
        if (file.report) {
            EXPECT_TRUE(std::ranges::any_of(file.report->notes, [](const Note& note) {
                return note.message.starts_with("2 faces were hidden");
            })) << file.file;
        }
    EXPECT_EQ(recipe, program_.work().post.items[0].recipe);
}

TEST_F(JourneyTest, AFaceThatIsBlurredAndAPlateThatIsCoveredAreSoInEveryFile) {
    write_phone_jpeg(program_.pictures() / "foto.jpg", place_ramp(1600, 1200));
    program_.start();
    program_.window().drop_files({program_.pictures() / "foto.jpg"});
    program_.settle();
    program_.press("cover.begin");
    ASSERT_TRUE(program_.state().covering);
    const auto box = program_.get("cover").seen;
    program_.drag(box.left + box.width() * 0.45F, box.top + box.height() * 0.45F,
                  box.left + box.width() * 0.55F, box.top + box.height() * 0.55F);
    ASSERT_EQ(program_.work().post.items[0].recipe.hidden.size(), 1u);
    EXPECT_FALSE(program_.state().covering);
    const auto area = program_.work().post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(area.x, 0.45, 0.02);
    EXPECT_NEAR(area.width, 0.1, 0.02);
    auto work = program_.work();
    work.post.items[0].recipe.focus =
        Point{0.5, 0.5};  // so the cover is in the middle of every file
    program_.app().act(Change{"move photo", {}, work});
    program_.app().act(GoTo{Step::save});
    program_.settle();
    program_.save();
    for (const auto& [placement, file] : results()) {
        const auto rgb = read_photo_pixels(file);
        // The ramp changes everywhere except under the cover.
        const auto place = rgb.at<cv::Vec3b>(rgb.rows / 2, rgb.cols / 2),
                   beside = rgb.at<cv::Vec3b>(rgb.rows / 2 + rgb.rows / 40,
                                              rgb.cols / 2 + rgb.cols / 40);
        EXPECT_LE(std::abs(place[0] - beside[0]) + std::abs(place[1] - beside[1]) +
                      std::abs(place[2] - beside[2]),
                  3)
            << placement << ": the middle is still to be seen";
    }
    program_.app().act(GoTo{Step::frame});
    program_.settle();
    program_.press("unhide.0");
    EXPECT_THAT(program_.work().post.items[0].recipe.hidden, IsEmpty());
}

}  // namespace
