// Which crop is chosen for known faces and weights.
#include "subjects/subject_finder.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

SubjectMap with_faces(std::vector<Area> faces) {
    SubjectMap map;
    map.subjects.faces = std::move(faces);
    return map;
}

Area window_of(const SubjectMap& map, double width, double height) {
    const auto choice = choose_window(map, width, height);
    return {choice.focus.x - width / 2, choice.focus.y - height / 2, width, height};
}

bool whole(const Area& face, const Area& window) {
    return face.x >= window.x - 1e-9 && face.y >= window.y - 1e-9 &&
           face.x + face.width <= window.x + window.width + 1e-9 &&
           face.y + face.height <= window.y + window.height + 1e-9;
}

TEST(Window, HoldsAFaceWholeWhereverItIs) {
    for (double x = 0; x <= 0.9; x += 0.1)
        for (double y = 0; y <= 0.9; y += 0.1) {
            const Area face{x, y, 0.1, 0.1};
            const auto map = with_faces({face});
            EXPECT_TRUE(whole(face, window_of(map, 0.3, 1))) << x;
            EXPECT_TRUE(whole(face, window_of(map, 1, 0.3))) << y;
            EXPECT_FALSE(choose_window(map, 0.3, 1).face_cut);
        }
}

TEST(Window, StaysInsideThePicture) {
    for (const double at : {0.0, 0.5, 0.9})
        for (const double length : {0.05, 0.3, 0.7, 1.0}) {
            const auto window = window_of(with_faces({{at, at, 0.1, 0.1}}), length, length);
            EXPECT_GE(window.x, -1e-9);
            EXPECT_GE(window.y, -1e-9);
            EXPECT_LE(window.x + length, 1 + 1e-9);
            EXPECT_LE(window.y + length, 1 + 1e-9);
        }
}

TEST(Window, TakesAllFacesThatFitTogether) {
    const std::array<Area, 3> faces{
        {{0.1, 0.3, 0.1, 0.1}, {0.3, 0.3, 0.1, 0.1}, {0.45, 0.35, 0.08, 0.1}}};
    const auto window = window_of(with_faces({faces.begin(), faces.end()}), 0.6, 1);
    for (const auto& face : faces) EXPECT_TRUE(whole(face, window));
}

TEST(Window, LeavesASmallerFaceOutRatherThanCutIt) {
    const Area large{0.2, 0.3, 0.2, 0.3}, small{0.62, 0.3, 0.1, 0.15};
    for (const double width : {0.30, 0.4, 0.45}) {
        const auto map = with_faces({large, small});
        EXPECT_TRUE(whole(large, window_of(map, width, 1))) << width;
        EXPECT_FALSE(choose_window(map, width, 1).face_cut) << width;
    }
}

TEST(Window, ReportsAFaceThatCannotFit) {
    EXPECT_TRUE(choose_window(with_faces({{0.3, 0.3, 0.4, 0.4}}), 0.2, 1).face_cut);
}

TEST(Window, LeavesRoomAboveAFace) {
    const auto window = window_of(with_faces({{0.4, 0.4, 0.2, 0.2}}), 1, 0.5);
    EXPECT_LT(window.y, 0.4 - 0.2 * 0.3);
}

TEST(Window, WithoutFacesTakesTheHeaviestPart) {
    SubjectMap map;
    map.weight = cv::Mat::zeros(54, 96, CV_32F);
    map.weight(cv::Rect(70, 10, 12, 20)).setTo(1);
    const auto window = window_of(map, 0.3, 1);
    const double step = 1.0 / map.weight.cols;
    EXPECT_LE(window.x, 70 * step + step);
    EXPECT_GE(window.x + window.width, 82 * step - step);
}

}  // namespace
