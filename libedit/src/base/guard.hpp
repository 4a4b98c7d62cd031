// The border of the library: whatever was thrown inside becomes a Result.
#pragma once

#include "base/failure.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>

#include <optional>
#include <type_traits>
#include <utility>

namespace mediaedit::internal {

/// The error for the exception being handled. Call only from a catch block.
MEDIAEDIT_INTERNAL Error error_from_current_exception() noexcept;

/// Runs `body`; gives its value, or the error for whatever it threw.
template <class Body>
auto guard(Body&& body) noexcept -> Result<std::invoke_result_t<Body>> {
    try {
        return std::forward<Body>(body)();
    } catch (...) { return error_from_current_exception(); }
}

/// Runs a step of something, unless an earlier one failed; what goes wrong stays in `error`.
template <class Step>
void attempt(std::optional<Error>& error, Step&& step) {
    if (error) return;
    const auto done = guard([&] {
        step();
        return true;
    });
    if (!done) error = done.error();
}

/// The way back inside: the value, or the error thrown on.
template <class Value>
Value value_or_throw(Result<Value> result) {
    if (!result) throw Failure{result.error()};
    return std::move(result).value();
}

}  // namespace mediaedit::internal
