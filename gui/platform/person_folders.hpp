// The folders of the person who uses this computer.
#pragma once

#include <filesystem>
#include <vector>

namespace sunting {

enum class PersonFolder { pictures, videos, downloads, desktop };

/// Empty: it is not known.
std::filesystem::path home_folder();

/// As the desktop names it. Empty: there is none.
std::filesystem::path person_folder(PersonFolder which);

/// Phones, cameras and sticks that are connected, a folder each.
std::vector<std::filesystem::path> connected_devices();

/// Where the program keeps works and settings, and what is known of crashes. They need not exist.
std::filesystem::path data_folder();
std::filesystem::path state_folder();

}  // namespace sunting
