// People stay in the picture, whatever its shape.
#include "photo/photo_reader.hpp"
#include "picture/subject_finder.hpp"
#include "support/media_files.hpp"

#include "base/system.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

Picture read(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 1 << 30);
    return read_photo(bytes, file.filename().string(), read_photo_header(bytes, file.filename().string(), {}), {}).picture;
}

bool contains(const Area& outer, Point point) { return point.x >= outer.x && point.x <= outer.x + outer.width && point.y >= outer.y && point.y <= outer.y + outer.height; }

/// The window of `width` x `height` (fractions) that is chosen.
Area window_of(const SubjectMap& map, double width, double height) {
    const auto choice = choose_window(map, width, height);
    return {choice.focus.x - width / 2, choice.focus.y - height / 2, width, height};
}

TEST(Subjects, TheFaceOfTheSamplePhotoIsFoundAndKept) {
    const auto picture = read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    const auto map = map_subjects(picture, Search::quick);
    ASSERT_FALSE(map.subjects.faces.empty()) << "is opencv-data installed?";
    const Point face{0.74, 0.38};
    EXPECT_TRUE(contains(map.subjects.faces.front(), face));
    for (const double width : {0.2, 0.375, 0.53, 0.67}) {
        EXPECT_TRUE(contains(window_of(map, width, 1), face)) << width;
        EXPECT_FALSE(choose_window(map, width, 1).face_cut) << width;
    }
}

TEST(Subjects, AFaceThatCannotFitIsToldOf) {
    const auto picture = read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    EXPECT_TRUE(choose_window(map_subjects(picture, Search::quick), 0.05, 1).face_cut);
}

TEST(Subjects, WithoutAFaceTheBrightThingOnAPlainWallIsKept) {
    cv::Mat wall(300, 900, CV_8UC3, cv::Scalar(120, 120, 120));
    wall(cv::Rect(700, 100, 90, 120)).setTo(cv::Scalar(220, 40, 40));
    const auto map = map_subjects({wall}, Search::quick);
    EXPECT_TRUE(map.subjects.faces.empty());
    EXPECT_TRUE(contains(window_of(map, 0.33, 1), {745 / 900.0, 0.5}));
}

TEST(Subjects, TheSmallestPicturesAreNoTrouble) {
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(940, 2), cv::Size(2, 3000), cv::Size(30, 30)}) {
        const auto map = map_subjects({cv::Mat(size, CV_8UC3, cv::Scalar(9, 9, 9))}, Search::thorough);
        const auto choice = choose_window(map, 0.5, 0.5);
        EXPECT_TRUE(choice.focus.x >= 0.2 && choice.focus.x <= 0.8 && choice.focus.y >= 0.2 && choice.focus.y <= 0.8);
    }
}

TEST(Subjects, CutMeansNeitherInsideNorOutside) {
    const Subjects subjects{{{0.4, 0.4, 0.2, 0.2}}, {0.5, 0.5}};
    EXPECT_FALSE(cuts_face(subjects, {0.3, 0.3, 0.4, 0.4}));
    EXPECT_FALSE(cuts_face(subjects, {0, 0, 0.3, 1}));
    EXPECT_TRUE(cuts_face(subjects, {0, 0, 0.5, 1}));
}

}  // namespace
