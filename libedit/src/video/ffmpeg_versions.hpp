// Differences between FFmpeg 5 and 9.
#pragma once

#include "video/handles.hpp"

#include <cstdint>
#include <cstring>
#include <span>

namespace mediaedit::internal {

/// A stream's side data of that type, such as its display matrix; empty if it has none.
inline std::span<const std::uint8_t> side_data(const AVStream& stream, AVPacketSideDataType type) {
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const auto* found = av_packet_side_data_get(stream.codecpar->coded_side_data,
                                                stream.codecpar->nb_coded_side_data, type);
    return found ? std::span<const std::uint8_t>(found->data, found->size)
                 : std::span<const std::uint8_t>();
#else
    size_t size = 0;
    const auto* data = av_stream_get_side_data(&stream, type, &size);
    return data ? std::span<const std::uint8_t>(data, size) : std::span<const std::uint8_t>();
#endif
}

inline bool is_interlaced(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    return (frame.flags & AV_FRAME_FLAG_INTERLACED) != 0;
#else
    return frame.interlaced_frame != 0;
#endif
}

inline int channels_of(const AVCodecParameters& parameters) {
    return parameters.ch_layout.nb_channels;
}

/// `matrix`: nine numbers. Errors: none; without memory the stream keeps no matrix.
inline void set_display_matrix(AVStream& stream, const std::int32_t* matrix) {
    constexpr std::size_t bytes = 9 * sizeof(std::int32_t);
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    auto& parameters = *stream.codecpar;
    auto* data =
        av_packet_side_data_new(&parameters.coded_side_data, &parameters.nb_coded_side_data,
                                AV_PKT_DATA_DISPLAYMATRIX, bytes, 0);
    if (data) std::memcpy(data->data, matrix, bytes);
#else
    auto* data = av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, bytes);
    if (data) std::memcpy(data, matrix, bytes);
#endif
}

/// Callbacks may be called from any of its threads; newer versions assume that.
inline void let_threads_call_back([[maybe_unused]] AVCodecContext& codec) {
#if LIBAVCODEC_VERSION_MAJOR < 60
    AV_NOWARN_DEPRECATED(codec.thread_safe_callbacks = 1;)
#endif
}

/// The argument of a write callback: const since FFmpeg 7.
#if LIBAVFORMAT_VERSION_MAJOR >= 61
using BytesToWrite = const std::uint8_t*;
#else
using BytesToWrite = std::uint8_t*;
#endif

/// Profiles of H.264. FFmpeg 6.1 renamed them, FFmpeg 8 removed the old names.
#ifdef AV_PROFILE_H264_HIGH
inline constexpr int h264_baseline = AV_PROFILE_H264_BASELINE, h264_main = AV_PROFILE_H264_MAIN,
                     h264_high = AV_PROFILE_H264_HIGH;
inline constexpr int h264_flags = AV_PROFILE_H264_CONSTRAINED | AV_PROFILE_H264_INTRA;
#else
inline constexpr int h264_baseline = FF_PROFILE_H264_BASELINE, h264_main = FF_PROFILE_H264_MAIN,
                     h264_high = FF_PROFILE_H264_HIGH;
inline constexpr int h264_flags = FF_PROFILE_H264_CONSTRAINED | FF_PROFILE_H264_INTRA;
#endif

}  // namespace mediaedit::internal
