// Words and links inside a page.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// As text or as the value of an attribute: no sign of it is read as markup.
std::string html_text(std::string_view text);

/// A relative path as an address: every sign that means something there is written as %XX.
std::string html_link(const std::filesystem::path& path);

}  // namespace mediaedit::internal
