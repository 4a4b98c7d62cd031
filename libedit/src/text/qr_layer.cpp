// Draws QR codes.
#include "text/qr_layer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "text/canvas.hpp"
#include "text/place_box.hpp"

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr int quiet_modules = 4;
constexpr int least_module_px = 2;
constexpr double corner_modules = 2.5;  // stays clear of the code by more than a module even at the corner
constexpr std::size_t most_bytes = 2331;  // version 40, level M

std::string where(const PlannedOverlay& plan) { return "overlays[" + std::to_string(plan.index) + "].text"; }

[[noreturn]] void fail_too_long(const PlannedOverlay& plan, const std::string& detail) {
    fail(ErrorCode::bad_recipe, tr("The QR code's text is too long for its size; please shorten it or make the code larger."), where(plan), detail);
}

/// Shapes: CV_8UC1, one pixel a module, 0 dark and 255 light, without a quiet zone.
cv::Mat modules_of(const std::string& text, const PlannedOverlay& plan) {
    cv::QRCodeEncoder::Params params;
    params.correction_level = cv::QRCodeEncoder::CORRECT_LEVEL_M;
    params.mode = cv::QRCodeEncoder::MODE_BYTE;
    cv::Mat code;
    try {
        cv::QRCodeEncoder::create(params)->encode(text, code);
    } catch (const cv::Exception& exception) {
        fail_too_long(plan, exception.what());
    }
    if (code.empty()) fail_too_long(plan, "no code was made");
    // OpenCV's versions differ in the border they put around the code.
    return code(cv::boundingRect(code < 128)).clone();
}

}  // namespace

Layer make_qr_layer(const std::string& text, const PlannedOverlay& plan) {
    if (text.empty()) fail(ErrorCode::bad_recipe, tr("The QR code has no text; please say where it shall lead."), where(plan));
    if (text.size() > most_bytes) fail_too_long(plan, std::to_string(text.size()) + " bytes");
    const cv::Mat modules = modules_of(text, plan);
    const int across = modules.cols + 2 * quiet_modules;
    const int module_px = plan.size_px / across;
    if (module_px < least_module_px) fail_too_long(plan, std::to_string(across) + " modules in " + std::to_string(plan.size_px) + " pixels");

    const int side = across * module_px;
    cv::Mat rgba = cv::Mat::zeros(side, side, CV_8UC4);
    Canvas32 canvas(rgba);
    add_rounded_rectangle(canvas.cairo(), 0, 0, side, side, corner_modules * module_px);
    set_source(canvas.cairo(), Color{255, 255, 255, 255});
    cairo_fill(canvas.cairo());
    canvas.finish();

    cv::Mat code;
    cv::resize(modules, code, {}, module_px, module_px, cv::INTER_NEAREST);
    const int quiet_px = quiet_modules * module_px;
    rgba(cv::Rect(quiet_px, quiet_px, code.cols, code.rows)).setTo(cv::Scalar(0, 0, 0, 255), code < 128);
    const PixelRect box = place_box({side, side}, plan.within, plan.anchor);
    return {rgba, box.x, box.y};
}

}  // namespace mediaedit::internal
