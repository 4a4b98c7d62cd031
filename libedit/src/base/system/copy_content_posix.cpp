// Copies the content of one new file to another, on Linux and macOS.
#include "base/system/copy_content.hpp"

#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <cerrno>
#include <cstdint>
#include <span>
#include <vector>

#include <unistd.h>

namespace mediaedit::internal {
namespace {

constexpr std::size_t bytes_a_step = 1 << 20;

/// Copies inside the kernel. Returns the number of bytes copied, possibly 0.
off_t copy_in_system([[maybe_unused]] int from, [[maybe_unused]] int to,
                     [[maybe_unused]] std::uintmax_t bytes) {
    off_t done = 0;
#ifdef __linux__
    off_t out = 0;
    while (static_cast<std::uintmax_t>(done) < bytes) {
        const auto copied =
            ::copy_file_range(from, &done, to, &out,
                              static_cast<std::size_t>(bytes) - static_cast<std::size_t>(done), 0);
        if (copied < 0 && errno == EINTR) continue;
        if (copied <= 0) break;  // two drives, an old system, a full drive: writing reports it
    }
#endif
    return done;
}

}  // namespace

void copy_content(const NewFile& from, NewFile& to) {
    auto at = copy_in_system(from.descriptor(), to.descriptor(), from.bytes());
    if (::lseek(to.descriptor(), at, SEEK_SET) < 0)
        fail(ErrorCode::cannot_write,
             tr("The result could not be copied; check that the drive is still there."), {},
             errno_text(errno));
    std::vector<std::uint8_t> buffer(bytes_a_step);
    for (;;) {
        const auto came = ::pread(from.descriptor(), buffer.data(), buffer.size(), at);
        if (came < 0 && errno == EINTR) continue;
        if (came < 0)
            fail(ErrorCode::cannot_write,
                 tr("The result could not be copied; check that the drive is still there."), {},
                 errno_text(errno));
        if (came == 0) return;
        to.write(std::span(buffer).first(static_cast<std::size_t>(came)));
        at += came;
    }
}

}  // namespace mediaedit::internal
