// A media file that FFmpeg has opened.
#pragma once

#include "video/container/file_bytes.hpp"
#include "video/handles.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace mediaedit::internal {

/// FFmpeg's demuxer on one local file, of the container formats that phones, cameras and messengers
/// write. Threads: one at a time.
class InputFile {
public:
    /// Reads the headers. Errors: not_found, unreadable, damaged, unsupported, too_large (no
    /// memory), cancelled.
    static std::unique_ptr<InputFile> open(
        const std::filesystem::path& file, const std::stop_token& stop,
        std::size_t buffer_bytes = FileBytes::usual_buffer_bytes);
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// Reads the first packets for what the headers do not say. Errors: as those of open.
    void find_stream_info();

    [[nodiscard]] AVFormatContext& format() const { return *input_; }

private:
    InputFile(const std::filesystem::path& file, const std::stop_token& stop,
              std::size_t buffer_bytes);
    void open_demuxer();

    std::filesystem::path file_;
    std::stop_token stop_;
    FileBytes bytes_;
    Input input_;
};

}  // namespace mediaedit::internal
