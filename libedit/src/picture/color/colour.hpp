// Converts decoded samples to sRGB.
#pragma once

#include <mediaedit/export.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The format of a decoded row. 16-bit samples are in native byte order.
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

MEDIAEDIT_INTERNAL int bytes_per_pixel(Samples samples) noexcept;
MEDIAEDIT_INTERNAL bool has_alpha(Samples samples) noexcept;

/// Converts rows of `samples` to 8-bit sRGB: RGB, or RGBA if they have alpha. An unusable profile
/// (damaged, or for another colour model) is ignored. Without a profile, CMYK is converted by the
/// usual formula, and everything else is treated as sRGB. Threads: `convert` may be called from
/// several at once.
class ToSrgb {
public:
    ToSrgb(Samples samples, std::span<const std::uint8_t> icc_profile);
    ToSrgb(ToSrgb&&) noexcept;
    ToSrgb& operator=(ToSrgb&&) noexcept;
    ~ToSrgb();

    /// Whether the samples already are 8-bit sRGB RGB or RGBA, so that convert() only copies.
    [[nodiscard]] bool changes_nothing() const noexcept;

    /// Shapes: `from` has pixels * bytes_per_pixel(samples) bytes, `to` pixels * (3 or 4). May be
    /// in place if both sizes are equal.
    void convert(const std::uint8_t* from, std::uint8_t* to, int pixels) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The profile's own name, such as "Display P3"; "srgb" for all that are equivalent to sRGB; empty
/// if it cannot be read.
MEDIAEDIT_INTERNAL std::string profile_name(std::span<const std::uint8_t> icc_profile);

/// The sRGB profile that is embedded in results. Its bytes are reproducible.
const std::vector<std::uint8_t>& srgb_profile();

}  // namespace mediaedit::internal
