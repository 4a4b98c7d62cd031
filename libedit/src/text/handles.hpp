// Owning pointers for handles of GLib, Pango and Cairo.
#pragma once

#include "base/owned.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

namespace mediaedit::internal {

template <class T>
using GObjectPtr = Owned<T, &g_object_unref>;
using FontDescriptionPtr = Owned<PangoFontDescription, &pango_font_description_free>;
using AttributesPtr = Owned<PangoAttrList, &pango_attr_list_unref>;
using LineIteratorPtr = Owned<PangoLayoutIter, &pango_layout_iter_free>;
using CairoPtr = Owned<cairo_t, &cairo_destroy>;
using CairoSurfacePtr = Owned<cairo_surface_t, &cairo_surface_destroy>;
using CairoPatternPtr = Owned<cairo_pattern_t, &cairo_pattern_destroy>;
using CairoPathPtr = Owned<cairo_path_t, &cairo_path_destroy>;
using CairoFontOptionsPtr = Owned<cairo_font_options_t, &cairo_font_options_destroy>;
using CairoScaledFontPtr = Owned<cairo_scaled_font_t, &cairo_scaled_font_destroy>;

}  // namespace mediaedit::internal
