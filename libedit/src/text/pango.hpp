// Pango's and Cairo's handles, owned; and the way to a new layout.
#pragma once

#include <pango/pangocairo.h>

#include <memory>

namespace mediaedit::internal {

template <auto release>
struct PangoRelease {
    template <class Handle>
    void operator()(Handle* handle) const {
        release(handle);
    }
};

using LayoutHandle = std::unique_ptr<PangoLayout, PangoRelease<g_object_unref>>;
using ContextHandle = std::unique_ptr<PangoContext, PangoRelease<g_object_unref>>;
using FontMapHandle = std::unique_ptr<PangoFontMap, PangoRelease<g_object_unref>>;
using DescriptionHandle = std::unique_ptr<PangoFontDescription, PangoRelease<pango_font_description_free>>;
using SurfaceHandle = std::unique_ptr<cairo_surface_t, PangoRelease<cairo_surface_destroy>>;
using CairoHandle = std::unique_ptr<cairo_t, PangoRelease<cairo_destroy>>;

/// An empty layout without hinting, so that it scales evenly.
/// Threads: each has its own font map; a layout must be used on the thread that made it.
LayoutHandle new_layout();

}  // namespace mediaedit::internal
