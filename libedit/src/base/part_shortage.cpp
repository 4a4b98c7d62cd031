// Tells a part that is missing from one that cannot be loaded for lack of memory or files.
#include "base/part_shortage.hpp"

#include "base/system/shortage.hpp"
#include "base/system/system.hpp"

#include <filesystem>
#include <system_error>

namespace mediaedit::internal {

void fail_if_not_loaded(const char* file, const std::string& why) {
    std::error_code ignored;
    if (!std::filesystem::exists(own_folder() / "mediaedit" / file, ignored)) return;
    // The loader reports the cause only as text.
    const auto says = [&](const char* words) { return why.find(words) != std::string::npos; };
    if (says("Too many open files")) throw Failure{shortage_error(Shortage::files, {}, why)};
    if (says("annot allocate memory") || says("failed to map segment") ||
        says("annot create shared object descriptor"))
        fail_for_memory(why);
}

}  // namespace mediaedit::internal
