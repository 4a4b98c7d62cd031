// Recognises files that are neither photo nor video, and refuses them with advice.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace mediaedit::internal {

/// Each family has one message.
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
    audio,
    video,
    program,
    text
};

struct ForeignKind {
    ForeignFamily family;
    std::string_view name{};  ///< the usual name: "CR2", "Word"; may be empty
    bool operator==(const ForeignKind&) const = default;
};

/// Recognises a file by its first few thousand bytes. Absent: unknown.
MEDIAEDIT_INTERNAL std::optional<ForeignKind> foreign_kind(
    std::span<const std::uint8_t> head) noexcept;

/// The name of a camera's raw format ("NEF") that looks like a TIFF with a small picture in it.
/// Absent: it is not one.
MEDIAEDIT_INTERNAL std::optional<std::string_view> raw_photo_in_tiff(
    std::span<const std::uint8_t> head) noexcept;

/// Errors: unsupported; damaged if the file is empty or all zeros. The message names the kind and
/// says what to do.
[[noreturn]] MEDIAEDIT_INTERNAL void refuse_foreign(const std::filesystem::path& file,
                                                    std::span<const std::uint8_t> head);

}  // namespace mediaedit::internal
