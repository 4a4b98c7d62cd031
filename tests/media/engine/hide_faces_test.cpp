// The face finder does not find a hidden face.
#include "base/system/system.hpp"
#include "photo/photo_reader.hpp"
#include "picture/hide/hide.hpp"
#include "subjects/subject_finder.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

cv::Mat read(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 1 << 30);
    const auto name = file.filename().string();
    return read_photo(bytes, name, read_photo_header(bytes, name, {}), {}).picture.pixels;
}

/// Whether a face is found around `box`, enlarged.
bool face_at(const cv::Mat& picture, cv::Rect box) {
    box = cv::Rect(box.x - box.width / 2, box.y - box.height / 2, box.width * 2, box.height * 2) &
          cv::Rect(0, 0, picture.cols, picture.rows);
    cv::Mat near;
    cv::resize(picture(box), near, {300, 300 * box.height / box.width}, 0, 0, cv::INTER_AREA);
    return !map_subjects({near}, Search::thorough).subjects.faces.empty();
}

/// The thorough search must find everything the quick one finds.
std::vector<Area> faces_of(const cv::Mat& picture) {
    const auto faces = map_subjects({picture}, Search::thorough).subjects.faces;
    for (const auto& quick : map_subjects({picture}, Search::quick).subjects.faces) {
        const cv::Rect2d box(quick.x, quick.y, quick.width, quick.height);
        const bool known = std::ranges::any_of(faces, [&](const Area& face) {
            return (cv::Rect2d(face.x, face.y, face.width, face.height) & box).area() >
                   0.3 * box.area();
        });
        EXPECT_TRUE(known) << box << " is found quickly, but not thoroughly";
    }
    return faces;
}

/// Hides each face with boxes shifted by some pixels; returns the number of faces.
int expect_hidden(const cv::Mat& picture) {
    const auto faces = faces_of(picture);
    for (const auto& face : faces)
        for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid})
            for (const int off_px : {-2, 0, 2}) {
                const cv::Rect box(static_cast<int>(face.x * picture.cols) + off_px,
                                   static_cast<int>(face.y * picture.rows) - off_px,
                                   static_cast<int>(face.width * picture.cols),
                                   static_cast<int>(face.height * picture.rows));
                cv::Mat hidden = picture.clone();
                hide(hidden, {box.x, box.y, box.width, box.height}, with);
                EXPECT_FALSE(face_at(hidden, box))
                    << box << " with " << static_cast<int>(with) << " off by " << off_px;
            }
    return static_cast<int>(faces.size());
}

TEST(HideFaces, TheFaceOfTheSamplePhotoIsNotFoundAgain) {
    EXPECT_GE(expect_hidden(
                  read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg")),
              1);
}

TEST(HideFaces, NoFaceOfTheSharedPhotosIsFoundAgain) {
    const std::filesystem::path folder = std::filesystem::path(MEDIAEDIT_SHARED_MEDIA) / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared media";
    int faces = 0;
    for (const char* name : {"people-astronaut-portrait.png", "people-face-woman-red-hat.png",
                             "progressive-two-people.jpg", "grey-orient-6-two-people.jpg"}) {
        SCOPED_TRACE(name);
        faces += expect_hidden(read(folder / name));
    }
    EXPECT_GE(faces, 4);
}

}  // namespace
