// Decoded rows in, an upright sRGB picture out: colour, shrinking and turning happen strip by
// strip, beside the decoder.
#pragma once

#include "picture/color/colour.hpp"
#include "picture/geometry/orientation.hpp"
#include "picture/picture.hpp"

#include <mediaedit/export.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace mediaedit::internal {

/// What a decoder is about to deliver.
struct RowSource {
    PixelSize stored;
    Samples samples = Samples::rgb8;
    std::span<const std::uint8_t> icc_profile;
    Orientation orientation = Orientation::upright;
    int shrink = 1;                             ///< whole squares of this side become one pixel
    int threads = 1;                            ///< the decoder's own included
    std::function<void(double)> on_progress{};  ///< the share of the rows that has come
};

/// The largest whole shrink at which `stored` still has `at_least` (upright) pixels. An empty
/// `at_least` allows none.
MEDIAEDIT_INTERNAL int shrink_for(PixelSize stored, Orientation orientation,
                                  PixelSize at_least) noexcept;

/// Each side divided, rounded up.
MEDIAEDIT_INTERNAL PixelSize shrunk(PixelSize size, int shrink) noexcept;

/// Shapes: rows come from top to bottom, each as RowSource tells. No strip is larger than about 256
/// KiB, so the picture itself is the only large piece of memory. Threads: used from one; with
/// RowSource::threads above 1 it works on others besides until finish() or its end.
class MEDIAEDIT_INTERNAL UprightBuilder {
public:
    explicit UprightBuilder(const RowSource& source);
    ~UprightBuilder();
    UprightBuilder(const UprightBuilder&) = delete;
    UprightBuilder& operator=(const UprightBuilder&) = delete;

    /// Room for the next rows to decode into, without padding between them.
    struct Strip {
        std::uint8_t* rows = nullptr;
        std::size_t bytes_per_row = 0;
        int count = 0;  ///< 0 when all rows have come
    };
    Strip next_strip();
    /// The first `count` rows of the last strip are filled.
    void put(int count);

    /// All rows at once, from memory that lives until finish().
    void put_whole(const std::uint8_t* rows, std::size_t bytes_per_row, int count);

    /// The picture. Rows that never came are grey, or clear where there is alpha.
    Picture finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
