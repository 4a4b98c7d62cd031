// The boundary of the library: turns everything thrown inside into an Error.
#include "base/guard.hpp"

#include "base/file_errors.hpp"
#include "base/message.hpp"
#include "base/system/shortage.hpp"

#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <system_error>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Libraries seldom say why they failed. If memory, files or threads are short now, that was
/// probably the cause.
Error shortage_or(Error error) {
    switch (error.code) {
        case ErrorCode::internal:
        case ErrorCode::unsupported:
        case ErrorCode::damaged: break;
        default: return error;
    }
    const auto shortage = find_shortage();
    return shortage == Shortage::none ? error : shortage_error(shortage, error.where, error.detail);
}

Error internal_error(std::string detail) {
    return {ErrorCode::internal,
            tr("Something went wrong inside the program; your files are unchanged."),
            {},
            std::move(detail)};
}

Error error_of(const std::system_error& error) {
    if (error.code() == std::errc::resource_unavailable_try_again)
        return shortage_error(Shortage::threads, {}, error_text(error.code()));
    const bool is_errno = error.code().category() == std::generic_category() ||
                          error.code().category() == std::system_category();
    const auto shortage = is_errno ? shortage_of(error.code().value()) : Shortage::none;
    return shortage == Shortage::none ? shortage_or(internal_error(error_text(error.code())))
                                      : shortage_error(shortage, {}, error_text(error.code()));
}

}  // namespace

Error error_from_current_exception() noexcept {
    try {
        throw;
    } catch (const Failure& failure) {
        return shortage_or(failure.error);
    } catch (const std::bad_alloc&) {
        return shortage_error(Shortage::memory, {}, "bad_alloc");
    } catch (const std::filesystem::filesystem_error& problem) {
        // Inputs report their own errors (reading_error), so this one is about a result.
        return writing_error(problem.path1(), problem.code().value());
    } catch (const std::system_error& error) {
        return error_of(error);
    } catch (const std::exception& exception) {
        return shortage_or(internal_error(exception.what()));
    } catch (...) { return shortage_or(internal_error("unknown exception")); }
}

}  // namespace mediaedit::internal
