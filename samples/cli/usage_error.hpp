// A command line that cannot be carried out: exit code 2.
#pragma once

#include <mediaedit/result.hpp>

#include <string>
#include <utility>

namespace cli {

struct UsageError {
    mediaedit::Error error;
};

/// `flag` is what the sentence names.
[[noreturn]] inline void refuse(std::string message, std::string flag) {
    throw UsageError{{mediaedit::ErrorCode::bad_argument, std::move(message), std::move(flag), {}}};
}

/// The value, or the library's error thrown on.
template <class T>
T value_or_refuse(mediaedit::Result<T> result) {
    if (!result) throw UsageError{result.error()};
    return std::move(result).value();
}

}  // namespace cli
