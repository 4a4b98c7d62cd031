// The installed fonts, as Pango sees them.
#pragma once

#include "text/handles.hpp"

#include <string>

namespace mediaedit::internal {

/// Text is set at this size and scaled when drawn, so that a preview breaks its lines where the
/// export does. 2000 of the widest letters in one line stay within Pango's 32-bit units.
inline constexpr double reference_em_px = 256;

/// A fresh layout without hinting, at the reference size. A font that is not installed is replaced
/// by the nearest one. Errors: unsupported, when the machine has no font at all. Threads: the
/// layout belongs to the calling thread; each thread keeps its own font map, as those cannot be
/// shared.
GObjectPtr<PangoLayout> make_pango_layout(const std::string& font);

/// The family that is used for a font whose own is not installed; empty where it is, or where the
/// description names none or a kind, such as "Sans".
/// Errors: unsupported, when the machine has no font at all.
std::string used_instead_of(const std::string& font);

}  // namespace mediaedit::internal
