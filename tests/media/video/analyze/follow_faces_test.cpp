// A face that moves through a film is covered in every frame that shows it.
#include "base/system/system.hpp"
#include "photo/photo_reader.hpp"
#include "support/made_film.hpp"
#include "support/made_frames.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/frame/frame_picture.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/turning.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <functional>
#include <optional>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

constexpr int first = 20, last = 64, covered_from = 36,
              covered_until = 43;  // covered: something is in front of the face
constexpr int person_px = 196, face_x_px = 70, face_y_px = 50,
              face_px = 66;  // the face in the picture of the person

cv::Point person_at(int number) { return {8 + 6 * (number - first), 96}; }
bool shows_face(int number) {
    return number >= first && number <= last && (number < covered_from || number >= covered_until);
}

/// The seller of the sample photo, down to her shoulders.
cv::Mat person() {
    const auto file = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    const auto bytes = read_file(file, 1 << 30);
    const auto photo =
        read_photo(bytes, "market.jpg", read_photo_header(bytes, "market.jpg", {}), {})
            .picture.pixels;
    cv::Mat small;
    cv::resize(photo(cv::Rect(1200, 280, 560, 560)), small, {person_px, person_px}, 0, 0,
               cv::INTER_AREA);
    return small;
}

void put(AVFrame& frame, const AVFrame& piece, cv::Point at) {
    for (int plane = 0; plane < 3; ++plane) {
        const int half = plane == 0 ? 1 : 2;
        const auto on = [half](const AVFrame& of, int index) {
            return cv::Mat(of.height / half, of.width / half, CV_8U, of.data[index],
                           static_cast<std::size_t>(of.linesize[index]));
        };
        on(piece, plane)
            .copyTo(on(frame, plane)(
                cv::Rect(at.x / half, at.y / half, piece.width / half, piece.height / half)));
    }
}

class FollowFaces : public testing::Test {
protected:
    test::TemporaryFolder folder;

    std::filesystem::path film() {
        const auto seller = test::frame_of(person());
        const auto wall =
            test::frame_of(cv::Mat(person_px, person_px, CV_8UC3, cv::Scalar(120, 130, 110)));
        test::FilmOptions options;
        options.width = 640;
        options.height = 360;
        options.frames = 85;
        options.draw_more = [&](AVFrame& frame, int number) {
            if (number < first || number > last) return;
            put(frame, shows_face(number) ? *seller : *wall, person_at(number));
        };
        test::make_film(folder / "film.mp4", options);
        return folder / "film.mp4";
    }

    /// The inner face, which must not be visible.
    static cv::Rect face_in(int number) {
        return {person_at(number) + cv::Point(face_x_px, face_y_px), cv::Size(face_px, face_px)};
    }

    template <class See>
    static void each_frame(const std::filesystem::path& file, const See& see) {
        FrameReader reader(file, {}, {}, 1);
        const auto frame = new_frame();
        for (int number = 0; reader.next(*frame); ++number) see(number, to_rgb(*frame));
    }
};

/// Mean distance from the plate's colour.
double off_plate(const cv::Mat& picture) {
    const auto mean = cv::mean(picture);
    return std::abs(mean[0] - 72) + std::abs(mean[1] - 76) + std::abs(mean[2] - 82);
}

TEST_F(FollowFaces, TheFaceIsOneTrackFromItsFirstPictureToItsLast) {
    const auto faces = follow_faces(film());
    ASSERT_TRUE(faces) << faces.error().message;
    ASSERT_EQ(faces->size(), 1U);
    const auto& face = faces->front();
    EXPECT_LE(face.when.start, Time(first * 1'000'000 / 30));
    EXPECT_GE(face.when.end.value(), Time(last * 1'000'000 / 30));
    EXPECT_GE(face.certainty, 0.7);
    EXPECT_TRUE(face.best_at >= face.when.start && face.best_at < *face.when.end);
}

TEST_F(FollowFaces, EveryPictureThatShowsItIsCovered) {
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    const auto report = export_media(film(), recipe, {folder / "hidden.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    int seen = 0;
    each_frame(report->file, [&](int number, const cv::Mat& picture) {
        if (shows_face(number)) {
            const auto face = face_in(number) & cv::Rect(0, 0, picture.cols, picture.rows);
            EXPECT_LT(off_plate(picture(face)), 20) << number;
            ++seen;
        }
        if (number < first - 6 || number > last + 20) {
            EXPECT_GT(off_plate(picture(cv::Rect(300, 200, 60, 60))), 20)
                << number << " is hidden without need";
        }
    });
    EXPECT_EQ(seen, last - first + 1 - (covered_until - covered_from));
}

/// Checks each picture of `made` that shows the face, in a film that `turned` made from the upright
/// one.
void expect_covered(const std::filesystem::path& made, const Recipe& turned,
                    const std::function<cv::Rect(int)>& face_in) {
    FrameReader reader(made, {}, {}, 1);
    const auto frame = new_frame();
    int seen = 0;
    for (int number = 0; reader.next(*frame); ++number) {
        if (!shows_face(number)) continue;
        const auto picture = to_rgb(*frame);
        const cv::Rect2d box = face_in(number);
        const auto there = as_seen(
            Area{box.x / 640, box.y / 360, box.width / 640, box.height / 360}, turned, {640, 360});
        const cv::Rect face(static_cast<int>(there.x * picture.cols),
                            static_cast<int>(there.y * picture.rows),
                            static_cast<int>(there.width * picture.cols),
                            static_cast<int>(there.height * picture.rows));
        EXPECT_LT(off_plate(picture(face)), 20) << number;
        ++seen;
    }
    EXPECT_EQ(seen, last - first + 1 - (covered_until - covered_from));
}

TEST_F(FollowFaces, TurnedUpsideDownAndMirroredItStaysCovered) {
    Recipe recipe;
    recipe.turn = Turn::half;
    recipe.mirror = true;
    recipe.hide_faces = HideWith::solid;
    const auto report = export_media(film(), recipe, {folder / "hidden.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    expect_covered(report->file, recipe, face_in);
}

/// The phone was on its side and wrote no orientation; some people turn the clip upright, some do
/// not.
TEST_F(FollowFaces, InAClipThatLiesOnItsSideItIsFound) {
    Recipe lying, hidden;
    lying.turn = Turn::right;
    const auto clip = export_media(film(), lying, {folder / "lying.mp4"});
    ASSERT_TRUE(clip) << clip.error().message;
    hidden.hide_faces = HideWith::solid;
    const auto left = export_media(clip->file, hidden, {folder / "left.mp4"});
    ASSERT_TRUE(left) << left.error().message;
    expect_covered(left->file, lying, face_in);
    hidden.turn = Turn::left;
    const auto upright = export_media(clip->file, hidden, {folder / "upright.mp4"});
    ASSERT_TRUE(upright) << upright.error().message;
    expect_covered(upright->file, {}, face_in);
}

TEST_F(FollowFaces, ACoverHidesWhatTheClipHides) {
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    constexpr int number = 50;
    const auto cover =
        export_frame(film(), recipe, Time(number * 1'000'000 / 30 + 5000), {folder / "cover.png"});
    ASSERT_TRUE(cover) << cover.error().message;
    EXPECT_LT(off_plate(test::read_photo_pixels(cover->file)(face_in(number))), 20);
}

TEST_F(FollowFaces, AKeptFaceIsLeftAsItIs) {
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    recipe.keep_faces = {{{0, 0.2, 1, 0.6}, {}}};
    const auto report = export_media(film(), recipe, {folder / "kept.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    each_frame(report->file, [&](int number, const cv::Mat& picture) {
        if (shows_face(number)) { EXPECT_GT(off_plate(picture(face_in(number))), 20) << number; }
    });
}

TEST_F(FollowFaces, OneFollowedFaceBecomesAnOrdinaryHiddenArea) {
    const auto source = film();
    const auto faces = follow_faces(source);
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 1U);
    Recipe recipe;
    recipe.hidden = {hide_face(faces->front(), HideWith::solid)};
    const auto report = export_media(source, recipe, {folder / "hidden.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    each_frame(report->file, [&](int number, const cv::Mat& picture) {
        if (shows_face(number)) { EXPECT_LT(off_plate(picture(face_in(number))), 20) << number; }
    });
}

TEST_F(FollowFaces, APhotoIsNotFollowed) {
    const auto faces =
        follow_faces(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    ASSERT_FALSE(faces);
    EXPECT_EQ(faces.error().code, ErrorCode::bad_argument);
}

}  // namespace
