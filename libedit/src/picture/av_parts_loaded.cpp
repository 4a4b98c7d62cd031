// Loads the FFmpeg part when it is first asked for.
#include "picture/av_parts.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system.hpp"

#include <dlfcn.h>

namespace mediaedit::internal {
namespace {

const AvParts* load(std::string& why) {
    const auto file = own_folder() / "mediaedit" / MEDIAEDIT_AV_FILE;
    // Lazily: most of what the part and its libraries name is never called, and was there when it was linked.
    void* part = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* table = part ? dlsym(part, "mediaedit_av_parts") : nullptr;
    if (!table) {
        const char* text = dlerror();
        why = text ? text : file.string();
        return nullptr;
    }
    return static_cast<const AvParts*>(table);
}

}  // namespace

const AvParts& av_parts() {
    static std::string why;
    static const AvParts* const parts = load(why);
    if (!parts) fail(ErrorCode::unsupported, tr("The part for videos and rare photo formats is not installed; install mediaedit again."), {}, why);
    return *parts;
}

}  // namespace mediaedit::internal
