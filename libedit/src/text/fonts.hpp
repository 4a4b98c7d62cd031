// Installed fonts, through Pango.
#pragma once

#include "text/handles.hpp"

#include <string>

namespace mediaedit::internal {

/// Text is set at this size and scaled when drawn, so that a preview breaks lines where the export
/// does. 2000 of the widest letters in one line fit in Pango's 32-bit units.
inline constexpr double reference_em_px = 256;

/// A new layout without hinting, at the reference size. A font that is not installed is replaced by
/// the nearest one. Errors: unsupported, when no font is installed. Threads: the layout belongs to
/// the calling thread; each thread has its own font map, since those cannot be shared.
GObjectPtr<PangoLayout> make_pango_layout(const std::string& font);

/// The family that replaces a font that is not installed. Empty if it is installed, or if the
/// description names no family or a generic one such as "Sans". Errors: unsupported, when no font
/// is installed.
std::string used_instead_of(const std::string& font);

}  // namespace mediaedit::internal
