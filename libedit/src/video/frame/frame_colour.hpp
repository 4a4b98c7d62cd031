// Finds the colour space of a decoded frame, even without tags.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

struct FrameColour {
    AVColorSpace matrix = AVCOL_SPC_BT709;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_BT709;
    AVColorPrimaries primaries = AVCOL_PRI_BT709;
    AVColorRange range = AVCOL_RANGE_MPEG;
    bool operator==(const FrameColour&) const = default;
};

/// By tags; without them small frames are BT.601 and others BT.709, as is usual. The base layer of
/// Dolby Vision 8.4 is tagged HLG and read as such.
FrameColour colour_of(const AVFrame& frame);
/// By the container's tags for all frames.
FrameColour colour_of(const AVCodecParameters& stream);

/// A file's colour tags. The default is what platforms recommend.
struct ColourTags {
    AVColorSpace matrix = AVCOL_SPC_BT709;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_BT709;
    AVColorPrimaries primaries = AVCOL_PRI_BT709;
    AVColorRange range = AVCOL_RANGE_MPEG;
};
/// The tags for frames of `size` that keep the codes of `stream`: the same tags, or none if it has
/// none. If players would assume another matrix at that size, or the stream is RGB: the actual
/// colour space.
ColourTags kept_tags(const AVCodecParameters& stream, PixelSize size) noexcept;

/// HDR, or primaries beyond BT.709: needs tone mapping, not only a matrix.
bool needs_tone_map(const FrameColour& colour) noexcept;

/// The weights of red and blue in luma.
struct LightWeights {
    double red = 0.2126;
    double blue = 0.0722;
    [[nodiscard]] constexpr double green() const noexcept { return 1 - red - blue; }
};
constexpr LightWeights light_weights(AVColorSpace matrix) noexcept {
    switch (matrix) {
        case AVCOL_SPC_SMPTE170M: return {0.299, 0.114};
        case AVCOL_SPC_SMPTE240M: return {0.212, 0.087};
        case AVCOL_SPC_BT2020_NCL: return {0.2627, 0.0593};
        default: return {};
    }
}

/// The peak luminance of a PQ video, by the frame's metadata. Units: nits.
double peak_nits(const AVFrame& frame) noexcept;

}  // namespace mediaedit::internal
