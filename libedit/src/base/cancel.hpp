// The one place where a wish to stop becomes the way out.
#pragma once

#include "base/failure.hpp"
#include "base/message.hpp"

#include <stop_token>

namespace mediaedit::internal {

/// Errors: cancelled, when `stop` was asked for. Poll it between rows, pictures, packets.
inline void leave_if_stopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        fail(ErrorCode::cancelled, tr("Stopped as you asked; nothing was saved."));
}

}  // namespace mediaedit::internal
