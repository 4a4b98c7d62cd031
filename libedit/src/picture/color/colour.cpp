// Converts decoded samples to sRGB by lcms2.
#include "picture/color/colour.hpp"

#include "picture/color/icc.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace mediaedit::internal {
namespace {

using Transform = Owned<void, &cmsDeleteTransform>;

cmsUInt32Number lcms_format(Samples samples) noexcept {
    switch (samples) {
        case Samples::grey8: return TYPE_GRAY_8;
        case Samples::grey_alpha8: return TYPE_GRAYA_8;
        case Samples::rgb8: return TYPE_RGB_8;
        case Samples::rgba8: return TYPE_RGBA_8;
        case Samples::cmyk8: return TYPE_CMYK_8;
        case Samples::cmyk8_inverted: return TYPE_CMYK_8_REV;
        case Samples::cmyka8: return TYPE_CMYK_8 | EXTRA_SH(1);
        case Samples::grey16: return TYPE_GRAY_16;
        case Samples::grey_alpha16: return TYPE_GRAYA_16;
        case Samples::rgb16: return TYPE_RGB_16;
        case Samples::rgba16: return TYPE_RGBA_16;
    }
    return TYPE_RGB_8;
}

cmsColorSpaceSignature space_of(Samples samples) noexcept {
    switch (samples) {
        case Samples::grey8:
        case Samples::grey_alpha8:
        case Samples::grey16:
        case Samples::grey_alpha16: return cmsSigGrayData;
        case Samples::cmyk8:
        case Samples::cmyk8_inverted:
        case Samples::cmyka8: return cmsSigCmykData;
        case Samples::rgb8:
        case Samples::rgba8:
        case Samples::rgb16:
        case Samples::rgba16: return cmsSigRgbData;
    }
    return cmsSigRgbData;
}

bool is_16_bit(Samples samples) noexcept {
    return samples == Samples::grey16 || samples == Samples::grey_alpha16 ||
           samples == Samples::rgb16 || samples == Samples::rgba16;
}

/// Rounds 0..65535 to 0..255.
std::uint8_t to_8_bit(std::uint16_t value) noexcept {
    return static_cast<std::uint8_t>((value * 255u + 32767u) / 65535u);
}

std::uint16_t load_16(const std::uint8_t* from) noexcept {
    std::uint16_t value = 0;
    std::memcpy(&value, from, sizeof value);
    return value;
}

/// Converts CMYK without a profile. Samples are XORed with `flip` so that 255 means no ink. With
/// `alpha`, the fifth sample becomes the fourth.
void cmyk_by_formula(const std::uint8_t* from, std::uint8_t* to, int pixels, unsigned flip,
                     bool alpha) noexcept {
    const int more = alpha ? 1 : 0;
    for (int i = 0; i < pixels; ++i, from += 4 + more, to += 3 + more) {
        if (alpha) to[3] = from[4];
        const unsigned black = from[3] ^ flip;
        for (int channel = 0; channel < 3; ++channel)
            to[channel] = static_cast<std::uint8_t>(((from[channel] ^ flip) * black + 127u) / 255u);
    }
}

}  // namespace

int bytes_per_pixel(Samples samples) noexcept {
    switch (samples) {
        case Samples::grey8: return 1;
        case Samples::grey_alpha8: return 2;
        case Samples::rgb8: return 3;
        case Samples::rgba8: return 4;
        case Samples::cmyk8:
        case Samples::cmyk8_inverted: return 4;
        case Samples::cmyka8: return 5;
        case Samples::grey16: return 2;
        case Samples::grey_alpha16: return 4;
        case Samples::rgb16: return 6;
        case Samples::rgba16: return 8;
    }
    return 3;
}

bool has_alpha(Samples samples) noexcept {
    return samples == Samples::grey_alpha8 || samples == Samples::cmyka8 ||
           samples == Samples::rgba8 || samples == Samples::grey_alpha16 ||
           samples == Samples::rgba16;
}

struct ToSrgb::State {
    Samples samples;
    Transform transform;                   // empty: no profile, or one equivalent to sRGB
    std::unique_ptr<MatrixToSrgb> matrix;  // the faster way, if possible
};

ToSrgb::ToSrgb(Samples samples, std::span<const std::uint8_t> icc_profile)
    : state_(std::make_unique<State>()) {
    state_->samples = samples;
    const auto profile = open_profile(icc_profile);
    if (!profile || cmsGetColorSpace(profile.get()) != space_of(samples) ||
        means_srgb(profile.get()))
        return;
    if (samples == Samples::rgb8 || samples == Samples::rgba8) {
        state_->matrix = MatrixToSrgb::make(profile.get());
        if (state_->matrix) return;
    }
    const Profile srgb(cmsCreate_sRGBProfile());
    const bool alpha = has_alpha(samples);
    // Without lcms's cache, because convert() is called from several threads at once.
    const cmsUInt32Number flags =
        cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION | (alpha ? cmsFLAGS_COPY_ALPHA : 0u);
    for (const cmsUInt32Number intent :
         {cmsUInt32Number{INTENT_RELATIVE_COLORIMETRIC}, cmsUInt32Number{INTENT_PERCEPTUAL}}) {
        state_->transform.reset(cmsCreateTransform(profile.get(), lcms_format(samples), srgb.get(),
                                                   alpha ? TYPE_RGBA_8 : TYPE_RGB_8, intent,
                                                   flags));
        if (state_->transform) return;
    }
}

ToSrgb::ToSrgb(ToSrgb&&) noexcept = default;
ToSrgb& ToSrgb::operator=(ToSrgb&&) noexcept = default;
ToSrgb::~ToSrgb() = default;

bool ToSrgb::changes_nothing() const noexcept {
    return !state_->transform && !state_->matrix &&
           (state_->samples == Samples::rgb8 || state_->samples == Samples::rgba8);
}

void ToSrgb::convert(const std::uint8_t* from, std::uint8_t* to, int pixels) const {
    if (state_->matrix)
        return state_->matrix->convert(from, to, pixels, bytes_per_pixel(state_->samples));
    if (state_->transform)
        return cmsDoTransform(state_->transform.get(), from, to,
                              static_cast<cmsUInt32Number>(pixels));

    const auto samples = state_->samples;
    if (samples == Samples::cmyk8) return cmyk_by_formula(from, to, pixels, 255u, false);
    if (samples == Samples::cmyka8) return cmyk_by_formula(from, to, pixels, 255u, true);
    if (samples == Samples::cmyk8_inverted) return cmyk_by_formula(from, to, pixels, 0u, false);
    const bool wide = is_16_bit(samples);
    const int step = bytes_per_pixel(samples);
    if (!wide && space_of(samples) == cmsSigRgbData) {
        if (from != to)
            std::memmove(to, from,
                         static_cast<std::size_t>(pixels) * static_cast<std::size_t>(step));
        return;
    }
    const bool alpha = has_alpha(samples);
    const int channels_in = step / (wide ? 2 : 1), channels_out = alpha ? 4 : 3;
    const int colours_in = channels_in - (alpha ? 1 : 0);
    for (int i = 0; i < pixels; ++i, from += step, to += channels_out) {
        std::array<std::uint8_t, 4> value{};
        for (int c = 0; c < channels_in; ++c)
            value[static_cast<std::size_t>(c)] = wide ? to_8_bit(load_16(from + 2 * c)) : from[c];
        for (int c = 0; c < 3; ++c)
            to[c] = value[colours_in == 1 ? 0 : static_cast<std::size_t>(c)];
        if (alpha) to[3] = value[static_cast<std::size_t>(colours_in)];
    }
}

}  // namespace mediaedit::internal
