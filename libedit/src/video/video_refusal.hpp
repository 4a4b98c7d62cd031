// Errors for videos that are refused.
#pragma once

#include <filesystem>
#include <string>

namespace mediaedit::internal {

[[noreturn]] void refuse_damaged_video(const std::filesystem::path& file,
                                       const std::string& detail);
[[noreturn]] void refuse_unsupported_video(const std::filesystem::path& file,
                                           const std::string& detail);
[[noreturn]] void refuse_too_large_video(const std::filesystem::path& file,
                                         const std::string& detail);

}  // namespace mediaedit::internal
