// Tone maps a colour of an HDR or wide-gamut video for SDR screens.
#pragma once

#include "video/frame/frame_colour.hpp"

namespace mediaedit::internal {

struct RgbSignal {
    double red = 0;
    double green = 0;
    double blue = 0;
};

/// Source: BT.2100 (PQ, HLG), BT.2390 (the curve), BT.1886 (the screen).
class ToneMap {
public:
    /// Units: `peak_nits` of PQ; HLG is always taken as on its reference screen of 1000 nits.
    ToneMap(AVColorTransferCharacteristic transfer, AVColorPrimaries primaries, double peak_nits);

    /// A colour in BT.709. Units: 0 to 1, above 1 for what exceeds nominal white; the result is
    /// always within 0 to 1.
    [[nodiscard]] RgbSignal operator()(const RgbSignal& signal) const noexcept;

private:
    [[nodiscard]] RgbSignal to_light(const RgbSignal& signal) const noexcept;
    [[nodiscard]] double squeezed(double nits) const noexcept;
    [[nodiscard]] RgbSignal squeezed(const RgbSignal& nits) const noexcept;

    AVColorTransferCharacteristic transfer_;
    AVColorPrimaries primaries_;
    double peak_;
    double peak_code_ = 1;    ///< of PQ
    double target_code_ = 1;  ///< as a share of peak_code_
};

}  // namespace mediaedit::internal
