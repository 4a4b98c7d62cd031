// Shared by making and reading test films: the number in each frame, FFmpeg errors, an open film.
#pragma once

#include "video/ffmpeg_versions.hpp"
#include "video/handles.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace mediaedit::test {

// The number is a row of black and white squares at the upper left, lowest bit first; the row below
// has the inverted bits.
inline constexpr int number_bits = 12, number_square_px = 16;

inline void expect_ffmpeg(int code, const char* doing) {
    if (code < 0) throw std::runtime_error(std::string(doing) + ": " + internal::av_text(code));
}

struct OpenedFilm {
    internal::Input input;
    int picture = -1;
    explicit OpenedFilm(const std::filesystem::path& file) {
        AVFormatContext* context = internal::quiet_format_context();
        expect_ffmpeg(
            avformat_open_input(&context, ("file:" + file.string()).c_str(), nullptr, nullptr),
            "open");
        input.reset(context);
        expect_ffmpeg(avformat_find_stream_info(context, nullptr), "look");
        picture = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
        expect_ffmpeg(picture, "find pictures");
    }
    AVStream& stream() { return *input->streams[picture]; }
};

}  // namespace mediaedit::test
