// Where decoding can begin: what the pictures themselves tell, whatever the container calls a key
// picture.
#pragma once

#include "video/bitstream/nal_units.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace mediaedit::internal {

enum class StartKind {
    none,     ///< decoding cannot begin here
    clean,    ///< all that follows can be decoded
    open,     ///< so can what follows, but for pictures that are shown before it
    gradual,  ///< pictures become whole one after the other: intra refresh
};

struct PictureStart {
    StartKind kind = StartKind::none;
    /// Of a gradual one: so many pictures from which others are made come before the first whole
    /// one, this one with them.
    unsigned pictures_before_whole = 0;
};

/// Threads: one at a time.
class StartFinder {
public:
    explicit StartFinder(const AVStream& stream);
    ~StartFinder();

    /// What the container says counts only where the codec's pictures do not tell.
    PictureStart start_of(const AVPacket& packet);

    /// Whether a picture behind an open start, which is shown at `start_pts`, is made from pictures
    /// before that start.
    [[nodiscard]] bool leans_back(const AVPacket& packet, std::int64_t start_pts) const;

    /// Whether others are made from it; true where that is not known.
    [[nodiscard]] bool is_reference(const AVPacket& packet) const;

private:
    PictureStart start_of_h264(const AVPacket& packet) const;
    [[nodiscard]] PictureStart start_of_hevc(const AVPacket& packet) const;
    PictureStart start_by_parser(const AVPacket& packet);

    AVCodecID codec_id_;
    int length_bytes_ = 0;
    Codec codec_;
    Owned<AVCodecParserContext, &av_parser_close> parser_;
};

}  // namespace mediaedit::internal
