// The state of a job while its result is made.
#pragma once

#include "base/system/new_file.hpp"
#include "overlay/overlay_art.hpp"
#include "video/encode/encoder_choice.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

class VideoFile;

/// What all jobs of one call share.
struct VideoExport {
    const VideoFile& file;
    const MediaInfo& info;  ///< of `file`
    const Control& control;
    EncoderChoice& encoders;  ///< from which each job's is chosen
};

/// Errors of a job stay in `error`.
struct VideoJobState {
    const Job* job = nullptr;
    const Logos* logos = nullptr;
    std::optional<NewFile> file{};  ///< written, not committed
    std::vector<Note> notes{};
    std::optional<Error> error{};
    std::optional<std::int64_t> bits_a_second{};  ///< of the video; absent: by quality
    Hardware hardware = Hardware::allowed;
    std::string encoder{};         ///< the one used; empty: none was needed
    bool hardware_failed = false;  ///< the result is incomplete, and must be made again without
    bool is_made = false;          ///< `file` holds the whole result
    bool is_fitted = false;        ///< it was made to fit its size limit
    PixelSize size{};
    Time duration{0};
    std::int64_t frames_copied = 0, frames_encoded = 0;
    std::optional<Report> report{};  ///< present: the file is committed

    /// Drops what was written so far. Errors: those of NewFile.
    void start_again();
    /// Copies another job's result, and says so in a note. Errors: those of NewFile.
    void take_content_of(const VideoJobState& other);
    /// Gives the file its name, and makes the report. Errors: those of NewFile.
    void commit(const std::filesystem::path& source);
};

}  // namespace mediaedit::internal
