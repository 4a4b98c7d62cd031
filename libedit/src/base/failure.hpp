// Errors inside the library: fail() throws them, guard() turns them into a Result.
#pragma once

#include <mediaedit/result.hpp>

#include <string>
#include <utility>

namespace mediaedit::internal {

struct Failure {
    Error error;
};

/// `message` is for the person (through tr), `where` a file or field, `detail` for the log.
[[noreturn]] inline void fail(ErrorCode code, std::string message, std::string where = {},
                              std::string detail = {}) {
    throw Failure{Error{code, std::move(message), std::move(where), std::move(detail)}};
}

}  // namespace mediaedit::internal
