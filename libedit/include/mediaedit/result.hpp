// What a public function returns: its value, or the error that kept it from one.
#pragma once

#include <mediaedit/export.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace mediaedit {

/// What went wrong, for the program. Names are stable; `to_string` gives the word used in JSON.
enum class ErrorCode {
    internal,      ///< our own fault
    bad_argument,  ///< a value given by the caller cannot be used
    bad_recipe,    ///< a recipe or data file is wrong; `Error::where` names the field
    not_found,     ///< the input does not exist
    unreadable,    ///< the input exists but may not be read
    damaged,       ///< the input is broken beyond use
    unsupported,   ///< the input is of a kind that is not read, or a needed part is not installed
    too_large,     ///< the input or the result is over the `Limits`, or memory is short
    too_long,      ///< the video is longer than the placement takes
    exists,        ///< the output exists and may not be replaced
    cannot_write,  ///< no space, no permission, drive gone
    cancelled,     ///< the caller asked to stop
};

/// The word for `code` in JSON and logs, as spelled in the enumeration.
MEDIAEDIT_API std::string_view to_string(ErrorCode code) noexcept;

/// One failure, in three voices.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;  ///< one sentence for the person, in the process's language
    std::string where;    ///< the file or field, may be empty
    std::string detail;   ///< for the log, untranslated, may be empty
};

/// A value or an `Error`. The names follow std::expected.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> state_;
};

}  // namespace mediaedit
