// Where FFmpeg 5, 6 and 7 differ.
#pragma once

#include "video/handles.hpp"

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// A stream's extra data of that kind, such as its display matrix; empty when it has none.
inline std::span<const std::uint8_t> side_data(const AVStream& stream, AVPacketSideDataType type) {
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const auto* found = av_packet_side_data_get(stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, type);
    return found ? std::span<const std::uint8_t>(found->data, found->size) : std::span<const std::uint8_t>();
#else
    size_t size = 0;
    const auto* data = av_stream_get_side_data(&stream, type, &size);
    return data ? std::span<const std::uint8_t>(data, size) : std::span<const std::uint8_t>();
#endif
}

inline int channels_of(const AVCodecParameters& parameters) { return parameters.ch_layout.nb_channels; }

}  // namespace mediaedit::internal
