// A file's bytes as FFmpeg takes them, without a word to anybody.
#pragma once

#include "video/handles.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stop_token>

namespace mediaedit::internal {

/// Stands still in memory, and longer than the input that reads from it.
/// Threads: one at a time.
class FileBytes {
public:
    /// As FFmpeg's own reading of files has it.
    static constexpr std::size_t usual_buffer_bytes = 32768;

    /// Once `stop` is asked for, nothing more is read.
    FileBytes(const std::filesystem::path& file, std::stop_token stop,
              std::size_t buffer_bytes = usual_buffer_bytes);
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    /// 0, or FFmpeg's number for why the file cannot be opened.
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
