// Standard input as a file, named "-".
#include "system/standard_input.hpp"

#include "usage_error.hpp"

#include <mediaedit/mediaedit.hpp>

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace cli {

using namespace mediaedit;

std::string read_standard_input(const std::stop_token& stop, std::size_t most) {
    constexpr int look_again_ms = 100;
    std::string text;
    char part[16'384];
    while (true) {
        if (stop.stop_requested())
            throw UsageError{
                {ErrorCode::cancelled, tr("Stopped as you asked; nothing was saved."), "-", {}}};
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, look_again_ms) == 0) continue;
        const auto came = ::read(STDIN_FILENO, part, sizeof part);
        if (came < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (came < 0)
            throw UsageError{
                {ErrorCode::unreadable, tr("Standard input cannot be read."), "-", {}}};
        if (came == 0) return text;
        text.append(part, static_cast<std::size_t>(came));
        if (text.size() > most)
            throw UsageError{
                {ErrorCode::too_large, tr("What stands on standard input is too large."), "-", {}}};
    }
}

}  // namespace cli
