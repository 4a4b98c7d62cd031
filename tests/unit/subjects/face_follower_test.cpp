// A face is followed back to its first frame and through frames without a detection, but not across
// a cut.
#include "subjects/face_follower.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <functional>
#include <optional>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace std::chrono_literals;

const cv::Size size(320, 180);
constexpr int face_px = 30;
constexpr Time step = 80ms;

cv::Mat texture(cv::Size of, unsigned seed, double low, double high) {
    cv::Mat made(of, CV_8U);
    cv::RNG random(seed);
    random.fill(made, cv::RNG::UNIFORM, low, high);
    cv::GaussianBlur(made, made, {}, 2);
    cv::normalize(made, made, low, high, cv::NORM_MINMAX);
    return made;
}

/// A small picture with the face at `at`, or without it.
cv::Mat scene(std::optional<cv::Point> at, unsigned place = 1) {
    static const cv::Mat face = texture({face_px, face_px}, 99, 0, 255);
    cv::Mat picture = texture(size, place, 90, 150);
    if (at) face.copyTo(picture(cv::Rect(*at, face.size())));
    return picture;
}

SeenFace seen(cv::Point at) {
    return {{at.x / double(size.width), at.y / double(size.height), face_px / double(size.width),
             face_px / double(size.height)},
            0.9};
}

struct Moment {
    std::optional<cv::Point> at;
    bool is_found = false;
    unsigned place = 1;
};

std::vector<FollowedFace> follow(int looks, const std::function<Moment(int)>& moment) {
    FaceFollower follower;
    for (int i = 0; i < looks; ++i) {
        const auto now = moment(i);
        follower.look(i * step, scene(now.at, now.place));
        if (now.is_found) follower.found({seen(now.at.value())});
    }
    return follower.finish(looks * step);
}

cv::Point walk(int i) { return {20 + 5 * i, 60}; }

/// Whether `face` covers the centre of the true position.
bool covers(const FollowedFace& face, Time at, cv::Point where) {
    if (at < face.when.start || at >= face.when.end.value()) return false;
    const auto& path = face.path;
    std::size_t after = 0;
    while (after < path.size() && path[after].at <= at) ++after;
    const auto &one = path[after == 0 ? 0 : after - 1],
               &other = path[std::min(after, path.size() - 1)];
    const double share = other.at > one.at && at > one.at
                             ? double((at - one.at).count()) / double((other.at - one.at).count())
                             : 0;
    const double x = (one.area.x + (other.area.x - one.area.x) * share) * size.width,
                 y = (one.area.y + (other.area.y - one.area.y) * share) * size.height;
    return std::abs(x - where.x) < face_px * 0.2 && std::abs(y - where.y) < face_px * 0.2;
}

TEST(FaceFollower, PicturesBeforeTheFirstFindAreCoveredToo) {
    // It appears in frame 5 and is detected only in frame 20.
    const auto faces = follow(40, [](int i) {
        return Moment{i < 5 ? std::nullopt : std::optional(walk(i)), i == 20};
    });
    ASSERT_EQ(faces.size(), 1U);
    for (int i = 5; i < 40; ++i) EXPECT_TRUE(covers(faces[0], i * step, walk(i))) << i;
    EXPECT_GE(faces[0].when.start, 2 * step);
    EXPECT_EQ(faces[0].best_at, 20 * step);
    EXPECT_LT(faces[0].path.size(), 8U) << "an even walk needs few points";
}

TEST(FaceFollower, ItIsHeldThroughPicturesInWhichItIsMissed) {
    // It is covered for half a second.
    const auto faces = follow(40, [](int i) {
        return Moment{i >= 15 && i < 21 ? std::nullopt : std::optional(walk(i)),
                      i % 3 == 0 && (i < 15 || i >= 21)};
    });
    ASSERT_EQ(faces.size(), 1U) << "the same face";
    for (int i = 0; i < 40; ++i)
        if (i < 15 || i >= 21) { EXPECT_TRUE(covers(faces[0], i * step, walk(i))) << i; }
    EXPECT_TRUE(faces[0].when.start <= 15 * step && faces[0].when.end.value() > 21 * step);
}

TEST(FaceFollower, ACutEndsAll) {
    const auto faces = follow(30, [](int i) {
        return i < 15 ? Moment{cv::Point(100, 60), i % 3 == 0, 1} : Moment{std::nullopt, false, 1};
    });
    ASSERT_EQ(faces.size(), 1U);
    FaceFollower follower;
    for (int i = 0; i < 10; ++i) {
        follower.look(i * step, scene(cv::Point(100, 60)));
        if (i % 3 == 0) follower.found({seen({100, 60})});
    }
    for (int i = 10; i < 20; ++i) {
        cv::Mat other = scene(cv::Point(100, 60));
        cv::Mat dark = other / 5;
        follower.look(i * step, dark);
        if (i == 16) follower.found({seen({100, 60})});
    }
    const auto both = follower.finish(20 * step);
    ASSERT_EQ(both.size(), 2U) << "what lies behind a cut is another piece";
    EXPECT_LE(both[0].when.end.value(), 12 * step);
    EXPECT_GE(both[1].when.start, 7 * step);
}

TEST(FaceFollower, TwoFacesStayTwo) {
    FaceFollower follower;
    for (int i = 0; i < 30; ++i) {
        cv::Mat picture = scene(cv::Point(40, 40));
        texture({face_px, face_px}, 55, 0, 255)
            .copyTo(picture(cv::Rect(200, 100, face_px, face_px)));
        follower.look(i * step, picture);
        if (i % 3 == 0) follower.found({seen({40, 40}), seen({200, 100})});
    }
    const auto faces = follower.finish(30 * step);
    ASSERT_EQ(faces.size(), 2U);
    for (const auto& face : faces) EXPECT_EQ(face.when.end.value(), 30 * step);
}

TEST(FaceFollower, NothingShownIsNothingFound) {
    FaceFollower follower;
    follower.found({seen({1, 1})});
    EXPECT_TRUE(follower.finish(1s).empty());
}

}  // namespace
