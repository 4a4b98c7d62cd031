// Corrects FFmpeg's times in a track with several edits: each must begin where the one before it
// ends.
#pragma once

#include "video/container/mp4_boxes.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// FFmpeg puts an edit's first frame in decoding order at the edit's beginning, even if another
/// frame is shown before it. With reordered frames this moves some edits by a frame or two against
/// the others, so that two frames have the same time.
class EditShifts {
public:
    EditShifts() = default;
    /// For a file with a table of all frames. Corrects nothing if the tables and FFmpeg disagree on
    /// the edits.
    EditShifts(const std::filesystem::path& file, const Mp4Layout& layout, AVStream& picture);

    /// Corrects a packet's times.
    void correct_times(AVPacket& packet) const;

private:
    struct Moved {
        std::int64_t place = 0, dts = 0;  ///< as reported by FFmpeg
        std::int64_t shift = 0;
    };
    std::vector<Moved> moved_;  // rising
};

}  // namespace mediaedit::internal
