// In which colours a decoded frame is meant, where its tags are silent too.
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

/// Tags first; without them small pictures are BT.601 and others BT.709, as their makers mean them.
/// The base layer of Dolby Vision 8.4 is tagged HLG and read as such.
FrameColour colour_of(const AVFrame& frame);
/// What the container says of all frames.
FrameColour colour_of(const AVCodecParameters& stream);

/// What a file says of its colours. The default is what platforms recommend.
struct ColourTags {
    AVColorSpace matrix = AVCOL_SPC_BT709;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_BT709;
    AVColorPrimaries primaries = AVCOL_PRI_BT709;
    AVColorRange range = AVCOL_RANGE_MPEG;
};
/// What pictures of `size` shall say that keep the codes of `stream`: the same, also if that is
/// nothing. Where nothing would be taken for another matrix at that size, or the stream is RGB:
/// what is meant.
ColourTags kept_tags(const AVCodecParameters& stream, PixelSize size) noexcept;

/// HDR, or primaries that BT.709 does not hold: needs a tone map, not a matrix alone.
bool needs_tone_map(const FrameColour& colour) noexcept;

/// The weights of red and blue in brightness.
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

/// How bright the brightest of a PQ video is meant, by what the frame tells. Units: nits.
double peak_nits(const AVFrame& frame) noexcept;

}  // namespace mediaedit::internal
