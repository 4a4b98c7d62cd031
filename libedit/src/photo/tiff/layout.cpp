// The pixel layout of a TIFF page, from its tags.
#include "photo/tiff/layout.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "photo/refusal.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr std::uint16_t no_photometric = 0xFFFF;
constexpr std::uint16_t linear_raw = 34892;

std::string compression_name(std::uint16_t scheme) {
    const auto* codec = TIFFFindCODEC(scheme);
    if (codec && codec->name) return codec->name;
    switch (scheme) {
        case 33003:
        case 33005:
        case 34712: return "JPEG 2000";
        case 22610: return "JPEG XR";
        case 52546: return "JPEG XL";
        default: return std::to_string(scheme);
    }
}

void check_compression(const TiffFile& file, const std::string& name) {
    const auto scheme = file.short_number(TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    if (TIFFIsCODECConfigured(scheme)) return;
    refuse_tiff_kind(name, tr("compression {name}", {{"name", compression_name(scheme)}}));
}

/// The colour model of the page. If the tag is absent, the one that libtiff assumes.
std::uint16_t photometric_of(const TiffFile& file, int samples) {
    std::uint16_t value = 0;
    if (TIFFGetField(file.get(), TIFFTAG_PHOTOMETRIC, &value) == 1) return value;
    switch (file.short_number(TIFFTAG_COMPRESSION, COMPRESSION_NONE)) {
        case COMPRESSION_CCITTRLE:
        case COMPRESSION_CCITTRLEW:
        case COMPRESSION_CCITTFAX3:
        case COMPRESSION_CCITTFAX4: return PHOTOMETRIC_MINISWHITE;
        default: break;
    }
    return samples >= 3 ? PHOTOMETRIC_RGB : samples == 1 ? PHOTOMETRIC_MINISBLACK : no_photometric;
}

TiffColours colours_of(const TiffFile& file, std::uint16_t photometric, const std::string& name) {
    switch (photometric) {
        case PHOTOMETRIC_MINISWHITE:
        case PHOTOMETRIC_MINISBLACK: return TiffColours::grey;
        case PHOTOMETRIC_RGB: return TiffColours::rgb;
        case PHOTOMETRIC_PALETTE: return TiffColours::palette;
        case PHOTOMETRIC_SEPARATED: return TiffColours::cmyk;
        case PHOTOMETRIC_CIELAB: return TiffColours::lab;
        case PHOTOMETRIC_ICCLAB: return TiffColours::icc_lab;
        case PHOTOMETRIC_LOGL:
        case PHOTOMETRIC_LOGLUV: return TiffColours::by_libtiff;
        case PHOTOMETRIC_YCBCR: {
            const bool jpeg = file.short_number(TIFFTAG_COMPRESSION) == COMPRESSION_JPEG;
            const bool planes = file.short_number(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
            if (!jpeg || planes) return TiffColours::by_libtiff;
            TIFFSetField(file.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
            return TiffColours::rgb;
        }
        default:
            refuse_tiff_kind(
                name, tr("colours of kind {number}", {{"number", std::to_string(photometric)}}));
    }
}

/// Reads which extra sample is alpha. Unspecified extra samples are ignored.
void read_alpha(const TiffFile& file, TiffLayout& layout) {
    std::uint16_t count = 0;
    const std::uint16_t* kinds = nullptr;
    if (TIFFGetFieldDefaulted(file.get(), TIFFTAG_EXTRASAMPLES, &count, &kinds) != 1 || !kinds)
        return;
    for (int i = 0; i < count; ++i) {
        if (kinds[i] != EXTRASAMPLE_ASSOCALPHA && kinds[i] != EXTRASAMPLE_UNASSALPHA) continue;
        const int index = layout.samples_per_pixel - count + i;
        if (index < layout.colour_samples()) continue;
        layout.alpha_sample = index;
        layout.premultiplied = kinds[i] == EXTRASAMPLE_ASSOCALPHA;
        return;
    }
}

/// Reads the palette. Some programs write 8-bit values instead of 16-bit ones.
void read_palette(const TiffFile& file, TiffLayout& layout, const std::string& name) {
    std::uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
    const bool found = TIFFGetField(file.get(), TIFFTAG_COLORMAP, &red, &green, &blue) == 1;
    if (!found || layout.bits > 16 || layout.is_float) refuse_damaged(name, "palette");
    const auto count = std::size_t{1} << layout.bits;
    bool narrow = true;
    for (std::size_t i = 0; i < count; ++i) {
        layout.palette.push_back({red[i], green[i], blue[i]});
        narrow = narrow && red[i] < 256 && green[i] < 256 && blue[i] < 256;
    }
    if (!narrow) return;
    for (auto& colour : layout.palette)
        for (auto& value : colour) value = static_cast<std::uint16_t>(value * 257);
}

void check_numbers(const TiffFile& file, TiffLayout& layout, const std::string& name) {
    const auto format = file.short_number(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    layout.is_float = format == SAMPLEFORMAT_IEEEFP;
    const bool lab = layout.colours == TiffColours::lab || layout.colours == TiffColours::icc_lab;
    const bool counted = format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_VOID ||
                         (format == SAMPLEFORMAT_INT && lab);
    if (!counted && !layout.is_float) refuse_tiff_kind(name, tr("numbers below zero"));
    const int bits = layout.bits;
    const bool known = layout.is_float ? !lab && (bits == 16 || bits == 32 || bits == 64)
                       : lab           ? bits == 8 || bits == 16
                                       : bits >= 1 && bits <= 32;
    if (!known) {
        const auto count = std::to_string(bits);
        refuse_tiff_kind(name, tr("{number} bits for each colour of a pixel", {{"number", count}}));
    }
}

Samples samples_of(const TiffLayout& layout) {
    const bool wide = layout.bits > 8, alpha = layout.alpha_sample >= 0;
    switch (layout.colours) {
        case TiffColours::grey:
            return alpha ? (wide ? Samples::grey_alpha16 : Samples::grey_alpha8)
                         : (wide ? Samples::grey16 : Samples::grey8);
        case TiffColours::palette: return alpha ? Samples::rgba8 : Samples::rgb8;
        case TiffColours::cmyk: return alpha ? Samples::cmyka8 : Samples::cmyk8;
        case TiffColours::by_libtiff: return Samples::rgb8;
        case TiffColours::rgb:
            return alpha ? (wide ? Samples::rgba16 : Samples::rgba8)
                         : (wide ? Samples::rgb16 : Samples::rgb8);
        case TiffColours::lab:
        case TiffColours::icc_lab: return alpha ? Samples::rgba16 : Samples::rgb16;
    }
    return Samples::rgb8;
}

void read_white(const TiffFile& file, TiffLayout& layout) {
    constexpr std::array<double, 2> d50{0.3457, 0.3585};
    layout.white = d50;
    const float* white = nullptr;
    if (TIFFGetField(file.get(), TIFFTAG_WHITEPOINT, &white) != 1 || !white) return;
    if (white[0] > 0.05F && white[1] > 0.05F && white[0] + white[1] < 1)
        layout.white = {white[0], white[1]};
}

void read_blocks(const TiffFile& file, TiffLayout& layout, const std::string& name,
                 const Limits& limits) {
    layout.tiled = TIFFIsTiled(file.get()) != 0;
    if (layout.tiled) {
        const auto width = file.number(TIFFTAG_TILEWIDTH), height = file.number(TIFFTAG_TILELENGTH);
        check_size(width, height, name, limits);
        layout.block_width = static_cast<int>(width);
        layout.block_height = static_cast<int>(height);
        return;
    }
    const auto rows = file.number(TIFFTAG_ROWSPERSTRIP, 0xFFFFFFFF);
    if (rows == 0) refuse_damaged(name, "strips without rows");
    layout.block_width = layout.size.width;
    layout.block_height =
        static_cast<int>(std::min(rows, static_cast<std::uint32_t>(layout.size.height)));
    layout.whole_strips = file.short_number(TIFFTAG_COMPRESSION) == COMPRESSION_JBIG;
}

}  // namespace

void refuse_tiff_kind(const std::string& name, const std::string& kind) {
    fail(ErrorCode::unsupported,
         tr("{file} is a kind of TIFF that cannot be read here ({kind}); save it as JPEG or PNG "
            "first.",
            {{"file", name}, {"kind", kind}}),
         name, "TIFF: " + kind);
}

int TiffLayout::colour_samples() const noexcept {
    switch (colours) {
        case TiffColours::grey:
        case TiffColours::palette: return 1;
        case TiffColours::cmyk: return 4;
        default: return 3;
    }
}

bool is_camera_raw(const TiffFile& file, Bytes bytes) {
    std::uint8_t* version = nullptr;
    if (TIFFGetField(file.get(), TIFFTAG_DNGVERSION, &version) == 1) return true;
    const auto photometric = file.short_number(TIFFTAG_PHOTOMETRIC);
    std::uint16_t count = 0;
    const std::uint64_t* offsets = nullptr;
    const bool inner = TIFFGetField(file.get(), TIFFTAG_SUBIFD, &count, &offsets) == 1;
    const bool reduced = (file.number(TIFFTAG_SUBFILETYPE) & FILETYPE_REDUCEDIMAGE) != 0;
    return text_at(bytes, 8, 2) == "CR" || photometric == PHOTOMETRIC_CFA ||
           photometric == linear_raw || (inner && reduced);
}

TiffLayout read_tiff_layout(const TiffFile& file, const std::string& name, const Limits& limits) {
    TiffLayout layout;
    const auto width = file.number(TIFFTAG_IMAGEWIDTH), height = file.number(TIFFTAG_IMAGELENGTH);
    check_size(width, height, name, limits);
    check_compression(file, name);
    layout.size = {static_cast<int>(width), static_cast<int>(height)};
    layout.bits = file.short_number(TIFFTAG_BITSPERSAMPLE, 1);
    layout.samples_per_pixel = file.short_number(TIFFTAG_SAMPLESPERPIXEL, 1);
    layout.separate_planes = file.short_number(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE &&
                             layout.samples_per_pixel > 1;
    read_blocks(file, layout, name, limits);

    const auto photometric = photometric_of(file, layout.samples_per_pixel);
    if (file.short_number(TIFFTAG_COMPRESSION) == COMPRESSION_OJPEG)
        layout.colours = TiffColours::by_libtiff;
    else layout.colours = colours_of(file, photometric, name);
    layout.min_is_white = photometric == PHOTOMETRIC_MINISWHITE;
    if (layout.colours == TiffColours::by_libtiff) return layout;

    check_numbers(file, layout, name);
    const bool other_inks = layout.colours == TiffColours::cmyk &&
                            (file.short_number(TIFFTAG_INKSET, INKSET_CMYK) != INKSET_CMYK ||
                             layout.samples_per_pixel < layout.colour_samples());
    if (other_inks) refuse_tiff_kind(name, tr("inks other than CMYK"));
    if (layout.samples_per_pixel < layout.colour_samples()) refuse_damaged(name, "samples missing");
    read_alpha(file, layout);
    if (layout.colours == TiffColours::palette) read_palette(file, layout, name);
    read_white(file, layout);
    layout.samples = samples_of(layout);
    return layout;
}

}  // namespace mediaedit::internal
