// Files that are installed with the program.
#pragma once

#include <filesystem>
#include <vector>

namespace sunting {

/// The folder "share" beside the program's folder. Empty: unknown.
std::filesystem::path own_share_folder();

/// Folders with fonts, the program's own first.
std::vector<std::filesystem::path> font_folders();

/// A photo to practise with. Empty: not installed.
std::filesystem::path sample_photo();

}  // namespace sunting
