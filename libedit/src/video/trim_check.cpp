// A trimmed file is read again before it gets its name.
#include "video/trim_check.hpp"

#include "base/failure.hpp"
#include "video/copy_plan.hpp"
#include "video/frame_reader.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Units: milliseconds, on each side of a seam. See docs/decisions/0006-seams-looked-at.md.
constexpr std::int64_t looked_at_ms = 500;

[[noreturn]] void differs(const std::string& detail) { throw CannotCopy{"verification", detail}; }

std::vector<std::int64_t> times_in(VideoFile& file, AVRational time_base) {
    std::vector<std::int64_t> times;
    const auto packet = new_packet();
    while (file.read(*packet))
        if (packet->stream_index == file.picture().index) times.push_back(av_rescale_q(packet->pts - file.origin(), file.picture().time_base, time_base));
    return times;
}

/// Each picture between the two must come out, whole.
void check_seam(FrameReader& frames, std::span<const std::int64_t> shown, std::int64_t from, std::int64_t to, AVRational time_base) {
    const auto& stream = frames.file().picture();
    const auto origin = frames.file().origin();
    const auto ticks = [&](std::int64_t time) { return origin + av_rescale_q(time, time_base, stream.time_base); };
    auto expected = std::ranges::lower_bound(shown, from);
    const int faults = frames.faults();
    frames.start_at(ticks(expected == shown.end() ? from : *expected));
    const auto frame = new_frame();
    for (; expected != shown.end() && *expected < to; ++expected) {
        if (!frames.next(*frame)) differs("pictures are missing at a seam");
        if (frame->pts != ticks(*expected)) differs("a picture at a seam has another time");
    }
    if (frames.faults() != faults) differs("pictures at a seam are damaged");
}

}  // namespace

void check_trimmed(const NewFile& file, const ExpectedVideo& expected, const Control& control) {
    try {
        const auto path = file.readable_path();
        std::vector<std::int64_t> shown(expected.shown.begin(), expected.shown.end());
        std::ranges::sort(shown);
        VideoFile result(path, control.limits, control.stop);
        auto times = times_in(result, expected.time_base);
        std::ranges::sort(times);
        if (times != shown) differs(std::to_string(times.size()) + " pictures or other times, expected " + std::to_string(shown.size()));
        if (expected.seams.empty()) return;
        const int threads = control.threads > 0 ? control.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        FrameReader frames(result, threads);
        const auto around = av_rescale_q(looked_at_ms, {1, 1000}, expected.time_base);
        for (const auto seam : expected.seams) check_seam(frames, shown, seam - around, seam + around, expected.time_base);
    } catch (const Failure& failure) {
        if (failure.error.code == ErrorCode::cancelled) throw;
        differs(failure.error.detail.empty() ? failure.error.message : failure.error.detail);
    }
}

}  // namespace mediaedit::internal
