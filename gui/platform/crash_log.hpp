// What is known of a crash, for those who mend the program: no picture, no name, no caption.
#pragma once

#include <filesystem>
#include <string>

namespace sunting {

/// $XDG_STATE_HOME/sunting/crash.log
std::filesystem::path crash_log_file();

/// From now on a crash writes version, renderer and the functions it came from into that file, then
/// ends the program as it would have. The work is on the disk already.
void log_crashes(const std::string& renderer);

}  // namespace sunting
