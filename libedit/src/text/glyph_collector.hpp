// Collects the glyphs of Pango's lines.
#pragma once

#include "text/set_text.hpp"

namespace mediaedit::internal {

/// Whether a font has colour glyphs, such as emoji. It may have others, too.
bool has_colours(PangoFont* font);

/// Collects runs into `text`, which must outlive it.
class GlyphCollector {
public:
    explicit GlyphCollector(SetText& text);

    /// Units: pixels at the reference size; the run's baseline starts at (x_px, y_px).
    void add_run(const PangoGlyphItem& run, double x_px, double y_px);

    /// Completes `text.outlines` and `text.ink`.
    void finish();

private:
    void add_mixed(const PangoGlyphItem& run, double x_px, double y_px);
    void grow(double left_px, double top_px, double right_px, double bottom_px);

    SetText& text_;
    CairoSurfacePtr surface_;
    CairoPtr path_;
};

}  // namespace mediaedit::internal
