// Turns a stop request into the error cancelled.
#pragma once

#include "base/failure.hpp"
#include "base/message.hpp"

#include <stop_token>

namespace mediaedit::internal {

/// Errors: cancelled if a stop was requested. Poll it between rows, frames and packets.
inline void leave_if_stopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        fail(ErrorCode::cancelled, tr("Stopped as you asked; nothing was saved."));
}

}  // namespace mediaedit::internal
