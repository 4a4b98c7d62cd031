// Text fields: what Dear ImGui 1.86 lacks for them. It knows no characters above U+FFFF and does
// not wrap lines.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sunting {

/// In fields, each emoji is one letter of a block that nobody types (Yi). It stands for a whole
/// sequence: a flag, a skin tone, a family.
class EmojiShelf {
public:
    static constexpr unsigned first = 0xA000, count = 1165;

    [[nodiscard]] std::string to_shown(std::string_view text);
    [[nodiscard]] std::string to_text(std::string_view shown) const;
    /// The letter that stands for a character above U+FFFF.
    [[nodiscard]] unsigned letter_of(char32_t character);
    /// The sequences met so far, by alias.
    [[nodiscard]] const std::vector<std::string>& sequences() const { return sequences_; }

private:
    std::map<std::string, unsigned, std::less<>> aliases_;
    std::vector<std::string> sequences_;
};

/// The shelf of the window. Threads: the window's.
EmojiShelf& emoji_shelf();

/// Wraps lines at `width` by adding soft breaks, and removes them again.
std::string with_soft_breaks(std::string_view text, float width);
std::string without_soft_breaks(std::string_view shown);

bool type_line(const char* id, const std::string& hint, std::string& value, bool secret = false);
bool type_lines(const char* id, const std::string& hint, std::string& value, ImVec2 size);

/// Letters without width that mark a soft break. Fonts need a glyph for them.
inline constexpr unsigned soft_before = 0x200B, soft_after = 0x2060;

}  // namespace sunting
