// Loads the FFmpeg part when it is first asked for.
#include "picture/av_parts.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system.hpp"

namespace mediaedit::internal {

const AvParts& av_parts() {
    static std::string why;
    static const auto* const parts = static_cast<const AvParts*>(load_part(MEDIAEDIT_AV_FILE, "mediaedit_av_parts", why));
    if (!parts) fail(ErrorCode::unsupported, tr("The part for videos and rare photo formats is not installed; install mediaedit again."), {}, why);
    return *parts;
}

}  // namespace mediaedit::internal
