// An invalid command line: exit code 2.
#pragma once

#include <mediaedit/result.hpp>

#include <string>
#include <utility>

namespace cli {

struct UsageError {
    mediaedit::Error error;
};

/// `flag` is the flag that the sentence names.
[[noreturn]] inline void refuse(std::string message, std::string flag) {
    throw UsageError{{mediaedit::ErrorCode::bad_argument, std::move(message), std::move(flag), {}}};
}

/// The value; else throws the library's error.
template <class T>
T value_or_refuse(mediaedit::Result<T> result) {
    if (!result) throw UsageError{result.error()};
    return std::move(result).value();
}

}  // namespace cli
