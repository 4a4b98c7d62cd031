// Draws QR codes.
#include "text/qr_layer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "recipe/qr_capacity.hpp"
#include "text/canvas.hpp"
#include "text/place_box.hpp"

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr double corner_modules = 2.5;  // even at the corner, more than a module away from the code

std::string where(const PlannedOverlay& plan) {
    return "overlays[" + std::to_string(plan.index) + "].text";
}

[[noreturn]] void fail_too_long(const PlannedOverlay& plan, const std::string& detail) {
    fail(ErrorCode::bad_recipe,
         tr("The QR code's text is too long for its size; please shorten it or make the code "
            "larger."),
         where(plan), detail);
}

/// Shapes: CV_8UC1, one pixel a module, 0 dark and 255 light, without a quiet zone.
cv::Mat modules_of(const std::string& text, const PlannedOverlay& plan) {
    const QrLetters letters = letters_of(text);
    cv::QRCodeEncoder::Params params;
    params.correction_level = cv::QRCodeEncoder::CORRECT_LEVEL_M;
    // Without an ECI designator, readers guess the encoding of short texts wrong.
    params.mode =
        letters == QrLetters::unicode ? cv::QRCodeEncoder::MODE_ECI : cv::QRCodeEncoder::MODE_AUTO;
    // OpenCV 4.6 sometimes chooses a version that is too small, whose code cannot be read; then the
    // next version is tried. It may refuse that one, but not the one after.
    std::string refused;
    for (int version = 0; version <= largest_qr_version;) {
        params.version = version;
        cv::Mat code;
        try {
            cv::QRCodeEncoder::create(params)->encode(text, code);
        } catch (const cv::Exception& exception) {
            if (version == 0) fail_too_long(plan, exception.what());
            refused = exception.what();
        }
        if (!code.empty()) {
            // Versions of OpenCV put different borders around the code.
            code = code(cv::boundingRect(code < 128)).clone();
            version = (code.cols - 17) / 4;
            if (fits_qr_version(text.size(), letters, version)) return code;
        }
        ++version;
    }
    fail_too_long(plan, std::to_string(text.size()) + " bytes " + refused);
}

}  // namespace

Layer make_qr_layer(const std::string& text, const PlannedOverlay& plan) {
    if (text.empty())
        fail(ErrorCode::bad_recipe, tr("The QR code has no text; please say where it shall lead."),
             where(plan));
    if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr)) {
        fail(ErrorCode::bad_recipe,
             tr("The QR code's text holds bytes that are no letters (it must be UTF-8); please "
                "type it again."),
             where(plan));
    }
    if (!fits_qr_version(text.size(), letters_of(text), largest_qr_version))
        fail_too_long(plan, std::to_string(text.size()) + " bytes");
    const cv::Mat modules = modules_of(text, plan);
    const int across = modules.cols + 2 * quiet_qr_modules;
    const int room_px = std::min({plan.size_px, plan.within.width, plan.within.height});
    const int module_px = room_px / across;
    if (module_px < least_qr_module_px)
        fail_too_long(
            plan, std::to_string(across) + " modules in " + std::to_string(room_px) + " pixels");

    const int side = across * module_px;
    cv::Mat rgba = cv::Mat::zeros(side, side, CV_8UC4);
    Canvas32 canvas(rgba);
    add_rounded_rectangle(canvas.cairo(), 0, 0, side, side, corner_modules * module_px);
    set_source(canvas.cairo(), Color{255, 255, 255, 255});
    cairo_fill(canvas.cairo());
    canvas.finish();

    cv::Mat code;
    cv::resize(modules, code, {}, module_px, module_px, cv::INTER_NEAREST);
    const int quiet_px = quiet_qr_modules * module_px;
    rgba(cv::Rect(quiet_px, quiet_px, code.cols, code.rows))
        .setTo(cv::Scalar(0, 0, 0, 255), code < 128);
    const PixelRect box = place_box({side, side}, plan.within, plan.anchor);
    return {rgba, box.x, box.y};
}

}  // namespace mediaedit::internal
