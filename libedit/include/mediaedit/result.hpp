// The return type of public functions: a value or an error.
//
//     if (auto info = probe("photo.jpg")) show(info->size);
//     else std::cerr << info.error().message << '\n';
#pragma once

#include <mediaedit/export.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace mediaedit {

/// The kind of error, for the program to act on. Names are stable.
enum class ErrorCode {
    internal,      ///< a bug in this library
    bad_argument,  ///< an argument is invalid
    bad_recipe,    ///< a recipe or data file is invalid; `Error::where` names the field
    not_found,     ///< the input does not exist
    unreadable,    ///< the input exists but cannot be read
    damaged,       ///< the input is too damaged to be used
    unsupported,   ///< the format is not supported, or a needed component is not installed
    too_large,     ///< the input or the result exceeds the `Limits`, or memory is short
    too_long,      ///< the video is longer than the placement allows
    exists,        ///< the output exists and may not be replaced
    cannot_write,  ///< no space, no permission, or the drive was removed
    cancelled,     ///< the caller asked to stop
};

/// The name of `code`, as spelled above; used in JSON and logs.
MEDIAEDIT_API std::string_view to_string(ErrorCode code) noexcept;

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;  ///< one sentence for the person, in the current language
    std::string where;    ///< the file or field; may be empty
    std::string detail;   ///< for the log, untranslated; may be empty
};

/// A value or an `Error`. The names follow std::expected, but value() and error() always throw
/// std::bad_variant_access if the other one is present, and so do * and ->.
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
