// Hidden content cannot be recovered: not by eye, nor by hiding guesses the same way and comparing.
#include "picture/hide/hide.hpp"
#include "support/phone_photos.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

const cv::Scalar paper(225, 225, 220), ink(30, 30, 35);

/// A number plate with seven digits, five times as wide as high.
cv::Mat plate(const std::string& digits, int height_px) {
    const int thickness = std::max(1, height_px / 9);
    int below = 0;
    const cv::Size letters =
        cv::getTextSize(digits, cv::FONT_HERSHEY_SIMPLEX, height_px / 45.0, thickness, &below);
    cv::Mat drawn(letters.height + height_px / 4, letters.width + height_px / 4, CV_8UC3, paper),
        result;
    cv::putText(drawn, digits, {height_px / 8, height_px / 8 + letters.height},
                cv::FONT_HERSHEY_SIMPLEX, height_px / 45.0, ink, thickness, cv::LINE_AA);
    cv::resize(drawn, result, {height_px * 5, height_px}, 0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat hidden(cv::Mat picture, HideWith with) {
    hide(picture, {0, 0, picture.cols, picture.rows}, with);
    return picture;
}

cv::Mat noisy(const cv::Mat& picture, cv::RNG& random) {
    cv::Mat noise(picture.size(), CV_16SC3), result;
    random.fill(noise, cv::RNG::NORMAL, 0, 4);
    picture.convertTo(result, CV_16S);
    result += noise;
    result.convertTo(result, CV_8U);
    return result;
}

/// The share of digits guessed by somebody who knows all others, hides each of the ten digits and
/// takes the most similar one.
double share_guessed(HideWith with, int height_px) {
    cv::RNG random(7);
    constexpr int plates = 6, length = 7;
    int right = 0;
    for (int n = 0; n < plates; ++n) {
        std::string secret;
        for (int i = 0; i < length; ++i) secret += static_cast<char>('0' + random.uniform(0, 10));
        const cv::Mat seen = hidden(noisy(plate(secret, height_px), random), with);
        for (int i = 0; i < length; ++i) {
            char best = ' ';
            double least = 1e18;
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string guess = secret;
                guess[i] = digit;
                const double difference =
                    cv::norm(seen, hidden(plate(guess, height_px), with), cv::NORM_L2SQR);
                if (difference < least) {
                    least = difference;
                    best = digit;
                }
            }
            right += best == secret[i];
        }
    }
    return static_cast<double>(right) / (plates * length);
}

TEST(HideLetters, ANumberPlateCannotBeGuessed) {
    for (const int height_px : {24, 60}) {
        // Chance is 0.1; the amount of ink reveals a little.
        EXPECT_LT(share_guessed(HideWith::blur, height_px), 0.5) << height_px;
        EXPECT_LT(share_guessed(HideWith::pixels, height_px), 0.5) << height_px;
        EXPECT_LT(share_guessed(HideWith::solid, height_px), 0.25) << height_px;
    }
}

TEST(HideLetters, ALongLineKeepsNoMoreThanAFewColours) {
    for (const cv::Size size : {cv::Size(500, 100), cv::Size(100, 500), cv::Size(900, 30)}) {
        cv::Mat stripes(size, CV_8UC3);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                stripes.at<cv::Vec3b>(y, x) = cv::Vec3b::all((x / 7 + y / 5) % 2 ? 240 : 10);
        const cv::Mat after = hidden(stripes, HideWith::pixels);
        int changes = 0;
        for (int x = 1; x < size.width; ++x)
            changes += after.at<cv::Vec3b>(size.height / 2, x) !=
                       after.at<cv::Vec3b>(size.height / 2, x - 1);
        for (int y = 1; y < size.height; ++y)
            changes += after.at<cv::Vec3b>(y, size.width / 2) !=
                       after.at<cv::Vec3b>(y - 1, size.width / 2);
        EXPECT_LE(changes, 3) << size;
    }
}

/// A schematic face with features of its own: `seed` decides the position and shape of eyes, brows,
/// nose and mouth.
cv::Mat drawn_face(int seed, int side_px) {
    cv::RNG random(static_cast<unsigned>(seed));
    cv::Mat face(400, 400, CV_8UC3, cv::Scalar(150, 160, 170));
    const auto near = [&](int value, int by) { return value + random.uniform(-by, by + 1); };
    cv::ellipse(face, {200, 200}, {near(150, 6), near(190, 6)}, 0, 0, 360,
                cv::Scalar(190, 150, 125), cv::FILLED);
    for (const int side : {-1, 1}) {
        const cv::Point eye(200 + side * near(65, 12), near(160, 12));
        cv::ellipse(face, eye, {near(26, 6), near(12, 4)}, 0, 0, 360, cv::Scalar(240, 240, 240),
                    cv::FILLED);
        cv::circle(face, eye, near(10, 2), cv::Scalar(60, 40, 30), cv::FILLED);
        cv::line(face, eye + cv::Point(-30, near(-32, 8)), eye + cv::Point(30, near(-32, 8)),
                 cv::Scalar(60, 45, 35), near(8, 4));
    }
    cv::line(face, {near(200, 8), 180}, {near(200, 14), near(245, 14)}, cv::Scalar(150, 110, 90),
             near(12, 4));
    cv::ellipse(face, {near(200, 8), near(300, 16)}, {near(50, 14), near(14, 6)}, 0, 0, 360,
                cv::Scalar(150, 70, 70), cv::FILLED);
    cv::Mat result;
    cv::resize(face, result, {side_px, side_px}, 0, 0, cv::INTER_AREA);
    return result;
}

TEST(HideFaces, NoDetailFinerThanTheCellsIsLeft) {
    // A blur can be sharpened again, unless the detail was never in it: a picture of so few cells
    // must reproduce the result to a level or two.
    for (const int side_px : {60, 200, 900})
        for (int seed = 0; seed < 4; ++seed) {
            const cv::Mat blurred = hidden(drawn_face(seed, side_px), HideWith::blur);
            cv::Mat cells, again;
            cv::resize(blurred, cells, {9, 9}, 0, 0, cv::INTER_AREA);
            cv::resize(cells, again, blurred.size(), 0, 0, cv::INTER_CUBIC);
            const int edge = side_px / 9;
            const cv::Rect inner(edge, edge, side_px - 2 * edge, side_px - 2 * edge);
            EXPECT_LT(cv::norm(blurred(inner), again(inner), cv::NORM_L1) / (inner.area() * 3.0),
                      2.5)
                << side_px << " " << seed;
        }
}

TEST(HideFaces, SharpeningRevealsNobody) {
    // The hidden one of forty people is searched by sharpening the result and comparing it with all
    // of them.
    constexpr int people = 40, side_px = 120;
    for (const auto with : {HideWith::blur, HideWith::pixels}) {
        double likeness = 0;
        for (int person = 0; person < people; ++person) {
            const cv::Mat seen = hidden(drawn_face(person, side_px), with);
            cv::Mat smooth, sharpened;
            const cv::Mat truth = drawn_face(person, side_px);
            cv::GaussianBlur(seen, smooth, {}, 8);
            cv::addWeighted(seen, 4, smooth, -3, 0, sharpened);
            // Only detail finer than the cells: coarse brightness is no secret.
            const auto fine = [](const cv::Mat& picture) {
                cv::Mat coarse, grey;
                cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
                grey.convertTo(grey, CV_32F);
                cv::GaussianBlur(grey, coarse, {}, side_px / 12.0);
                return cv::Mat(grey - coarse);
            };
            cv::Mat compared;
            cv::matchTemplate(fine(sharpened), fine(truth), compared, cv::TM_CCOEFF_NORMED);
            likeness += compared.at<float>(0, 0);
        }
        EXPECT_LT(likeness / people, 0.3) << static_cast<int>(with);
    }
}

TEST(HideSeeThrough, TheAreaBecomesOpaqueSoThatNoOutlineIsLeft) {
    for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid}) {
        cv::Mat picture(
            100, 100, CV_8UC4,
            cv::Scalar(250, 0, 250, 0));  // transparent, with a colour that must not show
        cv::circle(picture, {50, 50}, 30, cv::Scalar(10, 200, 10, 255), cv::FILLED);
        hide(picture, {20, 20, 60, 60}, with);
        for (int y = 20; y < 80; ++y)
            for (int x = 20; x < 80; ++x) ASSERT_EQ(picture.at<cv::Vec4b>(y, x)[3], 255);
        const auto corner = picture.at<cv::Vec4b>(21, 21);
        EXPECT_LT(corner[0], 120);
        EXPECT_LT(corner[2], 120);
        EXPECT_EQ(picture.at<cv::Vec4b>(5, 5)[3], 0);
    }
}

TEST(HideScale, APictureDecodedAtHalfItsSizeLooksTheSame) {
    for (const auto with : {HideWith::blur, HideWith::pixels}) {
        auto whole = test::made_scene(480, 480);
        cv::Mat half, shrunk;
        cv::resize(whole, half, {240, 240}, 0, 0, cv::INTER_AREA);
        hide(whole, {96, 96, 240, 240}, with);
        hide(half, {48, 48, 120, 120}, with);
        cv::resize(whole, shrunk, {240, 240}, 0, 0, cv::INTER_AREA);
        const cv::Rect area(48, 48, 120, 120);
        EXPECT_LT(cv::norm(half(area), shrunk(area), cv::NORM_L1) / (120.0 * 120 * 3), 6);
    }
}

}  // namespace
