// A file that is neither photo nor video: what it is, by its bytes, and what to do.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace mediaedit::internal {

/// What is refused in one sentence.
enum class ForeignFamily {
    empty,
    zeros,
    pdf,
    picture,
    raw,
    document,
    archive,
    web_page,
    playlist,
    macos_note,
    sound,
    video,
    program,
    text
};

struct ForeignKind {
    ForeignFamily family;
    std::string_view name{};  ///< "CR2", "Word": as people know it; may be empty
    bool operator==(const ForeignKind&) const = default;
};

/// By the file's first bytes, a few thousand of them; absent: nobody knows.
MEDIAEDIT_INTERNAL std::optional<ForeignKind> foreign_kind(
    std::span<const std::uint8_t> head) noexcept;

/// The raw picture of a camera, which looks like a TIFF with a small picture in it: its name,
/// "NEF".
MEDIAEDIT_INTERNAL std::optional<std::string_view> raw_photo_in_tiff(
    std::span<const std::uint8_t> head) noexcept;

/// Errors: unsupported, damaged (empty). The sentence names the kind and the way out.
[[noreturn]] MEDIAEDIT_INTERNAL void refuse_foreign(const std::filesystem::path& file,
                                                    std::span<const std::uint8_t> head);

}  // namespace mediaedit::internal
