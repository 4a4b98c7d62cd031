// With which options a result is encoded.
#include "video/export/result_options.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/thread_count.hpp"
#include "video/frame/frame_colour.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace mediaedit::internal {
namespace {

/// The usual frame rates of cameras divide it.
constexpr AVRational fine_clock{1, 90'000};

/// Of audio and video together; 0: unknown.
std::int64_t bits_of_source(const MediaInfo& info) {
    const auto length = info.duration.value_or(Time(0));
    if (length <= Time(0)) return 0;
    return std::llround(8e6 * static_cast<double>(info.bytes) /
                        static_cast<double>(length.count()));
}

/// Errors: too_large, when encoding such frames takes more memory than the limits allow.
void check_result_size(PixelSize size, const Limits& limits) {
    constexpr int most_side_px = 16'384;        // of H.264
    constexpr std::int64_t bytes_a_pixel = 24;  // of the frames inside the encoder, at least
    const auto pixels = std::int64_t{size.width} * size.height;
    const int longest = std::max(size.width, size.height);
    if (longest <= std::min(limits.max_side_px, most_side_px) && pixels <= limits.max_pixels &&
        pixels <= limits.max_memory_bytes / bytes_a_pixel)
        return;
    fail(ErrorCode::too_large,
         tr("A picture of {size} pixels takes more memory than is allowed; choose a smaller size.",
            {{"size", std::to_string(size.width) + " x " + std::to_string(size.height)}}));
}

}  // namespace

AVRational rate_of(double frames_a_second) {
    const double over_1001 = frames_a_second * 1.001;
    if (std::abs(over_1001 - std::round(over_1001)) < 0.002 &&
        std::abs(frames_a_second - std::round(frames_a_second)) > 0.005)
        return {static_cast<int>(std::lround(over_1001)) * 1000, 1001};
    return av_d2q(frames_a_second, 100'000);
}

EncoderOptions result_options(const VideoJobState& state, const Plan& plan,
                              std::optional<AVRational> rate, const VideoExport& video) {
    EncoderOptions options;
    options.size = {plan.result.width & ~1, plan.result.height & ~1};
    if (options.size.width < 2 || options.size.height < 2)
        fail(ErrorCode::bad_recipe,
             tr("The picture would be too small for a video; choose a larger part."), "crop");
    check_result_size(options.size, video.control.limits);
    const auto& info = video.info;
    options.time_base = rate ? av_inv_q(*rate) : fine_clock;
    options.frame_rate = rate ? *rate : rate_of(info.frame_rate > 0 ? info.frame_rate : 30);
    options.quality = state.job->output.quality;
    options.bits_a_second = state.bits_a_second;
    options.most_bits_a_second = state.job->output.max_bits_per_second;
    options.source_bits_a_second = bits_of_source(info);
    options.threads = thread_count(video.control);
    // Decoding a huge source takes 250 MB by itself, and twice that with more than 8 bits.
    options.at_once = is_huge(info.size) ? options.threads : 2 * options.threads;
    options.short_lookahead = is_huge(info.size) && info.bit_depth > 8;
    options.hardware = state.hardware;
    return options;
}

bool keeps_colours(const Job& job, const AVCodecParameters& source) {
    return !job.recipe.canvas && !job.output.max_bits_per_second && job.recipe.adjust == Adjust{} &&
           !needs_tone_map(colour_of(source));
}

}  // namespace mediaedit::internal
