// Finds fonts with fontconfig; keeps a Pango font map for each thread.
#include "text/fonts.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/owned.hpp"
#include "base/system/shortage.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <sstream>

namespace mediaedit::internal {
namespace {

/// Pango aborts the process if there is no font, so this is checked first.
bool any_font_installed() {
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    return fonts != nullptr && fonts->nfont > 0;
}

/// Opening fonts takes milliseconds, using open ones microseconds, so they are kept for the
/// thread's lifetime.
PangoFontMap* font_map_of_thread() {
    thread_local const GObjectPtr<PangoFontMap> map = [] {
        if (!any_font_installed())
            fail(ErrorCode::unsupported, tr("No font is installed, so text cannot be drawn; please "
                                            "install one, such as Noto Sans."));
        GObjectPtr<PangoFontMap> made(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        if (!made)
            fail(ErrorCode::internal, tr("Text cannot be drawn here; nothing was changed."), "",
                 "Pango has no FreeType fonts");
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.get()), 72);
        return made;
    }();
    return map.get();
}

/// GLib aborts the process if it gets no memory or thread, so this is checked first.
void need_room_for_glib() {
    constexpr std::size_t fonts_and_lines = std::size_t{96} << 20;
    constexpr int threads_of_pango = 3;
    if (!can_have_memory(fonts_and_lines)) fail_for_memory("no room for text");
    const auto shortage = find_shortage(threads_of_pango);
    if (shortage != Shortage::none) throw Failure{shortage_error(shortage, {}, "no room for text")};
}

CairoFontOptionsPtr unhinted() {
    CairoFontOptionsPtr options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    return options;
}

bool is_installed(const std::string& family) {
    const Owned<FcPattern, &FcPatternDestroy> pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    const Owned<FcObjectSet, &FcObjectSetDestroy> objects(FcObjectSetBuild(FC_FAMILY, nullptr));
    const Owned<FcFontSet, &FcFontSetDestroy> found(
        FcFontList(nullptr, pattern.get(), objects.get()));
    return found && found->nfont > 0;
}

/// "Sans", "serif": generic families, for which any such font will do.
bool is_kind(const std::string& family) {
    constexpr std::array kinds{"sans",    "sans-serif", "serif",     "monospace", "mono",
                               "cursive", "fantasy",    "system-ui", "emoji",     "math"};
    return std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) {
        return g_ascii_strcasecmp(kind, family.c_str()) == 0;
    });
}

std::string trimmed(std::string text) {
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

}  // namespace

std::string used_instead_of(const std::string& font) {
    auto* const map = font_map_of_thread();
    const FontDescriptionPtr asked(pango_font_description_from_string(font.c_str()));
    const char* const families = pango_font_description_get_family(asked.get());
    if (families == nullptr) return {};
    std::istringstream list{std::string(families)};
    bool any = false;
    for (std::string family; std::getline(list, family, ',');) {
        family = trimmed(family);
        if (family.empty()) continue;
        any = true;
        if (is_kind(family) || is_installed(family)) return {};
    }
    if (!any) return {};
    pango_font_description_set_absolute_size(asked.get(), reference_em_px * PANGO_SCALE);
    const GObjectPtr<PangoContext> context(pango_font_map_create_context(map));
    const GObjectPtr<PangoFont> used(pango_font_map_load_font(map, context.get(), asked.get()));
    if (!used) return {};
    const FontDescriptionPtr described(pango_font_describe(used.get()));
    const char* const family = pango_font_description_get_family(described.get());
    return family == nullptr ? std::string() : family;
}

GObjectPtr<PangoLayout> make_pango_layout(const std::string& font) {
    need_room_for_glib();
    const GObjectPtr<PangoContext> context(pango_font_map_create_context(font_map_of_thread()));
    pango_cairo_context_set_font_options(context.get(), unhinted().get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    // Not the process's language: a recipe must look the same on every machine.
    pango_context_set_language(context.get(), pango_language_from_string("id"));

    const FontDescriptionPtr description(pango_font_description_from_string(font.c_str()));
    pango_font_description_set_absolute_size(description.get(), reference_em_px * PANGO_SCALE);

    GObjectPtr<PangoLayout> layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), description.get());
    return layout;
}

}  // namespace mediaedit::internal
