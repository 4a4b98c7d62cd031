// Numbers of a file as sentences say them, and how two sizes compare.
#pragma once

#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Width by height.
double aspect(PixelSize size) noexcept;

/// By how much `from` is scaled to fill `to`: over 1 it is enlarged.
double cover_scale(PixelSize from, PixelSize to) noexcept;

/// By how much `from` is scaled to lie whole within `to`.
double contain_scale(PixelSize from, PixelSize to) noexcept;

/// "1080 x 1350"
std::string size_text(PixelSize size);

/// "8 MB", "2.5 MB", "640 KB"; MB is a million bytes. Rounded up, so that a limit is never said to
/// be kept by less.
std::string bytes_text(std::uintmax_t bytes);

/// "12.5", "60"
std::string seconds_text(double seconds);

/// "HEIC" of "heic". ASCII only.
std::string upper(std::string_view text);

}  // namespace mediaedit::internal
