// The photo's light and colour, on a video's planes.
#pragma once

#include "video/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

#include <array>

namespace mediaedit::internal {

/// Tables measured on the photo's own curves (picture/adjust.hpp): exact for greys, near for all else, where those work on red, green and blue.
/// Threads: never changed once made, so any number may use it.
class YuvAdjust {
public:
    /// `automatic` is not looked at.
    explicit YuvAdjust(const Adjust& wish);
    [[nodiscard]] bool changes_nothing() const noexcept { return changes_nothing_; }
    /// In place. Shapes: CV_8U, BT.709 limited.
    void apply(const YuvPicture& picture, int threads) const;

private:
    bool changes_nothing_;
    std::array<unsigned char, 256> light_{};
    // By the brightness around: what colours are multiplied by (1/256), and what is added.
    std::array<int, 256> gain_u_{}, gain_v_{}, added_u_{}, added_v_{};
};

}  // namespace mediaedit::internal
