// Searches the bitrate for a file just below a size limit.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

/// Proposes one bitrate after the other until a result is within 5 % below the limit, or no further
/// try is worth it.
class BitSearch {
public:
    BitSearch(std::uintmax_t limit, Time duration);

    /// Whether encoding by quality first would most likely be useless: the limit allows far fewer
    /// bits than such video takes.
    [[nodiscard]] bool is_tight(PixelSize size, double frames_a_second) const;

    /// The video bitrate to try next, in bits a second; absent: the limit cannot be met.
    [[nodiscard]] std::optional<std::int64_t> rate() const;

    /// Reports the file size at that rate.
    void tried(std::uintmax_t bytes);
    [[nodiscard]] bool is_done() const { return is_done_; }
    /// A lower bound of the search's progress: 0 to 1.
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
