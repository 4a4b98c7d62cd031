// Finds the frames with which decoding can begin. Source: ITU-T H.264 annex D (recovery point),
// H.265 table 7-1, H.262 6.2.2.6 (closed_gop).
#include "video/bitstream/picture_start.hpp"

#include "video/bitstream/h264.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mediaedit::internal {
namespace {

ByteSpan bytes_of(const AVPacket& packet) {
    return {packet.data, packet.data ? static_cast<std::size_t>(std::max(0, packet.size)) : 0};
}

bool is_flagged(const AVPacket& packet) { return (packet.flags & AV_PKT_FLAG_KEY) != 0; }

PictureStart as_flagged(const AVPacket& packet) {
    return {is_flagged(packet) ? StartKind::clean : StartKind::none, 0};
}

std::vector<ByteSpan> h264_units(ByteSpan packet, int length_bytes) {
    if (length_bytes == 0) return annex_b_units(packet);
    return units_of(packet, length_bytes).value_or(std::vector<ByteSpan>());
}

/// Whether the group header before an MPEG-1 or MPEG-2 frame says that no later frame refers to
/// frames before it.
bool is_closed_group(ByteSpan packet) {
    constexpr std::uint8_t group_code = 0xB8, closed_bit = 0x40;
    for (std::size_t i = 0; i + 7 < packet.size(); ++i)
        if (packet[i] == 0 && packet[i + 1] == 0 && packet[i + 2] == 1 &&
            packet[i + 3] == group_code)
            return (packet[i + 7] & closed_bit) != 0;
    return false;
}

/// Codecs whose frames FFmpeg's parser classifies as key frames or not.
bool has_telling_parser(AVCodecID codec) {
    switch (codec) {
        case AV_CODEC_ID_VP8:
        case AV_CODEC_ID_VP9:
        case AV_CODEC_ID_AV1:
        case AV_CODEC_ID_MPEG1VIDEO:
        case AV_CODEC_ID_MPEG2VIDEO: return true;
        default: return false;
    }
}

bool is_mpeg_2(AVCodecID codec) {
    return codec == AV_CODEC_ID_MPEG1VIDEO || codec == AV_CODEC_ID_MPEG2VIDEO;
}

}  // namespace

StartFinder::StartFinder(const AVStream& stream) : codec_id_(stream.codecpar->codec_id) {
    const auto& parameters = *stream.codecpar;
    const ByteSpan extra{parameters.extradata,
                         static_cast<std::size_t>(std::max(0, parameters.extradata_size))};
    if (codec_id_ == AV_CODEC_ID_H264) length_bytes_ = nal_length_bytes(NalCodec::h264, extra);
    if (codec_id_ == AV_CODEC_ID_HEVC) length_bytes_ = nal_length_bytes(NalCodec::hevc, extra);
    if (!has_telling_parser(codec_id_)) return;
    codec_ = quiet_codec_context(avcodec_find_decoder(codec_id_));
    parser_.reset(av_parser_init(codec_id_));
    if (avcodec_parameters_to_context(codec_.get(), &parameters) < 0) parser_.reset();
    if (parser_) parser_->flags |= PARSER_FLAG_COMPLETE_FRAMES;
}

StartFinder::~StartFinder() = default;

PictureStart StartFinder::start_of(const AVPacket& packet) {
    if (codec_id_ == AV_CODEC_ID_H264) return start_of_h264(packet);
    if (codec_id_ == AV_CODEC_ID_HEVC) return start_of_hevc(packet);
    return parser_ ? start_by_parser(packet) : as_flagged(packet);
}

PictureStart StartFinder::start_of_h264(const AVPacket& packet) const {
    const auto types = nal_types(NalCodec::h264, length_bytes_, bytes_of(packet));
    if (types.empty()) return as_flagged(packet);
    if (starts_afresh(NalCodec::h264, types)) return {StartKind::clean, 0};
    bool is_intra = false;
    for (const auto unit : h264_units(bytes_of(packet), length_bytes_)) {
        if (kind_of(unit) == UnitKind::sei)
            if (const auto count = recovery_count(unit))
                return {*count > 0 ? StartKind::gradual : StartKind::open, *count};
        if (kind_of(unit) != UnitKind::slice) continue;
        if (!is_intra_slice(unit)) return {};
        is_intra = true;
    }
    // Some cameras mark starts in the container only.
    return {is_intra && is_flagged(packet) ? StartKind::open : StartKind::none, 0};
}

PictureStart StartFinder::start_of_hevc(const AVPacket& packet) const {
    constexpr int first_idr = 19, last_idr = 20, first_start = 16, last_start = 21;
    const auto types = nal_types(NalCodec::hevc, length_bytes_, bytes_of(packet));
    if (types.empty()) return as_flagged(packet);
    for (const int type : types) {
        if (type >= first_idr && type <= last_idr) return {StartKind::clean, 0};
        if (type >= first_start && type <= last_start) return {StartKind::open, 0};
    }
    return {};
}

PictureStart StartFinder::start_by_parser(const AVPacket& packet) {
    std::uint8_t* out = nullptr;
    int out_bytes = 0;
    parser_->pict_type = AV_PICTURE_TYPE_NONE;
    parser_->key_frame = -1;
    av_parser_parse2(parser_.get(), codec_.get(), &out, &out_bytes, packet.data, packet.size,
                     packet.pts, packet.dts, packet.pos);
    const bool knows = parser_->key_frame >= 0 || parser_->pict_type != AV_PICTURE_TYPE_NONE;
    if (!knows) return as_flagged(packet);
    if (parser_->key_frame != 1 &&
        (parser_->key_frame == 0 || parser_->pict_type != AV_PICTURE_TYPE_I))
        return {};
    return {is_mpeg_2(codec_id_) && !is_closed_group(bytes_of(packet)) ? StartKind::open
                                                                       : StartKind::clean,
            0};
}

bool StartFinder::refers_back(const AVPacket& packet, std::int64_t start_pts) const {
    // In HEVC such frames have a unit type of their own (RASL); other frames shown before the start
    // can be decoded.
    if (codec_id_ == AV_CODEC_ID_HEVC) {
        const auto types = nal_types(NalCodec::hevc, length_bytes_, bytes_of(packet));
        return std::ranges::any_of(types, [](int type) { return type == 8 || type == 9; });
    }
    return packet.pts != AV_NOPTS_VALUE && packet.pts < start_pts;
}

bool StartFinder::is_reference(const AVPacket& packet) const {
    if (codec_id_ != AV_CODEC_ID_H264) return true;
    for (const auto unit : h264_units(bytes_of(packet), length_bytes_))
        if (kind_of(unit) == UnitKind::slice || kind_of(unit) == UnitKind::partition_a)
            return (unit[0] & 0x60) != 0;
    return true;
}

}  // namespace mediaedit::internal
