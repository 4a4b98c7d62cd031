// Finds the colour space of a decoded frame.
#include "video/frame/frame_colour.hpp"

extern "C" {
#include <libavutil/mastering_display_metadata.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// From this width or height on an untagged frame is HD.
constexpr int hd_width = 1280, hd_height = 720;
/// The peak of most HDR masters, and HLG's reference.
constexpr double usual_peak_nits = 1000, least_peak_nits = 400, most_peak_nits = 4000;

/// The tags of a frame or its stream.
struct Tags {
    PixelSize size;
    int format = AV_PIX_FMT_NONE;
    AVColorRange range = AVCOL_RANGE_UNSPECIFIED;
    AVColorPrimaries primaries = AVCOL_PRI_UNSPECIFIED;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_UNSPECIFIED;
    AVColorSpace matrix = AVCOL_SPC_UNSPECIFIED;
};

/// Players assume BT.601 for untagged frames of this size, and BT.709 for larger ones.
bool is_small(PixelSize size) noexcept { return size.width < hd_width && size.height < hd_height; }

bool is_rgb(int format) noexcept {
    const auto* shape = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return shape && (shape->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

bool is_full_range(const Tags& tags) {
    switch (tags.format) {
        case AV_PIX_FMT_YUVJ420P:
        case AV_PIX_FMT_YUVJ422P:
        case AV_PIX_FMT_YUVJ444P:
        case AV_PIX_FMT_YUVJ440P:
        case AV_PIX_FMT_YUVJ411P: return true;
        default: return tags.range == AVCOL_RANGE_JPEG;
    }
}

bool is_hdr(AVColorTransferCharacteristic transfer) noexcept {
    return transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67;
}

FrameColour meant_by(const Tags& tags) {
    FrameColour colour;
    if (is_full_range(tags)) colour.range = AVCOL_RANGE_JPEG;
    if (is_hdr(tags.transfer)) colour.transfer = tags.transfer;
    switch (tags.primaries) {
        case AVCOL_PRI_BT2020:
        case AVCOL_PRI_SMPTE431:
        case AVCOL_PRI_SMPTE432: colour.primaries = tags.primaries; break;
        // HDR without tagged primaries is BT.2020. Older primaries differ from BT.709 too little to
        // be seen.
        default:
            colour.primaries = is_hdr(tags.transfer) && tags.primaries != AVCOL_PRI_BT709
                                   ? AVCOL_PRI_BT2020
                                   : AVCOL_PRI_BT709;
    }
    switch (tags.matrix) {
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
        case AVCOL_SPC_FCC: colour.matrix = AVCOL_SPC_SMPTE170M; break;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL: colour.matrix = AVCOL_SPC_BT2020_NCL; break;
        case AVCOL_SPC_SMPTE240M: colour.matrix = AVCOL_SPC_SMPTE240M; break;
        case AVCOL_SPC_BT709: colour.matrix = AVCOL_SPC_BT709; break;
        default:
            colour.matrix = colour.primaries == AVCOL_PRI_BT2020 ? AVCOL_SPC_BT2020_NCL
                            : is_small(tags.size)                ? AVCOL_SPC_SMPTE170M
                                                                 : AVCOL_SPC_BT709;
    }
    // RGB has no matrix; it is converted to BT.709 limited planes.
    if (is_rgb(tags.format)) {
        colour.matrix = AVCOL_SPC_BT709;
        colour.range = AVCOL_RANGE_MPEG;
    }
    return colour;
}

}  // namespace

FrameColour colour_of(const AVFrame& frame) {
    return meant_by({{frame.width, frame.height},
                     frame.format,
                     frame.color_range,
                     frame.color_primaries,
                     frame.color_trc,
                     frame.colorspace});
}

FrameColour colour_of(const AVCodecParameters& stream) {
    return meant_by({{stream.width, stream.height},
                     stream.format,
                     stream.color_range,
                     stream.color_primaries,
                     stream.color_trc,
                     stream.color_space});
}

ColourTags kept_tags(const AVCodecParameters& stream, PixelSize size) noexcept {
    const auto meant = colour_of(stream);
    if (is_rgb(stream.format)) return {meant.matrix, AVCOL_TRC_BT709, AVCOL_PRI_BT709, meant.range};
    ColourTags tags{stream.color_space, stream.color_trc, stream.color_primaries, meant.range};
    if (tags.matrix == AVCOL_SPC_UNSPECIFIED &&
        is_small({stream.width, stream.height}) != is_small(size))
        tags.matrix = meant.matrix;
    return tags;
}

bool needs_tone_map(const FrameColour& colour) noexcept {
    return is_hdr(colour.transfer) || colour.primaries != AVCOL_PRI_BT709;
}

double peak_nits(const AVFrame& frame) noexcept {
    double peak = 0;
    if (const auto* side = av_frame_get_side_data(&frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL))
        peak = reinterpret_cast<const AVContentLightMetadata*>(side->data)->MaxCLL;
    if (const auto* side = av_frame_get_side_data(&frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
        side && peak == 0) {
        const auto* display = reinterpret_cast<const AVMasteringDisplayMetadata*>(side->data);
        if (display->has_luminance && display->max_luminance.den != 0)
            peak = av_q2d(display->max_luminance);
    }
    return peak > 0 ? std::clamp(peak, least_peak_nits, most_peak_nits) : usual_peak_nits;
}

}  // namespace mediaedit::internal
