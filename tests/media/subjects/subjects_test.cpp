// People stay in the picture, whatever its aspect ratio.
#include "photo/photo_reader.hpp"
#include "subjects/subject_finder.hpp"
#include "support/media_files.hpp"

#include "base/system/system.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

Picture read(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 1 << 30);
    return read_photo(bytes, file.filename().string(),
                      read_photo_header(bytes, file.filename().string(), {}), {})
        .picture;
}

bool contains(const Area& outer, Point point) {
    return point.x >= outer.x && point.x <= outer.x + outer.width && point.y >= outer.y &&
           point.y <= outer.y + outer.height;
}

/// The crop of `width` x `height` (fractions) that is chosen.
Area window_of(const SubjectMap& map, double width, double height) {
    const auto choice = choose_window(map, width, height);
    return {choice.focus.x - width / 2, choice.focus.y - height / 2, width, height};
}

TEST(Subjects, TheFaceOfTheSamplePhotoIsFoundAndKept) {
    const auto picture =
        read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    const auto map = map_subjects(picture, Search::quick);
    ASSERT_FALSE(map.subjects.faces.empty());
    const Point face{0.74, 0.38};
    EXPECT_TRUE(contains(map.subjects.faces.front(), face));
    for (const double width : {0.2, 0.375, 0.53, 0.67}) {
        EXPECT_TRUE(contains(window_of(map, width, 1), face)) << width;
        EXPECT_FALSE(choose_window(map, width, 1).face_cut) << width;
    }
}

TEST(Subjects, AFaceThatCannotFitIsReported) {
    const auto picture =
        read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    EXPECT_TRUE(choose_window(map_subjects(picture, Search::quick), 0.05, 1).face_cut);
}

/// The seller of the sample photo down to her shoulders, scaled so that her face takes `share` of a
/// plain picture's width.
cv::Mat far_away_seller(double share) {
    const auto photo =
        read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    const double face_px = 193, width_px = 1600;
    cv::Mat person, picture(1200, static_cast<int>(width_px), CV_8UC3, cv::Scalar(150, 160, 150));
    const double scale = share * width_px / face_px;
    cv::resize(photo.pixels(cv::Rect(1200, 280, 560, 560)), person, {}, scale, scale,
               cv::INTER_AREA);
    person.copyTo(picture(cv::Rect({300, 400}, person.size())));
    return picture;
}

TEST(Subjects, APersonFarAwayIsFoundAtMostSizes) {
    // A cascade detects certain sizes only, so a face between two of them may be missed.
    const std::vector<double> shares{0.05, 0.06, 0.07, 0.08, 0.1, 0.12};
    const auto found = std::ranges::count_if(shares, [](double share) {
        return map_subjects({far_away_seller(share)}, Search::quick).subjects.faces.size() == 1;
    });
    EXPECT_GE(found, 5);
}

TEST(Subjects, FacesAreInsideThePictureAndLargestFirst) {
    for (const auto search : {Search::quick, Search::thorough}) {
        const auto faces = map_subjects(read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) /
                                             "samples/data/market.jpg"),
                                        search)
                               .subjects.faces;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            EXPECT_TRUE(faces[i].x >= 0 && faces[i].y >= 0 && faces[i].x + faces[i].width <= 1 &&
                        faces[i].y + faces[i].height <= 1);
        }
        EXPECT_TRUE(std::ranges::is_sorted(
            faces, std::greater{}, [](const Area& face) { return face.width * face.height; }));
    }
}

TEST(Subjects, SeveralThreadsSearchAtOnce) {
    const auto picture =
        read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    const auto expected = map_subjects(picture, Search::quick).subjects;
    std::vector<Subjects> found(3);
    {
        std::vector<std::jthread> threads;
        for (auto& subjects : found)
            threads.emplace_back([&] { subjects = map_subjects(picture, Search::quick).subjects; });
    }
    for (const auto& subjects : found) EXPECT_EQ(subjects, expected);
}

/// Crops of the usual aspect ratios.
void expect_no_face_cut(const SubjectMap& map, cv::Size size, const std::string& name) {
    for (const double shape : {4.0 / 5, 1.0, 9.0 / 16}) {
        const double width = std::min(1.0, size.height * shape / size.width),
                     height = std::min(1.0, size.width / shape / size.height);
        EXPECT_FALSE(choose_window(map, width, height).face_cut) << name << " " << shape;
    }
}

TEST(Subjects, PeopleInPhotosAreFoundAndNotCut) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs the shared media";
    const std::map<std::string, Point> people{
        {"people-astronaut-portrait.png", {0.44, 0.22}},
        {"people-face-woman-red-hat.png", {0.55, 0.51}},
        {"people-market-stall-south-east-asia.png", {0.71, 0.37}},
        {"large-24mp-progressive.jpg", {0.506, 0.31}},
        {"progressive-two-people.jpg", {0.38, 0.31}},
        {"grey-orient-6-two-people.jpg", {0.38, 0.31}}};
    for (const auto& [name, middle] : people) {
        const auto picture = read(folder / name);
        const auto map = map_subjects(picture, Search::quick);
        ASSERT_GE(map.subjects.faces.size(), 1U) << name;
        EXPECT_TRUE(std::ranges::any_of(map.subjects.faces, [&,
                                                             &middle = middle](const Area& face) {
            return contains(face, middle);
        })) << name;
        expect_no_face_cut(map, picture.pixels.size(), name);
    }
}

TEST(Subjects, NoFaceIsSeenWhereNobodyIs) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs the shared media";
    for (const auto* name :
         {"adobergb-rocket.jpg", "document-page-photo.png", "orient-landscape-1.jpg",
          "p3-iphone-11-pro-android-figures.jpg", "pano-wide-cars-2482x614.jpg",
          "phone-galaxy-s6-dinosaur-gps.jpg", "phone-iphone-5-8mp-orient-3-gps.jpg",
          "phone-moto-g9-16mp-empty-gps.jpg", "phone-samsung-j3-5mp-orient-6.jpg",
          "ultrahdr-pixel-6-pro-12mp-p3.jpg", "webp-denali.webp"})
        EXPECT_TRUE(map_subjects(read(folder / name), Search::quick).subjects.faces.empty())
            << name;
}

TEST(Subjects, WithoutAFaceTheBrightThingOnAPlainWallIsKept) {
    cv::Mat wall(300, 900, CV_8UC3, cv::Scalar(120, 120, 120));
    wall(cv::Rect(700, 100, 90, 120)).setTo(cv::Scalar(220, 40, 40));
    const auto map = map_subjects({wall}, Search::quick);
    EXPECT_TRUE(map.subjects.faces.empty());
    EXPECT_TRUE(contains(window_of(map, 0.33, 1), {745 / 900.0, 0.5}));
}

TEST(Subjects, TheSmallestPicturesWork) {
    for (const cv::Size size :
         {cv::Size(1, 1), cv::Size(940, 2), cv::Size(2, 3000), cv::Size(30, 30)}) {
        const auto map =
            map_subjects({cv::Mat(size, CV_8UC3, cv::Scalar(9, 9, 9))}, Search::thorough);
        EXPECT_TRUE(map.subjects.faces.empty()) << size;
        const auto choice = choose_window(map, 0.5, 0.5);
        EXPECT_TRUE(choice.focus.x >= 0.2 && choice.focus.x <= 0.8 && choice.focus.y >= 0.2 &&
                    choice.focus.y <= 0.8);
    }
}

TEST(Subjects, CutMeansNeitherInsideNorOutside) {
    const Subjects subjects{{{0.4, 0.4, 0.2, 0.2}}, {0.5, 0.5}};
    EXPECT_FALSE(cuts_face(subjects, {0.3, 0.3, 0.4, 0.4}));
    EXPECT_FALSE(cuts_face(subjects, {0, 0, 0.3, 1}));
    EXPECT_TRUE(cuts_face(subjects, {0, 0, 0.5, 1}));
}

}  // namespace
