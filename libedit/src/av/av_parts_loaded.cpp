// Loads the FFmpeg part when it is first needed.
#include "av/av_parts.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/part_shortage.hpp"
#include "base/system/system.hpp"

#include <mutex>
#include <string>

namespace mediaedit::internal {

const AvParts& av_parts() {
    static std::mutex mutex;
    static const AvParts* parts = nullptr;
    const std::lock_guard lock(mutex);
    std::string why;
    if (!parts)
        parts =
            static_cast<const AvParts*>(load_part(MEDIAEDIT_AV_FILE, "mediaedit_av_parts", why));
    // A shortage may be over at the next call, so a failure is not remembered.
    if (!parts) fail_if_not_loaded(MEDIAEDIT_AV_FILE, why);
    if (!parts)
        fail(ErrorCode::unsupported,
             tr("The part for videos and rare photo formats is not installed; install mediaedit "
                "again."),
             {}, why);
    return *parts;
}

}  // namespace mediaedit::internal
