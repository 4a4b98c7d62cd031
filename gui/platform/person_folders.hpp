// The folders of the person who uses this computer.
#pragma once

#include <filesystem>
#include <vector>

namespace sunting {

enum class PersonFolder { pictures, videos, downloads, desktop };

/// Empty: unknown.
std::filesystem::path home_folder();

/// As set on the desktop. Empty: there is none.
std::filesystem::path person_folder(PersonFolder which);

/// Folders of connected phones, cameras and drives.
std::vector<std::filesystem::path> connected_devices();

/// Where the program stores work, settings and crash logs. They need not exist.
std::filesystem::path data_folder();
std::filesystem::path state_folder();

}  // namespace sunting
