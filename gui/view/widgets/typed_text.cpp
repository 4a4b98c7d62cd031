// Text fields: what Dear ImGui 1.86 lacks for them.
#include "view/widgets/typed_text.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sunting {

namespace {

constexpr std::string_view before = "\xE2\x80\x8B", after = "\xE2\x81\xA0",
                           soft = "\xE2\x80\x8B\n\xE2\x81\xA0";

struct Letter {
    unsigned code;
    std::size_t bytes;
};

Letter letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    unsigned code = length == 1 ? byte : byte & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {code, std::min(length, text.size() - at)};
}

std::string to_utf8(unsigned code) {
    return {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
}

constexpr unsigned joiner = 0x200D, emoji_look = 0xFE0F, keycap = 0x20E3;
bool is_flag_half(unsigned code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }
bool is_skin_tone(unsigned code) { return code >= 0x1F3FB && code <= 0x1F3FF; }
bool is_tag(unsigned code) { return code >= 0xE0020 && code <= 0xE007F; }

/// Bytes of the emoji that begins there. 0: none, or a letter that the window's fonts have.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto first = letter_at(text, at);
    // Invisible letters in the person's own text, pasted from elsewhere; not those of soft breaks.
    if (first.code == soft_before || first.code == soft_after) return first.bytes;
    std::size_t end = at + first.bytes;
    const auto next = [&] { return end < text.size() ? letter_at(text, end) : Letter{0, 0}; };
    if (first.code <= 0xFFFF) {
        const auto second = next();
        if (first.code < 0x203C && !(second.code == emoji_look || second.code == keycap)) return 0;
        if (second.code != emoji_look && second.code != keycap) return 0;
    }
    if (is_flag_half(first.code) && is_flag_half(next().code)) return end + next().bytes - at;
    for (bool joined = false;;) {
        const auto more = next();
        if (more.bytes == 0) break;
        if (more.code == emoji_look || more.code == keycap || is_skin_tone(more.code) ||
            is_tag(more.code) || joined) {
            end += more.bytes;
            joined = false;
        } else if (more.code == joiner) {
            end += more.bytes;
            joined = true;
        } else break;
    }
    return end - at;
}

}  // namespace

std::string EmojiShelf::to_shown(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = sequence_length(text, at);
        if (bytes == 0) {
            const auto one = letter_at(text, at).bytes;
            shown += text.substr(at, one);
            at += one;
            continue;
        }
        const auto sequence = text.substr(at, bytes);
        auto known = aliases_.find(sequence);
        if (known == aliases_.end() && sequences_.size() < count) {
            known = aliases_
                        .emplace(std::string(sequence),
                                 first + static_cast<unsigned>(sequences_.size()))
                        .first;
            sequences_.emplace_back(sequence);
        }
        if (known != aliases_.end()) shown += to_utf8(known->second);
        at += bytes;
    }
    return shown;
}

unsigned EmojiShelf::letter_of(char32_t character) {
    const auto code = static_cast<unsigned>(character);
    const std::string text{
        static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)),
        static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
    return letter_at(to_shown(text), 0).code;
}

std::string EmojiShelf::to_text(std::string_view shown) const {
    std::string text;
    text.reserve(shown.size());
    for (std::size_t at = 0; at < shown.size();) {
        const auto letter = letter_at(shown, at);
        if (letter.code >= first && letter.code < first + sequences_.size())
            text += sequences_[letter.code - first];
        else text += shown.substr(at, letter.bytes);
        at += letter.bytes;
    }
    return text;
}

EmojiShelf& emoji_shelf() {
    static EmojiShelf shelf;
    return shelf;
}

std::string with_soft_breaks(std::string_view text, float width) {
    std::string shown;
    std::size_t line = 0;   // where the line begins in `shown`
    std::size_t space = 0;  // behind the last space of the line, in `shown`; 0: none
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = letter_at(text, at).bytes;
        shown += text.substr(at, bytes);
        at += bytes;
        if (shown.back() == '\n') {
            line = shown.size();
            space = 0;
            continue;
        }
        if (shown.back() == ' ') {
            space = shown.size();  // spaces may extend beyond the edge
            continue;
        }
        if (ImGui::CalcTextSize(shown.data() + line, shown.data() + shown.size()).x <= width)
            continue;
        const std::size_t cut = space > line ? space : shown.size() - bytes;
        if (cut <= line) continue;
        shown.insert(cut, soft);
        line = cut + soft.size();
        space = 0;
    }
    return shown;
}

namespace {

/// The text and the cursor in it. If part of a soft break was deleted, the letter beside it goes
/// too: the person meant to delete that.
std::string restored(std::string_view shown, std::size_t& cursor) {
    std::string text;
    std::size_t moved = cursor;
    bool drop_next = false;
    for (std::size_t at = 0; at < shown.size();) {
        if (at == cursor) moved = text.size();
        const auto rest = shown.substr(at);
        if (rest.starts_with(soft)) {
            if (cursor > at && cursor < at + soft.size()) moved = text.size();
            at += soft.size();
            continue;
        }
        if (rest.starts_with(before)) {  // the letter after it, or both others, are gone: Backspace
                                         // was pressed at the beginning of a line
            while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
                text.pop_back();
            if (!text.empty()) text.pop_back();
            moved = text.size();
            at += before.size();
            if (at < shown.size() && shown[at] == '\n') ++at;
            cursor = shown.size() + 1;  // found
            continue;
        }
        if (rest.starts_with("\n\xE2\x81\xA0")) {  // Delete was pressed at the end of a line
            moved = text.size();
            at += 1 + after.size();
            drop_next = true;
            cursor = shown.size() + 1;
            continue;
        }
        if (rest.starts_with(after)) {
            at += after.size();
            continue;
        }
        const auto bytes = letter_at(shown, at).bytes;
        if (!std::exchange(drop_next, false)) text += shown.substr(at, bytes);
        at += bytes;
    }
    if (cursor == shown.size()) moved = text.size();
    cursor = std::min(moved, text.size());
    return text;
}

/// The position in the text with soft breaks.
std::size_t place_in(std::string_view shown, std::size_t place) {
    std::size_t plain = 0, at = 0;
    while (at < shown.size()) {
        if (shown.substr(at).starts_with(soft)) {
            at += soft.size();
            continue;
        }
        if (plain == place) return at;
        const auto bytes = letter_at(shown, at).bytes;
        at += bytes;
        plain += bytes;
    }
    return at;
}

struct Wrapping {
    float width;
    int last_cursor = 0;
};

int keep_wrapped(ImGuiInputTextCallbackData* data) {
    auto& wrapping = *static_cast<Wrapping*>(data->UserData);
    const std::string_view shown(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    if (data->EventFlag == ImGuiInputTextFlags_CallbackEdit) {
        auto cursor = static_cast<std::size_t>(data->CursorPos);
        const auto text = restored(shown, cursor);
        const auto wrapped = with_soft_breaks(text, wrapping.width);
        if (wrapped != shown) {
            data->DeleteChars(0, data->BufTextLen);
            data->InsertChars(0, wrapped.c_str());
        }
        data->CursorPos = static_cast<int>(place_in(wrapped, cursor));
        data->SelectionStart = data->SelectionEnd = data->CursorPos;
        return 0;
    }
    // The cursor never stays inside a soft break: it moves on in its direction.
    const auto cursor = static_cast<std::size_t>(data->CursorPos);
    for (std::size_t back = 1; back < soft.size() && back <= cursor; ++back)
        if (shown.substr(cursor - back).starts_with(soft)) {
            const bool onwards = data->CursorPos > wrapping.last_cursor;
            const bool selecting = data->SelectionStart != data->SelectionEnd;
            data->CursorPos =
                static_cast<int>(onwards ? cursor - back + soft.size() : cursor - back);
            if (selecting) data->SelectionEnd = data->CursorPos;
            else data->SelectionStart = data->SelectionEnd = data->CursorPos;
            break;
        }
    wrapping.last_cursor = data->CursorPos;
    return 0;
}

}  // namespace

std::string without_soft_breaks(std::string_view shown) {
    std::size_t nowhere = shown.size() + 1;
    return restored(shown, nowhere);
}

bool type_line(const char* id, const std::string& hint, std::string& value, bool secret) {
    auto shown = emoji_shelf().to_shown(value);
    if (!ImGui::InputTextWithHint(id, hint.c_str(), &shown,
                                  secret ? ImGuiInputTextFlags_Password : 0))
        return false;
    value = emoji_shelf().to_text(shown);
    return true;
}

bool type_lines(const char* id, const std::string& hint, std::string& value, ImVec2 size) {
    static int last_cursor = 0;  // only one field has the focus
    const float full = size.x > 0 ? size.x : ImGui::GetContentRegionAvail().x;
    const auto& style = ImGui::GetStyle();
    Wrapping wrapping{std::max(60.0F, full - 2 * style.FramePadding.x - style.ScrollbarSize - 2),
                      last_cursor};
    auto shown = with_soft_breaks(emoji_shelf().to_shown(value), wrapping.width);
    const auto at = ImGui::GetCursorScreenPos();
    const bool changed = ImGui::InputTextMultiline(id, &shown, size,
                                                   ImGuiInputTextFlags_CallbackEdit |
                                                       ImGuiInputTextFlags_CallbackAlways |
                                                       ImGuiInputTextFlags_NoHorizontalScroll,
                                                   keep_wrapped, &wrapping);
    if (ImGui::IsItemActive()) last_cursor = wrapping.last_cursor;
    if (value.empty() && !hint.empty() && !ImGui::IsItemActive())
        ImGui::GetWindowDrawList()->AddText(
            ImGui::GetFont(), ImGui::GetFontSize(),
            {at.x + style.FramePadding.x, at.y + style.FramePadding.y},
            ImGui::GetColorU32(ImGuiCol_TextDisabled), hint.c_str(), nullptr, wrapping.width);
    if (!changed) return false;
    value = emoji_shelf().to_text(without_soft_breaks(shown));
    return true;
}

}  // namespace sunting
