// The messages for files that are neither photo nor video.
#include "base/failure.hpp"
#include "base/foreign_file.hpp"
#include "base/message.hpp"

#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

/// For the families whose message names the kind.
std::string sentence_with_name(const ForeignKind& kind, const std::string& file) {
    switch (kind.family) {
        case ForeignFamily::picture:
            return tr(
                "{file} is a picture of a kind that is not read here ({kind}); save it as JPEG or "
                "PNG first.",
                {{"file", file}, {"kind", kind.name}});
        case ForeignFamily::raw:
            return tr(
                "{file} is a camera's raw photo ({kind}), which is not read here; save it as JPEG "
                "with the camera's "
                "program, or let the camera save JPEG.",
                {{"file", file}, {"kind", kind.name}});
        case ForeignFamily::document:
            return tr(
                "{file} is a document ({kind}), not a photo; open it, save the picture in it as a "
                "file, and choose that.",
                {{"file", file}, {"kind", kind.name}});
        case ForeignFamily::archive:
            return tr(
                "{file} is an archive ({kind}), not a photo; unpack it, and choose the photos in "
                "it.",
                {{"file", file}, {"kind", kind.name}});
        case ForeignFamily::audio:
            return tr(
                "{file} is a sound ({kind}), not a photo or video; it can be the sound of a video.",
                {{"file", file}, {"kind", kind.name}});
        case ForeignFamily::video:
            return tr(
                "{file} is a video or sound of a kind that is not read here ({kind}); save it as "
                "MP4 first.",
                {{"file", file}, {"kind", kind.name}});
        default: return {};
    }
}

std::string sentence(const ForeignKind& kind, const std::string& file) {
    switch (kind.family) {
        case ForeignFamily::empty:
            return tr("{file} is empty; copy it again from the phone or camera.", {{"file", file}});
        case ForeignFamily::zeros:
            return tr("{file} holds nothing, only zeros; copy it again from the phone or camera.",
                      {{"file", file}});
        case ForeignFamily::pdf:
            return tr(
                "{file} is a PDF, not a photo; open it, save its page as JPEG or PNG, and choose "
                "that.",
                {{"file", file}});
        case ForeignFamily::web_page:
            return tr("{file} is a web page, not a photo; open it, and save the picture on it.",
                      {{"file", file}});
        case ForeignFamily::playlist:
            return tr("{file} is a playlist, not a video; choose one of the files that it names.",
                      {{"file", file}});
        case ForeignFamily::macos_note:
            return tr(
                "{file} is what macOS notes beside a file, not a photo; choose the file whose name "
                "has no ._ before it.",
                {{"file", file}});
        case ForeignFamily::program:
            return tr("{file} is a program or a shortcut, not a photo; choose the photo itself.",
                      {{"file", file}});
        case ForeignFamily::text:
            return tr("{file} is a text, not a photo; choose the photo itself.", {{"file", file}});
        case ForeignFamily::picture:
        case ForeignFamily::raw:
        case ForeignFamily::document:
        case ForeignFamily::archive:
        case ForeignFamily::audio:
        case ForeignFamily::video: return sentence_with_name(kind, file);
    }
    return {};
}

}  // namespace

void refuse_foreign(const std::filesystem::path& file, std::span<const std::uint8_t> head) {
    const auto name = file.filename().string();
    const auto kind = foreign_kind(head);
    if (!kind)
        fail(
            ErrorCode::unsupported,
            tr("{file} is not a photo that can be read, whatever its name says.", {{"file", name}}),
            file.string());
    const bool lost = kind->family == ForeignFamily::empty || kind->family == ForeignFamily::zeros;
    fail(lost ? ErrorCode::damaged : ErrorCode::unsupported, sentence(*kind, name), file.string(),
         std::string(kind->name));
}

}  // namespace mediaedit::internal
