// Random mixes of all edits: a hidden area is seen in no result.
#include "media/engine/random_edits.hpp"
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/frame/frame_picture.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/preview.hpp>
#include <mediaedit/turning.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;

/// Stripes of two strong colours whose mean is grey: a hidden area shows neither colour.
const cv::Scalar violet(255, 0, 255), green(0, 255, 0);
const Area marked{0.58, 0.2, 0.26, 0.3};

cv::Rect marked_pixels(cv::Size size) {
    return {static_cast<int>(marked.x * size.width), static_cast<int>(marked.y * size.height),
            static_cast<int>(marked.width * size.width),
            static_cast<int>(marked.height * size.height)};
}

cv::Mat photo_with_stripes() {
    auto photo = test::made_scene(1200, 900);
    const auto part = marked_pixels(photo.size());
    for (int x = part.x, i = 0; x < part.x + part.width; x += 14, ++i)
        photo(cv::Rect(x, part.y, std::min(14, part.x + part.width - x), part.height))
            .setTo(i % 2 == 0 ? violet : green);
    return photo;
}

/// The share of pixels with one of the stripes' colours.
double striped_share(const cv::Mat& rgb) {
    int count = 0;
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            const auto& pixel = rgb.at<cv::Vec3b>(y, x);
            const int apart = std::min(pixel[0], pixel[2]) - pixel[1];
            count += std::abs(apart) > 110 && std::abs(pixel[0] - pixel[2]) < 90;
        }
    return static_cast<double>(count) / static_cast<double>(rgb.total());
}

HiddenArea hidden_as(const Recipe& recipe, PixelSize upright, HideWith with) {
    return as_seen(HiddenArea{marked, with, {}, {}}, recipe, upright);
}

TEST(HiddenEverywhere, AMarkedPartOfAPhotoIsSeenInNoResult) {
    test::TemporaryFolder folder;
    test::write_photo(folder / "photo.png", photo_with_stripes());
    Dice dice(14);
    std::vector<Job> jobs;
    constexpr int mixes = 16;
    for (int i = 0; i < mixes; ++i) {
        auto recipe = random_edits(dice, 400);
        jobs.push_back({recipe, {.file = folder / ("open-" + std::to_string(i) + ".png")}});
        recipe.hidden = {hidden_as(recipe, {1200, 900}, static_cast<HideWith>(dice.below(3)))};
        jobs.push_back({recipe, {.file = folder / ("hidden-" + std::to_string(i) + ".png")}});
    }
    const auto reports = export_many(folder / "photo.png", jobs);
    auto preview = Preview::open(folder / "photo.png");
    ASSERT_TRUE(preview);
    int would_be_seen = 0;
    for (std::size_t i = 0; i < reports.size(); i += 2) {
        SCOPED_TRACE(words(jobs[i].recipe));
        ASSERT_TRUE(reports[i] && reports[i + 1]);
        would_be_seen += striped_share(test::read_photo_pixels(reports[i]->file)) > 0.005;
        EXPECT_LT(striped_share(test::read_photo_pixels(reports[i + 1]->file)), 1e-4);
        if (i % 12 != 0) continue;
        const auto shown = preview->edited(jobs[i + 1].recipe, Time(0), {300, 300});
        ASSERT_TRUE(shown);
        cv::Mat rgb;
        cv::cvtColor(cv::Mat(shown->size.height, shown->size.width, CV_8UC4,
                             const_cast<std::uint8_t*>(shown->rgba.data())),
                     rgb, cv::COLOR_RGBA2RGB);
        EXPECT_LT(striped_share(rgb), 1e-4);
    }
    EXPECT_GT(would_be_seen, mixes / 2) << "the test would see nothing";
}

/// A logo stays unchanged; the same file as a photo in the result does not.
TEST(HiddenEverywhere, APhotoLaidInIsHiddenThoughItsFileIsALogoToo) {
    test::TemporaryFolder folder;
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    test::write_photo(folder / "plain.png", cv::Mat(600, 600, CV_8UC3, cv::Scalar(90, 140, 90)));
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    recipe.overlays = {
        PictureOverlay{.file = photo.string(), .area = Area{0, 0, 1, 0.66}, .focus = Point{}},
        PictureOverlay{.file = photo.string(), .anchor = Anchor::bottom_left, .size = 0.2}};
    const auto report = export_media(folder / "plain.png", recipe, {folder / "made.png"});
    ASSERT_TRUE(report) << report.error().message;
    const auto made = test::read_photo_pixels(report->file);
    const auto face = find_faces(photo)->front().area;
    EXPECT_TRUE(is_plate(made.at<cv::Vec3b>(static_cast<int>((face.y + face.height / 2) * 396),
                                            static_cast<int>((face.x + face.width / 2) * 600))));
}

/// Stripes at even coordinates in a film's picture: `(x, y)` in the picture as stored.
std::filesystem::path film_with_stripes(const test::TemporaryFolder& folder, int turn_deg) {
    test::FilmOptions options;
    options.width = 480;
    options.height = 360;
    options.frames = 24;
    options.group = 8;
    options.moving_detail = 0;
    options.turn_deg = turn_deg;
    options.draw_more = [](AVFrame& frame, int) {
        const auto part = marked_pixels({frame.width, frame.height});
        for (int plane = 0; plane < 3; ++plane) {
            const int by = plane == 0 ? 1 : 2;
            cv::Mat pixels(frame.height / by, frame.width / by, CV_8U, frame.data[plane],
                           static_cast<std::size_t>(frame.linesize[plane]));
            constexpr int codes[2][3] = {{78, 214, 230}, {173, 42, 26}};  // violet, green
            for (int x = part.x & ~1, i = 0; x + 12 <= part.x + part.width; x += 12, ++i)
                pixels(cv::Rect(x / by, part.y / by, 12 / by, part.height / by))
                    .setTo(codes[i % 2][plane]);
        }
    };
    const auto file = folder / ("film-" + std::to_string(turn_deg) + ".mp4");
    test::make_film(file, options);
    return file;
}

double most_striped(const std::filesystem::path& film) {
    FrameReader reader(film, {}, {}, 1);
    const auto frame = new_frame();
    double most = 0;
    while (reader.next(*frame)) most = std::max(most, striped_share(to_rgb(*frame)));
    return most;
}

TEST(HiddenEverywhere, AMarkedPartOfAClipIsSeenInNoResult) {
    test::TemporaryFolder folder;
    Dice dice(5);
    int would_be_seen = 0;
    constexpr int mixes = 10;
    for (const int turn_deg : {0, 90}) {
        const auto film = film_with_stripes(folder, turn_deg);
        const auto upright = probe(film)->size;
        // The marked area in the upright picture.
        Recipe file_turn;
        file_turn.turn = turn_deg == 90 ? Turn::right : Turn::none;
        const auto mark = as_seen(marked, file_turn, {480, 360});
        std::vector<Job> jobs;
        for (int i = 0; i < mixes / 2; ++i) {
            auto recipe = random_edits(dice, 240);
            if (dice.once_in(2)) recipe.keep = {{Time(100'000), Time(700'000)}};
            if (dice.once_in(2)) recipe.constant_rate = 24;
            const auto name = std::to_string(turn_deg) + "-" + std::to_string(i) + ".mp4";
            jobs.push_back({recipe, {.file = folder / ("open-" + name)}});
            recipe.hidden = {as_seen(HiddenArea{mark, static_cast<HideWith>(dice.below(3)), {}, {}},
                                     recipe, upright)};
            if (dice.once_in(2)) recipe.hidden.front().when = TimeRange{Time(0), {}};
            jobs.push_back({recipe, {.file = folder / ("hidden-" + name)}});
        }
        const auto reports = export_many(film, jobs);
        for (std::size_t i = 0; i < reports.size(); i += 2) {
            SCOPED_TRACE(words(jobs[i].recipe));
            ASSERT_TRUE(reports[i] && reports[i + 1]);
            would_be_seen += most_striped(reports[i]->file) > 0.005;
            EXPECT_LT(most_striped(reports[i + 1]->file), 1e-4);
        }
    }
    EXPECT_GE(would_be_seen, mixes / 2) << "the test would see nothing";
}

}  // namespace
