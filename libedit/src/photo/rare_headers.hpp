// Parses the headers of GIF and BMP files.
#pragma once

#include "photo/bytes.hpp"
#include "photo/photo_reader.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mediaedit::internal {

struct RareHeader {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int bit_depth = 8;
    int pictures = 1;  ///< 2 means several
    bool has_alpha = false;
    Bytes picture;  ///< what the decoder needs: the file, or its start with the first picture
};

/// Absent: the file is damaged.
std::optional<RareHeader> read_gif_header(Bytes bytes);
std::optional<RareHeader> read_bmp_header(Bytes bytes);

}  // namespace mediaedit::internal
