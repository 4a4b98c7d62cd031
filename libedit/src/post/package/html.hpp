// Text and links in HTML.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Escaped for text and for values of attributes.
std::string html_text(std::string_view text);

/// A relative path as a URL: characters with a meaning there are written as %XX.
std::string html_link(const std::filesystem::path& path);

}  // namespace mediaedit::internal
