// Replaces a small file so that after a power cut either the old or the new one is there.
#pragma once

#include <mediaedit/result.hpp>

#include <filesystem>
#include <string_view>

namespace sunting {

/// Creates the folder too. Only the owner may read the file. Errors: cannot_write; the old file is
/// unchanged.
mediaedit::Result<bool> replace_file(const std::filesystem::path& file, std::string_view text);

}  // namespace sunting
