// Errors of the file system, as messages for people.
#include "base/file_errors.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/shortage.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace mediaedit::internal {
namespace {

/// The name up to its first NUL, for messages and JSON.
std::string shown(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    return name.substr(0, name.find('\0'));
}

/// Whether the error concerns neither the name nor the drive.
bool is_shortage(int why) { return shortage_of(why) != Shortage::none; }

Error shortage(const std::filesystem::path& file, int why) {
    return shortage_error(shortage_of(why), file.string(), errno_text(why));
}

std::string why_not_written(const std::string& name, int why) {
    switch (why) {
        case ENOSPC:
        case EDQUOT:
            return tr("The drive is full, so {file} was not saved; free some space and try again.",
                      {{"file", name}});
        case EFBIG:
            return tr(
                "{file} would be larger than this drive takes, so it was not saved; choose another "
                "drive.",
                {{"file", name}});
        case EROFS:
            return tr(
                "The drive for {file} can only be read, so nothing was saved; choose another "
                "folder.",
                {{"file", name}});
        case EACCES:
        case EPERM:
            return tr("{file} may not be saved in this folder; choose another folder.",
                      {{"file", name}});
        case ENOENT:
            return tr(
                "The folder for {file} does not exist, so nothing was saved; choose another "
                "folder.",
                {{"file", name}});
        case ENOTDIR:
            return tr(
                "What should be the folder for {file} is a file, so nothing was saved; choose "
                "another folder.",
                {{"file", name}});
        case ELOOP:
            return tr(
                "The links on the way to {file} lead nowhere, so nothing was saved; choose another "
                "folder.",
                {{"file", name}});
        case ENAMETOOLONG:
            return tr(
                "The name {file} is too long for this drive, so nothing was saved; choose a "
                "shorter one.",
                {{"file", name}});
        case EINVAL:
        case EILSEQ:
            return tr(
                "The name {file} cannot be used on this drive, so nothing was saved; choose "
                "another one.",
                {{"file", name}});
        case ETXTBSY:
        case EBUSY:
            return tr(
                "{file} is in use by another program, so it was not saved; close it and try again.",
                {{"file", name}});
        default:
            return tr("{file} could not be saved; check that the drive is still there.",
                      {{"file", name}});
    }
}

}  // namespace

std::string errno_text(int why) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 32)
    if (const char* text = ::strerrordesc_np(why))
        return text;  // std::strerror follows the process's language
#endif
    return "errno " + std::to_string(why);
}

std::string error_text(const std::error_code& why) {
    if (why.category() == std::generic_category() || why.category() == std::system_category())
        return errno_text(why.value());
    return std::string(why.category().name()) + " " + std::to_string(why.value());
}

Error reading_error(const std::filesystem::path& file, int why) {
    const auto name = shown(file);
    if (is_shortage(why)) return shortage(file, why);
    const auto as = [&](ErrorCode code, std::string message) {
        return Error{code, std::move(message), file.string(), errno_text(why)};
    };
    switch (why) {
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
            return as(ErrorCode::not_found,
                      tr("{file} was not found; check its name and folder.", {{"file", name}}));
        case ELOOP:
            return as(
                ErrorCode::not_found,
                tr("{file} is a link that leads nowhere; name the file itself.", {{"file", name}}));
        case EACCES:
        case EPERM:
            return as(ErrorCode::unreadable,
                      tr("{file} may not be opened; check its permissions.", {{"file", name}}));
        case EISDIR:
        case ENXIO:
        case ENODEV:
            return as(ErrorCode::unreadable,
                      tr("{file} is not a file that can be read.", {{"file", name}}));
        default:
            return as(ErrorCode::unreadable,
                      tr("{file} could not be read; the drive may be damaged or gone.",
                         {{"file", name}}));
    }
}

Error writing_error(const std::filesystem::path& file, int why) {
    if (is_shortage(why)) return shortage(file, why);
    return {ErrorCode::cannot_write, why_not_written(shown(file), why), file.string(),
            errno_text(why)};
}

Error folder_error(const std::filesystem::path& folder, int why) {
    return {ErrorCode::cannot_write,
            tr("The folder {folder} cannot be made, so nothing was written; check its name and "
               "permissions.",
               {{"folder", folder.string()}}),
            folder.string(), errno_text(why)};
}

void fail_to_read(const std::filesystem::path& file, int why) {
    throw Failure{reading_error(file, why)};
}

void fail_to_write(const std::filesystem::path& file, int why) {
    throw Failure{writing_error(file, why)};
}

void refuse_nul(const std::filesystem::path& file) {
    if (file.native().find('\0') == std::filesystem::path::string_type::npos) return;
    fail(ErrorCode::bad_argument,
         tr("The name {file} ends in a sign that no name may hold; write it anew.",
            {{"file", shown(file)}}),
         file.string().substr(0, file.string().find('\0')));
}

}  // namespace mediaedit::internal
