// Makes a result that meets a size limit.
#include "video/export/byte_limit.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "plan/kept_duration.hpp"
#include "video/export/bit_search.hpp"
#include "video/export/render_with_fallback.hpp"

#include <optional>
#include <string>

namespace mediaedit::internal {
namespace {

[[noreturn]] void cannot_be_as_small(std::uintmax_t limit) {
    fail(
        ErrorCode::bad_argument,
        tr("The video cannot be made as small as {bytes} bytes; keep a shorter part or allow more.",
           {{"bytes", std::to_string(limit)}}),
        "max_bytes");
}

}  // namespace

void expect_limit(VideoJobState& state, const MediaInfo& info) {
    const auto& job = *state.job;
    if (!job.output.max_bytes) return;
    const auto size = job.recipe.canvas ? job.recipe.canvas->size : info.size;
    const BitSearch search(*job.output.max_bytes, kept_duration(job.recipe.keep, info));
    if (search.is_tight(size, job.recipe.constant_rate.value_or(info.frame_rate)))
        state.bits_a_second = search.rate();
}

bool needs_fitting(const VideoJobState& state) {
    const auto limit = state.job->output.max_bytes;
    return limit && (state.bits_a_second || state.file->bytes() > *limit);
}

void fit_into_limit(VideoJobState& state, const VideoExport& video,
                    const std::function<void(double)>& progress) {
    const auto limit = state.job->output.max_bytes.value();
    BitSearch search(limit, state.duration);
    std::optional<NewFile> best;
    const auto notes = state.notes;
    const auto weigh = [&] {
        search.tried(state.file->bytes());
        if (state.file->bytes() > limit || (best && best->bytes() > state.file->bytes())) return;
        best = std::move(state.file);
    };
    if (state.bits_a_second) weigh();
    while (!search.is_done()) {
        state.bits_a_second = search.rate();
        if (!state.bits_a_second) cannot_be_as_small(limit);
        state.start_again();
        VideoJobState* one = &state;
        const auto done = search.progress();
        render_with_fallback({&one, 1}, video,
                             [&](double fraction) { progress(done + fraction * (1 - done) / 2); });
        if (state.error) throw Failure{*state.error};
        weigh();
    }
    state.notes = notes;
    if (!best) cannot_be_as_small(limit);
    state.file = std::move(best);
    state.notes.push_back(
        {"quality_lowered", tr("The quality was lowered so that the file is not too large.")});
}

}  // namespace mediaedit::internal
