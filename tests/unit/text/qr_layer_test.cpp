// QR codes can be read back.
#include "text/qr_layer.hpp"
#include "base/failure.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

PlannedOverlay plan_of(int size_px) {
    PlannedOverlay plan;
    plan.within = {40, 40, 1000, 1270};
    plan.anchor = Anchor::bottom_right;
    plan.size_px = size_px;
    return plan;
}

/// The layer on a plain grey picture.
cv::Mat laid_on(const Layer& layer, int ground) {
    cv::Mat grey(1350, 1080, CV_8UC1, cv::Scalar(ground));
    for (int y = 0; y < layer.rgba.rows; ++y) {
        for (int x = 0; x < layer.rgba.cols; ++x) {
            const auto& pixel = layer.rgba.at<cv::Vec4b>(y, x);
            auto& below = grey.at<unsigned char>(layer.y + y, layer.x + x);
            below = static_cast<unsigned char>(pixel[0] + below * (255 - pixel[3]) / 255);
        }
    }
    return grey;
}

/// What zbarimg, an independent reader, reads. Debian's OpenCV finds codes but is built without a
/// decoder.
std::string read_back(const cv::Mat& grey) {
    const test::TemporaryFolder folder;
    const auto file = folder / "code.pgm";
    {
        std::ofstream out(file, std::ios::binary);
        out << "P5 " << grey.cols << ' ' << grey.rows << " 255\n";
        for (int y = 0; y < grey.rows; ++y)
            out.write(reinterpret_cast<const char*>(grey.ptr(y)), grey.cols);
    }
    const auto answer = folder / "answer.txt";
    const std::string command = "zbarimg --raw -q -Sdisable -Sqrcode.enable '" + file.string() +
                                "' > '" + answer.string() + "' 2> /dev/null";
    if (std::system(command.c_str()) != 0) return "";
    std::ifstream in(answer, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

bool has_reader() { return std::system("zbarimg --version > /dev/null 2>&1") == 0; }

ErrorCode code_of(auto&& body) {
    try {
        body();
    } catch (const Failure& failure) { return failure.error.code; }
    ADD_FAILURE() << "nothing failed";
    return ErrorCode::internal;
}

TEST(QrLayer, IsReadBackOnEveryGround) {
    if (!has_reader()) GTEST_SKIP() << "zbarimg is not installed";
    for (const std::string text :
         {"https://example.org/kegiatan/2026-07-12?asal=poster", "HTTPS://EXAMPLE.ORG", "0812",
          "wa.me/628123", "Balai désa 村 🎉"}) {
        const Layer layer = make_qr_layer(text, plan_of(400));
        for (const int ground : {0, 128, 255})
            EXPECT_EQ(read_back(laid_on(layer, ground)), text) << ground;
    }
}

/// The first `bytes` bytes, or a few more, of an endless text in that alphabet.
std::string text_of_length(std::size_t bytes, const std::vector<std::string>& alphabet) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text += alphabet[(i * i + i / 3) % alphabet.size()];
    return text;
}

TEST(QrLayer, IsReadBackAtEveryFullness) {
    if (!has_reader()) GTEST_SKIP() << "zbarimg is not installed";
    const std::vector<std::vector<std::string>> alphabets{{"0", "7", "3", "9"},
                                                          {"H", "/", "8", ":", "."},
                                                          {"a", "B", "?", "9", "/", "_"},
                                                          {"é", "村", "a", "🎉", "й"}};
    // With 451, 505, 625 and 514 digits OpenCV 4.6 itself makes a code that no reader can read.
    for (const std::size_t length : {1U, 2U, 4U, 14U, 15U, 19U, 26U, 27U, 62U, 106U, 181U, 213U,
                                     410U, 451U, 505U, 514U, 625U}) {
        for (const auto& alphabet : alphabets) {
            const std::string text = text_of_length(length, alphabet);
            EXPECT_EQ(read_back(laid_on(make_qr_layer(text, plan_of(900)), 90)), text) << length;
        }
    }
}

TEST(QrLayer, IsFoundByAnotherReader) {
    const Layer layer = make_qr_layer("https://example.org/kegiatan", plan_of(300));
    std::vector<cv::Point2f> corners;
    ASSERT_TRUE(cv::QRCodeDetector().detect(laid_on(layer, 90), corners));
    const cv::Rect found = cv::boundingRect(corners);
    EXPECT_NEAR(found.x + found.width / 2.0, layer.x + layer.rgba.cols / 2.0, 5);
}

TEST(QrLayer, HasWholeModulesAndAQuietZone) {
    const Layer layer = make_qr_layer("https://example.org", plan_of(300));
    EXPECT_LE(layer.rgba.cols, 300);
    EXPECT_GT(layer.rgba.cols, 300 - 33);
    EXPECT_EQ(layer.x + layer.rgba.cols, 1040);
    EXPECT_EQ(layer.y + layer.rgba.rows, 1310);
    cv::Mat red;
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, red, 0);
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Rect dark = cv::boundingRect((red < 128) & (alpha == 255));
    EXPECT_EQ(dark.x, dark.y);
    EXPECT_EQ(dark.x % 4, 0);
    const int module = dark.x / 4;
    EXPECT_EQ((dark.width / module - 17) % 4, 0);
    EXPECT_EQ(dark.width % module, 0);
    EXPECT_EQ(layer.rgba.cols, dark.width + 8 * module);
    EXPECT_EQ(alpha.at<unsigned char>(0, 0), 0) << "the plate's corners are round";
    EXPECT_EQ(alpha.at<unsigned char>(0, alpha.cols / 2), 255);
}

TEST(QrLayer, StaysInItsPlace) {
    PlannedOverlay plan = plan_of(1000);
    plan.within = {40, 40, 200, 1000};
    const Layer layer = make_qr_layer("https://example.org", plan);
    EXPECT_LE(layer.rgba.cols, 200);
    EXPECT_GE(layer.x, 40);
}

TEST(QrLayer, RefusesWhatNoCodeHolds) {
    EXPECT_EQ(code_of([] { make_qr_layer("", plan_of(400)); }), ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([] { make_qr_layer("a\xff", plan_of(400)); }), ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([] { make_qr_layer("https://example.org", plan_of(40)); }),
              ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([] { make_qr_layer(std::string(300, 'a'), plan_of(120)); }),
              ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([] { make_qr_layer(std::string(5000, 'a'), plan_of(1000)); }),
              ErrorCode::bad_recipe);
}

}  // namespace
