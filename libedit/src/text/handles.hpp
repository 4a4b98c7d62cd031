// Owners for the handles of GLib, Pango and Cairo.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace mediaedit::internal {

/// Calls the C library's own release function.
template <auto release>
struct Releases {
    template <class T>
    void operator()(T* handle) const noexcept {
        release(handle);
    }
};

template <class T>
using GObjectPtr = std::unique_ptr<T, Releases<&g_object_unref>>;
using FontDescriptionPtr = std::unique_ptr<PangoFontDescription, Releases<&pango_font_description_free>>;
using AttributesPtr = std::unique_ptr<PangoAttrList, Releases<&pango_attr_list_unref>>;
using LineIteratorPtr = std::unique_ptr<PangoLayoutIter, Releases<&pango_layout_iter_free>>;
using CairoPtr = std::unique_ptr<cairo_t, Releases<&cairo_destroy>>;
using CairoSurfacePtr = std::unique_ptr<cairo_surface_t, Releases<&cairo_surface_destroy>>;
using CairoPatternPtr = std::unique_ptr<cairo_pattern_t, Releases<&cairo_pattern_destroy>>;
using CairoPathPtr = std::unique_ptr<cairo_path_t, Releases<&cairo_path_destroy>>;
using CairoFontOptionsPtr = std::unique_ptr<cairo_font_options_t, Releases<&cairo_font_options_destroy>>;
using CairoScaledFontPtr = std::unique_ptr<cairo_scaled_font_t, Releases<&cairo_scaled_font_destroy>>;

}  // namespace mediaedit::internal
