// How much text a QR code of error correction level M holds. Source: ISO/IEC 18004, tables 3 and 7.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// 97 modules across: what a phone still reads from a screen or poster, and what OpenCV 4.6 makes
/// without faults.
inline constexpr int largest_qr_version = 20;

/// Which alphabet suffices; the smaller it is, the fewer bits a letter takes.
enum class QrLetters { digits, capitals, ascii, unicode };

QrLetters letters_of(std::string_view text) noexcept;

/// Modules across of the smallest code that holds `text`; 0 when none does.
int least_qr_modules(std::string_view text) noexcept;

/// What stands around a code, and how large a module must be to be read.
inline constexpr int quiet_qr_modules = 4, least_qr_module_px = 2;

bool fits_qr_version(std::size_t bytes, QrLetters letters, int version) noexcept;

}  // namespace mediaedit::internal
