// Several edits of one track: each begins where the one before it ends.
#pragma once

#include "video/container/mp4_boxes.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// FFmpeg sets the first picture of an edit that is decoded on its place, even if another one is
/// shown before it. Where pictures are stored out of order that moves some edits by a picture or
/// two against the others, so that two pictures have one time.
class EditShifts {
public:
    EditShifts() = default;
    /// Of a file that tells of each picture where it lies. Nothing is moved where the tables and
    /// FFmpeg do not agree on what the edits are.
    EditShifts(const std::filesystem::path& file, const Mp4Layout& layout, AVStream& picture);

    /// Sets a picture's times right.
    void set_right(AVPacket& packet) const;

private:
    struct Moved {
        std::int64_t place = 0, dts = 0;  ///< as FFmpeg tells them
        std::int64_t shift = 0;
    };
    std::vector<Moved> moved_;  // rising
};

}  // namespace mediaedit::internal
