// A small file of the program's own, written so that a power cut finds the old one or the new one.
#pragma once

#include <mediaedit/result.hpp>

#include <filesystem>
#include <string_view>

namespace sunting {

/// Makes the folder too. Only its owner may read the file. Errors: cannot_write; the old file is as
/// it was.
mediaedit::Result<bool> replace_file(const std::filesystem::path& file, std::string_view text);

}  // namespace sunting
