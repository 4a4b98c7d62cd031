// QR codes by OpenCV's encoder.
#include "text/qr_layer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/place_box.hpp"

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

namespace mediaedit::internal {
namespace {

constexpr int quiet_zone_modules = 4;
/// Below this a phone does not read a code from a screen.
constexpr int smallest_module_px = 2;

/// One pixel a module, 0 dark, 255 light, without the encoder's own border.
cv::Mat encode_modules(const std::string& text) {
    cv::QRCodeEncoder::Params params;
    params.correction_level = cv::QRCodeEncoder::CORRECT_LEVEL_M;
    params.mode = cv::QRCodeEncoder::MODE_AUTO;
    cv::Mat code;
    try {
        cv::QRCodeEncoder::create(params)->encode(text, code);
    } catch (const cv::Exception& problem) {
        fail(ErrorCode::bad_recipe, tr("The text of a QR code is too long; shorten it, or use a short address."), "text", problem.what());
    }
    if (code.empty()) fail(ErrorCode::bad_recipe, tr("The text of a QR code is too long; shorten it, or use a short address."), "text");
    std::vector<cv::Point> dark;
    cv::findNonZero(code < 128, dark);
    return code(cv::boundingRect(dark));
}

}  // namespace

Layer make_qr_layer(const std::string& text, const PlannedOverlay& plan) {
    if (text.empty()) fail(ErrorCode::bad_recipe, tr("A QR code has no text."), "text");
    const cv::Mat modules = encode_modules(text);
    const int across = modules.cols + 2 * quiet_zone_modules;
    const int module_px = std::min({plan.size_px, plan.within.width, plan.within.height}) / across;
    if (module_px < smallest_module_px)
        fail(ErrorCode::bad_recipe, tr("The QR code would be too small to be read; make it larger or its text shorter."), "size");

    cv::Mat plate(across * module_px, across * module_px, CV_8U, cv::Scalar(255));
    const int border = quiet_zone_modules * module_px;
    cv::Mat inside = plate(cv::Rect(border, border, modules.cols * module_px, modules.rows * module_px));
    cv::resize(modules, inside, inside.size(), 0, 0, cv::INTER_NEAREST);
    Layer layer;
    cv::cvtColor(plate, layer.rgba, cv::COLOR_GRAY2RGBA);
    const auto box = place_box({plate.cols, plate.rows}, plan.within, plan.anchor);
    layer.x = box.x;
    layer.y = box.y;
    return layer;
}

}  // namespace mediaedit::internal
