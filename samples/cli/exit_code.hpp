// The command's exit codes: a contract, see docs/apps/command-line.md.
#pragma once

#include <mediaedit/result.hpp>

namespace cli {

enum ExitCode : int {
    done = 0,
    our_fault = 1,
    wrong_request = 2,
    does_not_fit = 3,
    bad_input = 4,
    bad_output = 5,
    cancelled = 6,
};

constexpr ExitCode exit_code_for(mediaedit::ErrorCode code) noexcept {
    using mediaedit::ErrorCode;
    switch (code) {
        case ErrorCode::internal: return our_fault;
        case ErrorCode::bad_argument:
        case ErrorCode::bad_recipe: return wrong_request;
        case ErrorCode::not_found:
        case ErrorCode::unreadable:
        case ErrorCode::damaged:
        case ErrorCode::unsupported:
        case ErrorCode::too_large:
        case ErrorCode::too_long: return bad_input;
        case ErrorCode::exists:
        case ErrorCode::cannot_write: return bad_output;
        case ErrorCode::cancelled: return cancelled;
    }
    return our_fault;
}

}  // namespace cli
