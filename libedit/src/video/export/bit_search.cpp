// Searches the bitrate for a file just below a size limit.
#include "video/export/bit_search.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// A first guess for audio and tables; the resulting size corrects it.
constexpr double bits_of_audio = 140'000;
/// The target below the limit, and what is near enough.
constexpr double aimed_share = 0.975, near_enough = 0.95;
constexpr int most_tries = 5;
constexpr double least_bits = 40'000;
/// Encoded by quality, videos from phones take 0.1 to 0.2 bits a pixel; even a still scene takes
/// more than this.
constexpr double least_bits_a_pixel = 0.04;

}  // namespace

BitSearch::BitSearch(std::uintmax_t limit, Time duration)
    : limit_(static_cast<double>(limit)),
      seconds_(std::max(0.001, static_cast<double>(duration.count()) / 1e6)),
      bits_(limit_ * aimed_share * 8 / seconds_ - bits_of_audio) {}

bool BitSearch::is_tight(PixelSize size, double frames_a_second) const {
    return bits_ <
           least_bits_a_pixel * size.width * size.height * std::clamp(frames_a_second, 10.0, 60.0);
}

std::optional<std::int64_t> BitSearch::rate() const {
    if (bits_ < least_bits) return {};
    return static_cast<std::int64_t>(std::min(bits_, 1e9));
}

void BitSearch::tried(std::uintmax_t bytes) {
    const auto made = static_cast<double>(bytes);
    ++tries_;
    const bool fits = made <= limit_;
    // If this one is too large after one that fitted, a further try would hardly be better than
    // that one.
    is_done_ = tries_ == most_tries || (fits ? made >= limit_ * near_enough : one_fits_);
    one_fits_ = one_fits_ || fits;
    const auto next = next_after(made);
    before_ = {bits_, made};
    bits_ = next;
}

double BitSearch::next_after(double made) const {
    const auto aim = limit_ * aimed_share;
    // Two results tell the share of audio and tables; with one it must be guessed.
    if (before_ && (made - before_->bytes) * (bits_ - before_->bits) > 0)
        return std::clamp(bits_ + (aim - made) * (bits_ - before_->bits) / (made - before_->bytes),
                          bits_ / 3, bits_ * 3);
    const auto audio = bits_of_audio * seconds_ / 8;
    return bits_ * std::clamp(std::max(aim - audio, aim / 10) / std::max(made - audio, made / 10),
                              1.0 / 3, 3.0);
}

double BitSearch::progress() const { return 1 - std::pow(0.5, tries_); }

}  // namespace mediaedit::internal
