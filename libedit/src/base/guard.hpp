// The boundary of the library: turns everything thrown inside into a Result.
#pragma once

#include "base/failure.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>

#include <optional>
#include <type_traits>
#include <utility>

namespace mediaedit::internal {

/// The error for the current exception. Call it only from a catch block.
MEDIAEDIT_INTERNAL Error error_from_current_exception() noexcept;

/// Runs `body` and returns its value, or the error for what it threw.
template <class Body>
auto guard(Body&& body) noexcept -> Result<std::invoke_result_t<Body>> {
    try {
        return std::forward<Body>(body)();
    } catch (...) { return error_from_current_exception(); }
}

/// Runs `step` unless an earlier step failed, and stores its error in `error`.
template <class Step>
void attempt(std::optional<Error>& error, Step&& step) {
    if (error) return;
    const auto done = guard([&] {
        step();
        return true;
    });
    if (!done) error = done.error();
}

/// The opposite of guard: returns the value, or throws the error.
template <class Value>
Value value_or_throw(Result<Value> result) {
    if (!result) throw Failure{result.error()};
    return std::move(result).value();
}

}  // namespace mediaedit::internal
