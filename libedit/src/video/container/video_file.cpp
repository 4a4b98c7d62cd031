// An open video file: its properties and packets.
#include "video/container/video_file.hpp"

#include "base/cancel.hpp"
#include "video/av_shortage.hpp"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <string_view>
#include <system_error>
#include <vector>

namespace mediaedit::internal {
namespace {

/// A pixel this many times wider than high, or higher than wide, is taken for square: no camera and
/// no television has such pixels.
constexpr int most_stretch = 8;

}  // namespace

Orientation orientation_from_matrix(const std::int32_t* matrix) noexcept {
    const double a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
    const bool mirrored = a * d - b * c < 0;
    const double angle = mirrored ? std::atan2(-c, d) : std::atan2(b, a);
    const auto quarters = static_cast<int>(std::lround(angle / (std::numbers::pi / 2)));
    constexpr Turn turns[] = {Turn::none, Turn::right, Turn::half, Turn::left};
    return orientation_of(mirrored, turns[((quarters % 4) + 4) % 4]);
}

AVRational VideoFile::pixel_shape() const {
    const auto shape = av_guess_sample_aspect_ratio(&input_->format(), picture_, nullptr);
    if (shape.num <= 0 || shape.den <= 0) return {0, 1};
    return shape.num / shape.den >= most_stretch || shape.den / shape.num >= most_stretch
               ? AVRational{1, 1}
               : shape;
}

PixelSize VideoFile::upright() const {
    auto size = stored();
    const auto shape = pixel_shape();
    // The side that must grow is scaled up, so that no pixel is lost.
    if (shape.num > 0 && shape.den > 0) {
        const auto stretched = [](int side, int by, int of) {
            return static_cast<int>(std::clamp<std::int64_t>(av_rescale(side, by, of), 1, 1 << 20));
        };
        if (shape.num > shape.den) size.width = stretched(size.width, shape.num, shape.den);
        else size.height = stretched(size.height, shape.den, shape.num);
    }
    return set_upright(size, orientation_);
}

bool VideoFile::has_table() const {
    return std::string_view(format().iformat->name).starts_with("mov") &&
           avformat_index_get_entries_count(picture_) > 0;
}

std::vector<std::int64_t> VideoFile::audio_starts_by_table() const {
    std::vector<std::int64_t> starts;
    if (!audio_ || !has_table() || layout_.fragmented) return starts;
    std::error_code ignored;
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file_, ignored));
    const int count = avformat_index_get_entries_count(audio_);
    starts.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) {
        const auto* entry = avformat_index_get_entry(audio_, i);
        if (entry->pos + bytes_of(*entry) > bytes) break;  // cut short
        starts.push_back(entry->timestamp);
    }
    return starts;
}

bool VideoFile::read_stored(AVPacket& packet) {
    while (true) {
        const int code = av_read_frame(&input_->format(), &packet);
        leave_if_stopped(stop_);
        if (code == AVERROR_EOF) return false;
        if (code == AVERROR(EAGAIN)) continue;
        fail_if_av_short_reading(code, file_.string());
        if (code < 0) {
            damaged_ = true;
            return false;
        }
        if (packet.stream_index == picture_->index) edits_.correct_times(packet);
        if (packet.stream_index == picture_->index ||
            (audio_ && packet.stream_index == audio_->index))
            return true;
        av_packet_unref(&packet);
    }
}

bool VideoFile::read_any(AVPacket& packet) {
    while (read_stored(packet)) {
        set_on_one_clock(packet);
        if (packet.flags & AV_PKT_FLAG_CORRUPT) damaged_ = true;
        if (packet.stream_index != picture_->index) return true;
        if ((packet.flags & AV_PKT_FLAG_DISCARD) == 0 && pts_or_dts(packet) != AV_NOPTS_VALUE)
            first_stored_ = std::min(first_stored_, pts_or_dts(packet));
        if (!refers_back(packet)) return true;
        av_packet_unref(&packet);
    }
    return false;
}

bool VideoFile::read(AVPacket& packet) {
    leave_if_stopped(stop_);
    av_packet_unref(&packet);
    if (ahead_.empty()) return read_any(packet);
    av_packet_move_ref(&packet, ahead_.front().get());
    ahead_.pop_front();
    return true;
}

bool VideoFile::read_picture(AVPacket& packet) {
    while (read(packet))
        if (packet.stream_index == picture_->index) return true;
    return false;
}

}  // namespace mediaedit::internal
