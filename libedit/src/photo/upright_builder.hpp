// Builds an upright sRGB picture from decoded rows. Converts colour, shrinks and turns strip by
// strip, in parallel with the decoder.
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

/// Describes the rows of a decoder.
struct RowSource {
    PixelSize stored;
    Samples samples = Samples::rgb8;
    std::span<const std::uint8_t> icc_profile;
    Orientation orientation = Orientation::upright;
    int shrink = 1;                             ///< squares of this side become one pixel
    int threads = 1;                            ///< including the decoder's thread
    std::function<void(double)> on_progress{};  ///< receives the share of rows delivered so far
};

/// The largest shrink at which `stored` still has at least `at_least` (upright) pixels. 1 if
/// `at_least` is empty.
MEDIAEDIT_INTERNAL int shrink_for(PixelSize stored, Orientation orientation,
                                  PixelSize at_least) noexcept;

/// Divides both sides by `shrink`, rounded up.
MEDIAEDIT_INTERNAL PixelSize shrunk(PixelSize size, int shrink) noexcept;

/// Strips have at most about 256 KiB, so only the picture itself takes much memory. Shapes: rows
/// from top to bottom, as RowSource describes. Threads: one at a time; with RowSource::threads
/// above 1, it uses threads of its own until finish() or its destructor.
class MEDIAEDIT_INTERNAL UprightBuilder {
public:
    explicit UprightBuilder(const RowSource& source);
    ~UprightBuilder();
    UprightBuilder(const UprightBuilder&) = delete;
    UprightBuilder& operator=(const UprightBuilder&) = delete;

    /// Memory for the next rows, without padding between them.
    struct Strip {
        std::uint8_t* rows = nullptr;
        std::size_t bytes_per_row = 0;
        int count = 0;  ///< 0 after the last row
    };
    Strip next_strip();
    /// Delivers the first `count` rows of the last strip.
    void put(int count);

    /// Delivers all rows at once. The memory must be valid until finish().
    void put_whole(const std::uint8_t* rows, std::size_t bytes_per_row, int count);

    /// Returns the picture. Rows that were not delivered are grey, or transparent with alpha.
    Picture finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
