// The names of error codes.
#include <mediaedit/result.hpp>

namespace mediaedit {

std::string_view to_string(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::internal: return "internal";
        case ErrorCode::bad_argument: return "bad_argument";
        case ErrorCode::bad_recipe: return "bad_recipe";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::unreadable: return "unreadable";
        case ErrorCode::damaged: return "damaged";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::too_large: return "too_large";
        case ErrorCode::too_long: return "too_long";
        case ErrorCode::exists: return "exists";
        case ErrorCode::cannot_write: return "cannot_write";
        case ErrorCode::cancelled: return "cancelled";
    }
    return "internal";
}

}  // namespace mediaedit
