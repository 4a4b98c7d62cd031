// Errors for videos that are refused.
#include "video/video_refusal.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

namespace mediaedit::internal {

void refuse_damaged_video(const std::filesystem::path& file, const std::string& detail) {
    fail(ErrorCode::damaged,
         tr("{file} is damaged and cannot be played; try to copy it again from where it came.",
            {{"file", file.filename().string()}}),
         file.string(), detail);
}

void refuse_unsupported_video(const std::filesystem::path& file, const std::string& detail) {
    fail(ErrorCode::unsupported,
         tr("{file} is a video of a kind that is not read here; save it as MP4 (H.264) first.",
            {{"file", file.filename().string()}}),
         file.string(), detail);
}

void refuse_too_large_video(const std::filesystem::path& file, const std::string& detail) {
    fail(ErrorCode::too_large,
         tr("{file} is too large or too long to be opened safely.",
            {{"file", file.filename().string()}}),
         file.string(), detail);
}

}  // namespace mediaedit::internal
