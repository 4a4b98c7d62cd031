// What the program brings along.
#pragma once

#include <filesystem>

namespace sunting {

/// "share", beside the folder the program lies in; empty where that is not known.
std::filesystem::path own_share_folder();

/// A photo to practise with; empty: it was not installed.
std::filesystem::path sample_photo();

}  // namespace sunting
