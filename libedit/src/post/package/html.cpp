// Text and links in HTML.
#include "post/package/html.hpp"

namespace mediaedit::internal {

std::string html_text(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char sign : text) {
        switch (sign) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += sign;
        }
    }
    return html;
}

std::string html_link(const std::filesystem::path& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string link;
    for (const char sign : path.generic_string()) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || sign == '-' || sign == '_' ||
                           sign == '.' || sign == '~' || sign == '/';
        if (plain) link += sign;
        else (link += '%') += {digits[byte >> 4], digits[byte & 15]};
    }
    return link;
}

}  // namespace mediaedit::internal
