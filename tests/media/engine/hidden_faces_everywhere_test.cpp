// Random mixes of all edits: hidden faces are seen in no result, kept ones are.
#include "media/engine/random_edits.hpp"
#include "plan/turning.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "video/decode/frame_reader.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/preview.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/turning.hpp>

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;

/// Position of a point of the turned picture in the result; empty: cropped away.
std::optional<cv::Point> in_result(const Plan& plan, const Point& seen) {
    const double x = (seen.x * plan.turned.width - plan.crop.x) / plan.crop.width,
                 y = (seen.y * plan.turned.height - plan.crop.y) / plan.crop.height;
    if (x < 0.01 || x > 0.99 || y < 0.01 || y > 0.99) return {};
    return cv::Point(static_cast<int>(plan.placed.x + x * plan.placed.width),
                     static_cast<int>(plan.placed.y + y * plan.placed.height));
}

/// Eyes, nose and mouth of a face.
std::vector<Point> features_of(const Area& face) {
    std::vector<Point> points;
    for (const double x : {0.1, 0.5, 0.9})
        for (const double y : {0.1, 0.5, 0.9})
            points.push_back({face.x + face.width * x, face.y + face.height * y});
    return points;
}

std::vector<Area> areas_of(const std::vector<FoundFace>& faces) {
    std::vector<Area> areas;
    for (const auto& face : faces) areas.push_back(face.area);
    return areas;
}

/// Exports `photo` with random mixes of edits; each face of `faces` (in the picture as taken) must
/// be covered.
void expect_faces_hidden(const std::filesystem::path& photo, const std::vector<Area>& faces,
                         unsigned seed, int mixes) {
    test::TemporaryFolder folder;
    Dice dice(seed);
    std::vector<Job> jobs;
    for (int i = 0; i < mixes; ++i) {
        auto recipe = random_edits(dice, 360);
        recipe.hide_faces = HideWith::solid;
        jobs.push_back({recipe, {.file = folder / (std::to_string(i) + ".png")}});
    }
    const auto reports = export_many(photo, jobs);
    auto preview = Preview::open(photo);
    ASSERT_TRUE(preview);
    int seen = 0;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        SCOPED_TRACE(words(jobs[i].recipe));
        ASSERT_TRUE(reports[i]) << reports[i].error().message;
        const auto plan = preview->planned(jobs[i].recipe);
        ASSERT_TRUE(plan);
        EXPECT_EQ(plan->result, reports[i]->size);
        const auto made = test::read_photo_pixels(reports[i]->file);
        const Turning turning(jobs[i].recipe, preview->info().size);
        for (const auto& face : faces)
            for (const auto& point : features_of(face))
                if (const auto there = in_result(*plan, turning.of(point))) {
                    EXPECT_TRUE(is_plate(made.at<cv::Vec3b>(*there))) << *there;
                    ++seen;
                }
    }
    EXPECT_GT(seen, mixes) << "the test would see nothing";
}

TEST(HiddenEverywhere, AFaceIsHiddenHoweverThePhotoIsTurned) {
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    const auto faces = find_faces(photo);
    ASSERT_TRUE(faces);
    expect_faces_hidden(photo, areas_of(*faces), 7, 8);
}

/// Two people, with an EXIF orientation that turns them upright.
TEST(HiddenEverywhere, FacesAreFoundUprightByExif) {
    const auto photo =
        std::filesystem::path(MEDIAEDIT_TEST_DATA) / "photos/grey-orient-6-two-people.jpg";
    const auto faces = find_faces(photo);
    ASSERT_TRUE(faces);
    ASSERT_GE(faces->size(), 1U);
    expect_faces_hidden(photo, areas_of(*faces), 21, 6);
}

/// The camera was on its side or upside down and wrote no orientation.
TEST(HiddenEverywhere, AFaceIsFoundWhicheverWayItLies) {
    test::TemporaryFolder folder;
    const auto photo = test::read_photo_pixels(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) /
                                               "samples/data/market.jpg");
    const Area face =
        find_faces(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg")
            ->front()
            .area;
    for (const Turn turn : {Turn::right, Turn::half, Turn::left}) {
        Recipe turned;
        turned.turn = turn;
        const auto file = folder / ("taken-" + std::to_string(static_cast<int>(turn)) + ".jpg");
        ASSERT_TRUE(
            export_media(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg",
                         turned, {.file = file}));
        const auto there = as_seen(face, turned, {photo.cols, photo.rows});
        const auto faces = find_faces(file);
        ASSERT_TRUE(faces);
        EXPECT_TRUE(std::ranges::any_of(*faces, [&](const FoundFace& one) {
            return std::abs(one.area.x - there.x) < 0.03 && std::abs(one.area.y - there.y) < 0.03 &&
                   std::abs(one.area.width - there.width) < 0.03;
        })) << static_cast<int>(turn);
        expect_faces_hidden(file, {there}, 30 + static_cast<unsigned>(turn), 2);
    }
}

TEST(HiddenEverywhere, AKeptFaceStaysWhereItIsSeen) {
    test::TemporaryFolder folder;
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    const auto info = probe(photo);
    const auto faces = find_faces(photo);
    ASSERT_TRUE(info && faces);
    std::vector<Job> jobs;
    for (const Turn turn : {Turn::none, Turn::right, Turn::half, Turn::left}) {
        Recipe recipe;
        recipe.turn = turn;
        recipe.mirror = turn == Turn::left;
        recipe.canvas = Canvas{{400, 400}, Fit::contain, {}, {}};
        recipe.hide_faces = HideWith::solid;
        for (const auto& face : *faces)
            recipe.keep_faces.push_back({as_seen(face.area, recipe, info->size), {}});
        jobs.push_back(
            {recipe, {.file = folder / (std::to_string(static_cast<int>(turn)) + ".png")}});
    }
    for (const auto& report : export_many(photo, jobs)) {
        ASSERT_TRUE(report);
        EXPECT_TRUE(std::ranges::none_of(
            report->notes, [](const Note& note) { return note.code == "faces_hidden"; }));
    }
}

}  // namespace
