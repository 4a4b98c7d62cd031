// Finds the frames with which decoding can begin, by the bitstream, whatever the container flags as
// a key frame.
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
    open,     ///< the same, except for frames shown before it
    gradual,  ///< frames become complete gradually: intra refresh
};

struct PictureStart {
    StartKind kind = StartKind::none;
    /// Of a gradual start: how many reference frames, including this one, come before the first
    /// complete one.
    unsigned pictures_before_whole = 0;
};

/// Threads: one at a time.
class StartFinder {
public:
    explicit StartFinder(const AVStream& stream);
    ~StartFinder();

    /// The container's flag is used only if the bitstream does not tell.
    PictureStart start_of(const AVPacket& packet);

    /// Whether a frame after an open start (shown at `start_pts`) refers to frames before that
    /// start.
    [[nodiscard]] bool refers_back(const AVPacket& packet, std::int64_t start_pts) const;

    /// Whether other frames refer to it; true if unknown.
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
