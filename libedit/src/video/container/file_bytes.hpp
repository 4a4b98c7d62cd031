// Reads a file for FFmpeg, without messages in its log.
#pragma once

#include "video/handles.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stop_token>

namespace mediaedit::internal {

/// Must not move in memory, and must outlive the input that reads from it. Threads: one at a time.
class FileBytes {
public:
    /// The size that FFmpeg uses for files.
    static constexpr std::size_t usual_buffer_bytes = 32768;

    /// After a stop request on `stop`, nothing more is read.
    FileBytes(const std::filesystem::path& file, std::stop_token stop,
              std::size_t buffer_bytes = usual_buffer_bytes);
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    /// 0, or FFmpeg's error number if the file cannot be opened.
    [[nodiscard]] int error() const { return error_; }
    /// For AVFormatContext::pb.
    [[nodiscard]] AVIOContext* io() const { return io_.get(); }

private:
    static int read(void* own, std::uint8_t* to, int count);
    static std::int64_t seek(void* own, std::int64_t offset, int whence);
    void keep_quiet();

    std::filebuf file_;
    std::stop_token stop_;
    std::int64_t size_ = 0;
    int error_ = 0;
    bool is_open_to_ffmpeg_ = false;
    Io io_;
};

}  // namespace mediaedit::internal
