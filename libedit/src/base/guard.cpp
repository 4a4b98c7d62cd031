// The border of the library: whatever was thrown inside becomes an Error.
#include "base/guard.hpp"

#include "base/message.hpp"

#include <exception>
#include <new>

namespace mediaedit::internal {

Error error_from_current_exception() noexcept {
    try {
        throw;
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::bad_alloc&) {
        return {ErrorCode::too_large, tr("There is not enough memory for this file; nothing was written."), {}, "bad_alloc"};
    } catch (const std::exception& exception) {
        return {ErrorCode::internal, tr("Something went wrong inside the program; your files are unchanged."), {}, exception.what()};
    } catch (...) {
        return {ErrorCode::internal, tr("Something went wrong inside the program; your files are unchanged."), {}, "unknown exception"};
    }
}

}  // namespace mediaedit::internal
