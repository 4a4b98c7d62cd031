// Which rate of bits makes a file just smaller than a limit.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

/// Asks for one rate after the other until what came out lies within 5 % below the limit, or no
/// further try is worth it.
class BitSearch {
public:
    BitSearch(std::uintmax_t limit, Time duration);

    /// Whether making it by quality first would most likely be in vain: the limit leaves far fewer
    /// bits than such pictures take.
    [[nodiscard]] bool is_tight(PixelSize size, double frames_a_second) const;

    /// The rate of the pictures to try next, in bits a second; none: the limit cannot be kept.
    [[nodiscard]] std::optional<std::int64_t> rate() const;

    /// What came out at that rate.
    void tried(std::uintmax_t bytes);
    [[nodiscard]] bool is_done() const { return is_done_; }
    /// How much of the search is done, at least: 0 to 1.
    [[nodiscard]] double progress() const;

private:
    struct Try {
        double bits, bytes;
    };
    [[nodiscard]] double next_after(double made) const;

    double limit_, seconds_, bits_;
    std::optional<Try> before_;
    int tries_ = 0;
    bool one_fits_ = false, is_done_ = false;
};

}  // namespace mediaedit::internal
