// What the program brings along.
#pragma once

#include <filesystem>
#include <vector>

namespace sunting {

/// "share", beside the folder the program lies in; empty where that is not known.
std::filesystem::path own_share_folder();

/// Where fonts may lie, those that the program brought along first.
std::vector<std::filesystem::path> font_folders();

/// A photo to practise with; empty: it was not installed.
std::filesystem::path sample_photo();

}  // namespace sunting
