// Checks that need the pixels of a photo.
#include "placement/check/check_picture.hpp"

#include "base/message.hpp"
#include "subjects/quality.hpp"

#include <algorithm>

namespace mediaedit::internal {

void check_picture(const OpenPhoto& photo, const Control& control, std::vector<Finding>& findings) {
    const auto& size = photo.info.size;
    const double share = static_cast<double>(measured_side_px) / std::max(size.width, size.height);
    const auto decoded = decode(photo, share, control);
    for (const auto& note : decoded.notes) {
        if (note.code != "truncated") continue;
        // The missing part is grey, so sharpness and brightness mean nothing.
        findings.push_back({note.code, Severity::warning, note.message, ""});
        return;
    }
    const auto brightness = brightness_for_measuring(decoded.picture.pixels);
    if (is_blurred(brightness))
        findings.push_back(
            {"blurred", Severity::warning, tr("The photo looks blurred."),
             tr("Nothing brings detail back: take another photo of the moment if there is one.")});
    if (is_too_dark(brightness))
        findings.push_back({"too_dark", Severity::warning, tr("The photo looks too dark."),
                            tr("The automatic fix makes it lighter, gently.")});
}

}  // namespace mediaedit::internal
