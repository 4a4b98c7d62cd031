// Copies the packets of a kept range.
#pragma once

#include "video/bitstream/picture_start.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/decode/pictures_ahead.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace mediaedit::internal {

/// Threads: one at a time.
class RangeCopier {
public:
    /// `source` outlives it.
    RangeCopier(const AVStream& stream, const CopySource& source)
        : source_(source), starts_(stream) {}

    /// Gives `put` the packets from range.copy_from on, pts as in the source. Returns the pts from
    /// which on frames must be encoded, because those that they refer to are not kept.
    /// Errors: CannotCopy: timestamps, order, and those of is_true_key.
    std::optional<std::int64_t> copy(PicturesAhead& packets, const KeptRange& range,
                                     const std::function<void(AVPacket&)>& put);

private:
    void correct_key_flag(AVPacket& packet, bool is_key);

    const CopySource& source_;
    StartFinder starts_;
};

}  // namespace mediaedit::internal
