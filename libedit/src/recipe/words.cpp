// Colours as a recipe file writes them.
#include "recipe/words.hpp"

#include <cstdio>

namespace mediaedit::internal {

std::optional<Color> color_from_text(std::string_view text) noexcept {
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
    unsigned char bytes[4] = {0, 0, 0, 255};
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        int digit = 0;
        if (c >= '0' && c <= '9') digit = c - '0';
        else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
        else return std::nullopt;
        auto& byte = bytes[(i - 1) / 2];
        byte = static_cast<unsigned char>(i % 2 == 1 ? digit * 16 : byte + digit);
    }
    return Color{bytes[0], bytes[1], bytes[2], bytes[3]};
}

std::string to_text(Color color) {
    char text[10];
    if (color.alpha == 255)
        std::snprintf(text, sizeof text, "#%02x%02x%02x", color.red, color.green, color.blue);
    else
        std::snprintf(text, sizeof text, "#%02x%02x%02x%02x", color.red, color.green, color.blue,
                      color.alpha);
    return text;
}

}  // namespace mediaedit::internal
