// The desktop's dialogs and programs: choosing files, showing a folder.
#pragma once

#include <mediaedit/result.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace sunting {

enum class BrowseFor { photo, photos, video, picture, profile, folder };

/// Shows the desktop's file dialog. Empty: nothing was chosen. Errors: unsupported, when this
/// computer has none. Threads: any but the window's, since it waits for the person.
mediaedit::Result<std::vector<std::filesystem::path>> browse(BrowseFor what);

/// Errors: unsupported, when no program can show folders.
mediaedit::Result<bool> show_folder(const std::filesystem::path& folder);

/// Whether a program of that name is installed.
bool is_installed(const std::string& program);

/// Runs a program without a shell and returns its output. Errors: unsupported, when it is not
/// installed.
mediaedit::Result<std::string> output_of(const std::vector<std::string>& words, int& exit_code);

}  // namespace sunting
