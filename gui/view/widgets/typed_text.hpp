// Typing: what Dear ImGui 1.86 lacks for it. Its letters end at U+FFFF and its long lines do not
// break.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sunting {

/// Emoji stand in fields as letters of a block that nobody types (Yi), each for a whole sequence: a
/// flag, a skin tone, a family.
class EmojiShelf {
public:
    static constexpr unsigned first = 0xA000, count = 1165;

    [[nodiscard]] std::string to_shown(std::string_view text);
    [[nodiscard]] std::string to_text(std::string_view shown) const;
    /// What stands for one character beyond U+FFFF.
    [[nodiscard]] unsigned letter_of(char32_t character);
    /// Those met so far, by alias.
    [[nodiscard]] const std::vector<std::string>& sequences() const { return sequences_; }

private:
    std::map<std::string, unsigned, std::less<>> aliases_;
    std::vector<std::string> sequences_;
};

/// The one of the window. Threads: the window's.
EmojiShelf& emoji_shelf();

/// Adds to `text` what breaks its lines at `width`, and takes it out again.
std::string with_soft_breaks(std::string_view text, float width);
std::string without_soft_breaks(std::string_view shown);

bool type_line(const char* id, const std::string& hint, std::string& value, bool secret = false);
bool type_lines(const char* id, const std::string& hint, std::string& value, ImVec2 size);

/// Letters without width that mark a soft break; fonts need a glyph for them.
inline constexpr unsigned soft_before = 0x200B, soft_after = 0x2060;

}  // namespace sunting
