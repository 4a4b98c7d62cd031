// One result of a video under way.
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

/// What all results of one call are made from, and by whom.
struct VideoExport {
    const VideoFile& file;
    const MediaInfo& info;  ///< of `file`
    const Control& control;
    EncoderChoice& encoders;  ///< among which each state's is chosen
};

/// What goes wrong with it stays with it.
struct VideoJobState {
    const Job* job = nullptr;
    const Logos* logos = nullptr;
    std::optional<NewFile> file{};  ///< written, not committed
    std::vector<Note> notes{};
    std::optional<Error> error{};
    std::optional<std::int64_t> bits_a_second{};  ///< for the pictures; absent: by quality
    Hardware hardware = Hardware::allowed;
    std::string encoder{};         ///< which one made it; empty: none was needed
    bool hardware_failed = false;  ///< it is not whole, and shall be made again without
    bool is_made = false;          ///< `file` holds the whole result
    bool is_fitted = false;        ///< it was made as large as its limit allows, no larger
    PixelSize size{};
    Time duration{0};
    std::int64_t frames_copied = 0, frames_encoded = 0;
    std::optional<Report> report{};  ///< it has its name

    /// What was written so far is dropped. Errors: those of NewFile.
    void start_again();
    /// Becomes a copy of a result that is made, and says so in a note. Errors: those of NewFile.
    void take_content_of(const VideoJobState& other);
    /// Gives the file its name, and makes the report. Errors: those of NewFile.
    void commit(const std::filesystem::path& source);
};

}  // namespace mediaedit::internal
