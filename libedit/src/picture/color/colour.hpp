// From any colours to sRGB.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// What the samples of a decoded row mean. 16 bit samples are in the machine's byte order.
enum class Samples {
    grey8,
    grey_alpha8,
    rgb8,
    rgba8,
    cmyk8,
    cmyk8_inverted,
    cmyka8,
    grey16,
    grey_alpha16,
    rgb16,
    rgba16
};

/// Bytes a pixel.
MEDIAEDIT_INTERNAL int bytes_per_pixel(Samples samples) noexcept;
MEDIAEDIT_INTERNAL bool has_alpha(Samples samples) noexcept;

/// Turns rows of `samples` into RGB (or RGBA where they have alpha), 8 bit, sRGB.
/// A profile that cannot be used (broken, or of another kind of colour) counts as absent; CMYK
/// without one is converted by the usual formula, all else without one is taken as sRGB. Threads:
/// `convert` may be called from several at once.
class ToSrgb {
public:
    ToSrgb(Samples samples, std::span<const std::uint8_t> icc_profile);
    ToSrgb(ToSrgb&&) noexcept;
    ToSrgb& operator=(ToSrgb&&) noexcept;
    ~ToSrgb();

    /// Whether samples are already 8 bit sRGB RGB or RGBA, so that convert() only copies.
    [[nodiscard]] bool changes_nothing() const noexcept;

    /// Shapes: `from` pixels * bytes_per_pixel(samples), `to` pixels * (3 or 4). They may be the
    /// same place when sizes agree.
    void convert(const std::uint8_t* from, std::uint8_t* to, int pixels) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The profile's own name, such as "Display P3"; "srgb" for any that means sRGB; empty when it
/// cannot be read.
MEDIAEDIT_INTERNAL std::string profile_name(std::span<const std::uint8_t> icc_profile);

/// The profile that results carry. The same bytes each time.
const std::vector<std::uint8_t>& srgb_profile();

}  // namespace mediaedit::internal
