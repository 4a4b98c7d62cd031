// Replaces a small file, on Linux and macOS.
#include "platform/replace_file.hpp"

#include <mediaedit/language.hpp>

#include <cerrno>
#include <cstddef>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace sunting {

using namespace mediaedit;

namespace fs = std::filesystem;

Result<bool> replace_file(const fs::path& file, std::string_view text) {
    const auto failed = [&] {
        const auto why = std::error_code(errno, std::generic_category()).message();
        return Error{ErrorCode::cannot_write,
                     tr("{file} could not be saved ({reason}). Your photos are untouched. Check "
                        "the free space on the disk, then try again.",
                        {{"file", file.filename().string()}, {"reason", why}}),
                     file.string(), why};
    };
    std::error_code none;
    fs::create_directories(file.parent_path(), none);
    const auto beside = file.string() + ".new";
    const int handle = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (handle < 0) return failed();
    for (std::size_t written = 0; written < text.size();) {
        const auto part = ::write(handle, text.data() + written, text.size() - written);
        if (part < 0 && errno == EINTR) continue;
        if (part <= 0) {
            auto problem = failed();
            ::close(handle);
            ::unlink(beside.c_str());
            return problem;
        }
        written += static_cast<std::size_t>(part);
    }
    // After a power cut either the old or the new file must be there.
    if (::fsync(handle) != 0 || ::close(handle) != 0 ||
        ::rename(beside.c_str(), file.c_str()) != 0) {
        auto problem = failed();
        ::unlink(beside.c_str());
        return problem;
    }
    return true;
}

}  // namespace sunting
