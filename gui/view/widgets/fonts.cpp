// The fonts of the window.
#include "view/widgets/fonts.hpp"

#include "platform/imgui_versions.hpp"
#include "platform/own_files.hpp"
#include "view/widgets/emoji_letters.hpp"
#include "view/widgets/icons.hpp"
#include "view/widgets/typed_text.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <vector>

namespace sunting {

namespace {

namespace fs = std::filesystem;

std::string font_file(std::initializer_list<const char*> names) {
    std::error_code none;
    const auto folders = font_folders();
    for (const auto* name : names)
        for (const auto& folder : folders)
            if (fs::exists(folder / name, none)) return (folder / name).string();
    return {};
}

// Latin with its extensions, and the symbols used in texts. Zero ends each list, as ImGui requires.
constexpr ImWchar letters[] = {0x0020, 0x017F, 0x1E5B, 0x1E5B, 0x2010, 0x2027,
                               0x2030, 0x203A, 0x20AC, 0x20AC, 0x2190, 0x2193,
                               0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};

/// Only the icons that are used.
const ImWchar* signs() {
    static const auto ranges = [] {
        ImFontGlyphRangesBuilder builder;
        for (const auto* sign : icon::all) builder.AddText(sign);
        ImVector<ImWchar> built;
        builder.BuildRanges(&built);
        return built;
    }();
    return ranges.Data;
}

ImFont* add(const std::string& file, const std::string& icons, float size) {
    auto& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    ImFont* font = file.empty() ? atlas.AddFontDefault()
                                : atlas.AddFontFromFileTTF(file.c_str(), size, &config, letters);
    if (!icons.empty()) {
        ImFontConfig merged;
        merged.MergeMode = true;
        merged.OversampleH = 1;
        merged.OversampleV = 1;
        merged.GlyphMinAdvanceX = std::round(size * 0.82F);
        merged.GlyphOffset.y = std::round(size * -0.02F);
        atlas.AddFontFromFileTTF(icons.c_str(), std::round(size * 0.76F), &merged, signs());
    }
    return font;
}

}  // namespace

Fonts make_fonts(float scale) {
    auto& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    const auto plain = font_file({"NotoSans-Regular.ttf", "DejaVuSans.ttf"});
    auto bold = font_file({"NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf"});
    if (bold.empty()) bold = plain;
    const auto icons = font_file({"forkawesome-webfont.ttf"});
    // ImGui measures from the highest ascender to the lowest descender: 22 for Noto are 16 px
    // elsewhere.
    Fonts fonts;
    fonts.body = add(plain, icons, std::round(22 * scale));
    fonts.bold = add(bold, icons, std::round(22 * scale));
    fonts.small = add(plain, icons, std::round(19 * scale));
    fonts.heading = add(bold, icons, std::round(31 * scale));
    fonts.found = plain;
    // Fields use one font, notes the other; both need emoji.
    const auto emoji = reserve_emoji(fonts.body, std::round(22 * scale)),
               small_emoji = reserve_emoji(fonts.small, std::round(19 * scale));
    atlas.Build();
    draw_emoji(emoji);
    draw_emoji(small_emoji);
    fonts.emoji = emoji_shelf().sequences().size();
    // Soft line breaks are invisible letters without width.
    for (auto* font : {fonts.body, fonts.bold, fonts.small, fonts.heading}) {
        for (const unsigned mark : {soft_before, soft_after}) add_unseen_letter(*font, mark);
        no_more_letters(*font);
    }
    return fonts;
}

bool has_letters(const ImFont& font, const std::string& text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        unsigned code = length == 1 ? byte : byte & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        at += length;
        if (code >= 32 && (code > IM_UNICODE_CODEPOINT_MAX || !letter_of(font, code))) return false;
    }
    return true;
}

}  // namespace sunting
