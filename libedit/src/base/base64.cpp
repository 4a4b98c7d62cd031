// Base64 and data: URLs, for pictures inside a text file.
#include "base/base64.hpp"

#include <glib.h>

#include <algorithm>
#include <memory>

namespace mediaedit::internal {
namespace {

bool is_base64_sign(char sign) {
    return g_ascii_isalnum(sign) || sign == '+' || sign == '/' || sign == '=';
}

/// GLib skips characters that are not base64; for us, such a text is damaged.
bool is_whole(std::string_view text) {
    return text.size() % 4 == 0 && std::all_of(text.begin(), text.end(), is_base64_sign);
}

/// The base64 text of a data: URL.
std::optional<std::string_view> letters_in_address(std::string_view address) {
    constexpr std::string_view head = "data:image/", mark = ";base64,";
    // The media type is short, so a path is never mistaken for such a URL.
    const auto at = address.substr(0, 64).find(mark);
    if (!address.starts_with(head) || at == address.npos) return {};
    return address.substr(at + mark.size());
}

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
    const std::unique_ptr<char, decltype(&g_free)> text(g_base64_encode(bytes.data(), bytes.size()),
                                                        &g_free);
    return text.get();
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
    if (!is_whole(text)) return {};
    std::vector<std::uint8_t> bytes(text.size() / 4 * 3 + 3);
    gint state = 0;
    guint kept = 0;
    bytes.resize(g_base64_decode_step(text.data(), text.size(), bytes.data(), &state, &kept));
    return bytes;
}

std::optional<std::vector<std::uint8_t>> bytes_in_address(std::string_view address) {
    const auto letters = letters_in_address(address);
    return letters ? from_base64(*letters) : std::nullopt;
}

bool is_picture_address(std::string_view address) {
    const auto letters = letters_in_address(address);
    return letters && !letters->empty() && is_whole(*letters);
}

}  // namespace mediaedit::internal
