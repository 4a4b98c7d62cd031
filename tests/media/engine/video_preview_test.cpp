// The video preview shows the exact picture of each time, and what the export writes.
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace {

using namespace mediaedit;

Time at(int n) { return Time((n * 1'000'000LL + 15) / 30); }

/// The number in a film's picture at its original size.
int number_in(const cv::Mat& rgb) {
    int number = 0;
    for (int bit = 0; bit < 12; ++bit)
        if (rgb.at<cv::Vec3b>(8, bit * 16 + 8)[1] > 125) number |= 1 << bit;
    return number;
}

cv::Mat to_mat(const PictureView& view) {
    cv::Mat rgb;
    cv::cvtColor(cv::Mat(view.size.height, view.size.width, CV_8UC4,
                         const_cast<std::uint8_t*>(view.rgba.data())),
                 rgb, cv::COLOR_RGBA2RGB);
    return rgb;
}

class VideoPreview : public testing::TestWithParam<const char*> {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path source;

    void SetUp() override {
        test::FilmOptions options;
        options.b_frames = 2;
        options.group = 45;
        if (std::string(GetParam()) == "webm") options.encoder = "libvpx";
        source = folder / (std::string("film.") + GetParam());
        test::make_film(source, options);
    }
};

TEST_P(VideoPreview, EveryMomentIsExactInAnyOrder) {
    auto preview = Preview::open(source);
    ASSERT_TRUE(preview) << preview.error().message;
    for (const int number : {0, 1, 2, 3, 50, 51, 30, 119, 118, 44, 45, 46, 0, 90, 89}) {
        // Slightly after the picture's start, since Matroska's clock is coarse.
        const auto view = preview->original(at(number) + Time(5000), {320, 240});
        ASSERT_TRUE(view) << view.error().message;
        EXPECT_EQ(number_in(to_mat(*view)), number);
    }
    EXPECT_EQ(number_in(to_mat(*preview->original(Time(999'000'000), {320, 240}))), 119);
}

TEST_P(VideoPreview, ShowsWhatTheExportWrites) {
    Recipe recipe;
    recipe.canvas = Canvas{{360, 640}, Fit::blur, {}, {}};
    TextOverlay early, late;
    early.text = "Awal";
    early.when = TimeRange{Time(0), at(40)};
    late.text = "Akhir";
    late.anchor = Anchor::top;
    late.when = TimeRange{at(40), {}};
    recipe.overlays = {early, late};
    recipe.adjust.warmth = 0.3;
    auto preview = Preview::open(source);
    ASSERT_TRUE(preview);
    const auto made = export_media(source, recipe, {folder / "made.mp4"});
    ASSERT_TRUE(made) << made.error().message << made.error().detail;
    for (const int number : {10, 60}) {
        const auto seen = preview->edited(recipe, at(number) + Time(5000), {360, 640});
        ASSERT_TRUE(seen) << seen.error().message;
        const auto frame = export_frame(made->file, at(number) + Time(5000),
                                        {folder / "frame.png", IfExists::replace});
        ASSERT_TRUE(frame) << frame.error().message;
        const auto written = test::read_photo_pixels(frame->file);
        const auto shown = to_mat(*seen);
        ASSERT_EQ(shown.size(), written.size());
        // Only the encoder makes a difference.
        EXPECT_LT(cv::norm(shown, written, cv::NORM_L1) / static_cast<double>(shown.total() * 3), 4)
            << number;
    }
}

/// Never larger than requested, and of equal size.
TEST(PreviewSizes, AreWithinAndAlike) {
    test::TemporaryFolder folder;
    test::make_film(folder / "film.mp4", {.width = 320, .height = 180, .frames = 2});
    test::write_photo(folder / "photo.png", test::made_scene(321, 181));
    test::write_photo(folder / "flat.png", test::made_scene(640, 9));
    Recipe recipe;
    recipe.adjust.light = 0.1;
    for (const auto& file :
         {folder / "film.mp4", folder / "photo.png", folder / "flat.png",
          std::filesystem::path(MEDIAEDIT_TEST_DATA) / "videos/vp9-odd-161x121.webm"}) {
        SCOPED_TRACE(file.filename());
        auto preview = Preview::open(file);
        ASSERT_TRUE(preview) << preview.error().message;
        for (const auto within : {PixelSize{1, 1},
                                  {2, 2},
                                  {3, 3},
                                  {1, 90},
                                  {99, 99},
                                  {50, 7},
                                  {98, 300},
                                  {160, 121},
                                  {161, 121},
                                  {2000, 2000}}) {
            const auto original = preview->original(Time(0), within),
                       edited = preview->edited(recipe, Time(0), within);
            ASSERT_TRUE(original && edited);
            EXPECT_LE(original->size.width, within.width);
            EXPECT_LE(original->size.height, within.height);
            EXPECT_EQ(original->size, edited->size) << within.width << "x" << within.height;
            EXPECT_EQ(original->rgba.size(), static_cast<std::size_t>(original->size.width) *
                                                 static_cast<std::size_t>(original->size.height) *
                                                 4);
        }
    }
}

TEST(OddVideo, ACoverIsAsLargeAsTheClipAndAResizedClipSaysItIsNot) {
    test::TemporaryFolder folder;
    const auto source = std::filesystem::path(MEDIAEDIT_TEST_DATA) / "videos/vp9-odd-161x121.webm";
    const auto cover = export_frame(source, Time(0), {folder / "cover.png"});
    ASSERT_TRUE(cover) << cover.error().message;
    EXPECT_EQ(cover->size, (PixelSize{161, 121}));
    EXPECT_EQ(test::read_photo_pixels(cover->file).size(), cv::Size(161, 121));
    const auto is_told = [](const Report& report) {
        return std::ranges::any_of(report.notes,
                                   [](const Note& note) { return note.code == "size_made_even"; });
    };
    Recipe recipe;
    recipe.canvas = Canvas{{161, 121}, Fit::cover, {}, {}};
    const auto made = export_media(source, recipe, {folder / "odd.mp4"});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->size, (PixelSize{160, 120}));
    EXPECT_TRUE(is_told(*made));
    recipe.canvas->size = {160, 120};
    const auto even = export_media(source, recipe, {folder / "even.mp4"});
    ASSERT_TRUE(even);
    EXPECT_FALSE(is_told(*even));
}

TEST_P(VideoPreview, AFrameOutsideIsRefused) {
    for (const auto moment : {Time(-1), Time(60'000'000)}) {
        const auto frame = export_frame(source, moment, {folder / "frame.png"});
        ASSERT_FALSE(frame);
        EXPECT_EQ(frame.error().code, ErrorCode::bad_argument);
    }
    EXPECT_EQ(folder.entries(), 1);
}

INSTANTIATE_TEST_SUITE_P(All, VideoPreview, testing::Values("mp4", "webm", "mkv"),
                         [](const testing::TestParamInfo<const char*>& one) {
                             return std::string(one.param);
                         });

}  // namespace
