// The desktop's own windows and programs: choosing files, showing a folder.
#pragma once

#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace sunting {

enum class BrowseFor { photo, photos, video, picture, profile, folder };

/// The desktop's window for choosing files. Empty: nothing was chosen. Errors: unsupported, when
/// there is none on this machine. Threads: any but the window's: it waits for the person.
mediaedit::Result<std::vector<std::filesystem::path>> browse(BrowseFor what);

/// Errors: unsupported, when no program shows folders.
mediaedit::Result<bool> show_folder(const std::filesystem::path& folder);

/// Whether a program of that name is installed.
bool is_installed(const std::string& program);

/// Runs a program without a shell and gives what it writes. Errors: unsupported, when it is not
/// there.
mediaedit::Result<std::string> output_of(const std::vector<std::string>& words, int& exit_code);

}  // namespace sunting
