// A video decoded once, and made anew for each job.
#pragma once

#include "base/new_file.hpp"
#include "picture/overlay_art.hpp"
#include "video/encoder_choice.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// One result under way. What goes wrong with it stays with it.
struct VideoPiece {
    const Job* job = nullptr;
    const Logos* logos = nullptr;
    std::optional<NewFile> file;   ///< written, not committed
    std::vector<Note> notes;
    std::optional<Error> error;
    std::optional<std::int64_t> bits_a_second;  ///< for the pictures; absent: by quality
    Hardware hardware = Hardware::allowed;
    std::string encoder;                        ///< which one made it
    bool hardware_failed = false;               ///< it is not whole, and shall be made again without
    PixelSize size;
    Time duration{0};
    std::int64_t frames = 0;
};

/// Makes all pieces, whose recipes keep the same parts of the source, in one pass over it.
/// `encoders`: among which each piece's is chosen. `progress`: 0 to 1.
/// Errors: those that concern all: of FrameReader, bad_recipe (nothing is kept); cancelled.
void render_video(const std::filesystem::path& source, const MediaInfo& info, std::span<VideoPiece* const> pieces, const Control& control, EncoderChoice& encoders,
                  const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
