// Cleans text pasted from Word, PowerPoint, WhatsApp and PDF files.
#include "text/pasted_text.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

struct Replacement {
    gunichar letter;
    const char* text;
};

/// Code points that Word writes for Symbol and Wingdings, and Windows for characters beyond Latin
/// 1.
constexpr std::array replacements{
    Replacement{0x000B, "\n"},  Replacement{0x000C, "\n"},  Replacement{0x0085, "\n"},
    Replacement{0x2028, "\n"},  Replacement{0x2029, "\n"},  Replacement{0x0091, "‘"},
    Replacement{0x0092, "’"},   Replacement{0x0093, "“"},   Replacement{0x0094, "”"},
    Replacement{0x0095, "•"},   Replacement{0x0096, "–"},   Replacement{0x0097, "—"},
    Replacement{0xFB00, "ff"},  Replacement{0xFB01, "fi"},  Replacement{0xFB02, "fl"},
    Replacement{0xFB03, "ffi"}, Replacement{0xFB04, "ffl"}, Replacement{0xFB05, "st"},
    Replacement{0xFB06, "st"},  Replacement{0xF020, " "},   Replacement{0xF02D, "-"},
    Replacement{0xF0A3, "≤"},   Replacement{0xF0B0, "°"},   Replacement{0xF0B1, "±"},
    Replacement{0xF0B3, "≥"},   Replacement{0xF0B4, "×"},   Replacement{0xF0B8, "÷"},
    Replacement{0xF0B9, "≠"},   Replacement{0xF0DF, "←"},   Replacement{0xF0E0, "→"},
    Replacement{0xF0E7, "←"},   Replacement{0xF0E8, "→"},   Replacement{0xF0FB, "✗"},
    Replacement{0xF0FC, "✓"},   Replacement{0xF0FD, "✗"},   Replacement{0xF0FE, "✓"}};

/// Bullets of Symbol and Wingdings: discs, squares, arrowheads, stars.
constexpr std::array<gunichar, 22> bullets{
    0xF06C, 0xF06D, 0xF06E, 0xF06F, 0xF070, 0xF071, 0xF072, 0xF073, 0xF074, 0xF075, 0xF076,
    0xF077, 0xF09E, 0xF09F, 0xF0A7, 0xF0A8, 0xF0AB, 0xF0B2, 0xF0B7, 0xF0D8, 0xF0D2, 0xF0F0};

constexpr bool is_symbol_font(gunichar letter) noexcept {
    return letter >= 0xF000 && letter <= 0xF0FF;
}

bool is_never_shown(gunichar letter) {
    const bool control = g_unichar_type(letter) == G_UNICODE_CONTROL && letter != '\n' &&
                         letter != '\t' && letter != '\r';
    const bool annotation = letter >= 0xFFF9 && letter <= 0xFFFC;
    const bool no_letter = (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
    return control || annotation || no_letter || letter == 0xFEFF;
}

}  // namespace

std::string printable_text(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const gunichar letter = g_utf8_get_char(at);
        const char* const next = g_utf8_next_char(at);
        const auto* found =
            std::find_if(replacements.begin(), replacements.end(),
                         [&](const Replacement& one) { return one.letter == letter; });
        if (found != replacements.end()) shown += found->text;
        else if (std::find(bullets.begin(), bullets.end(), letter) != bullets.end()) shown += "•";
        // At the beginning of a line, such a character is a bullet; elsewhere its meaning is
        // unknown.
        else if (is_symbol_font(letter)) shown += shown.empty() || shown.back() == '\n' ? "•" : "";
        else if (!is_never_shown(letter)) shown.append(at, next);
        at = next;
    }
    return shown;
}

}  // namespace mediaedit::internal
