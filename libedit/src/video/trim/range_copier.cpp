// Copies the packets of a kept range.
#include "video/trim/range_copier.hpp"

#include <algorithm>

namespace mediaedit::internal {

std::optional<std::int64_t> RangeCopier::copy(PicturesAhead& packets, const KeptRange& range,
                                              const std::function<void(AVPacket&)>& put) {
    const auto packet = new_packet();
    bool has_begun = false;
    std::optional<std::int64_t> first_left, last_copied;
    bool is_behind = false;  // a frame shown after the range was read
    while (packets.next(*packet)) {
        if (packet->pts == AV_NOPTS_VALUE)
            throw CannotCopy{"timestamps", "a picture without a time"};
        const bool is_key = is_true_key(*packet, source_.record);
        if (!has_begun && packet->pts != *range.copy_from) continue;
        has_begun = true;
        const bool is_kept = packet->pts < range.end;
        if (packet->dts != AV_NOPTS_VALUE && packet->dts >= range.end) break;
        if (is_behind && is_key) break;  // all that follows is shown after the range
        if (!is_kept) is_behind = true;
        if (!is_kept || (packet->flags & AV_PKT_FLAG_DISCARD) != 0) continue;
        if (is_behind) {
            first_left = std::min(first_left.value_or(packet->pts), packet->pts);
            continue;
        }
        last_copied = std::max(last_copied.value_or(packet->pts), packet->pts);
        correct_key_flag(*packet, is_key);
        put(*packet);
    }
    if (!has_begun) throw CannotCopy{"timestamps", "the key picture was not found again"};
    if (first_left && *first_left < *last_copied)
        throw CannotCopy{"order", "a picture that must be encoded is shown before copied ones"};
    return first_left;
}

/// The source's container may flag other frames, or miss key frames.
void RangeCopier::correct_key_flag(AVPacket& packet, bool is_key) {
    if (is_key) packet.flags |= AV_PKT_FLAG_KEY;
    else if ((packet.flags & AV_PKT_FLAG_KEY) != 0 &&
             starts_.start_of(packet).kind == StartKind::none)
        packet.flags &= ~AV_PKT_FLAG_KEY;
}

}  // namespace mediaedit::internal
