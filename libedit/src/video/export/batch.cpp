// Makes the results of one call; jobs for the same video share one.
#include "video/export/batch.hpp"

#include "base/guard.hpp"
#include "video/container/video_file.hpp"
#include "video/export/byte_limit.hpp"
#include "video/export/render_with_fallback.hpp"
#include "video/export/try_copy.hpp"
#include "video/trim/alike.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mediaedit::internal {
namespace {

using ReportProgress = std::function<void(double)>;
/// Jobs for the same video except for their size limits, the largest limit first.
using Group = std::vector<VideoJobState*>;

bool waits(const VideoJobState* state) { return !state->report && !state->error; }

std::uintmax_t limit_of(const VideoJobState& state) {
    return state.job->output.max_bytes.value_or(UINTMAX_MAX);
}

std::vector<Group> groups_of(std::span<VideoJobState> states, const MediaInfo& info) {
    std::vector<Group> groups;
    for (auto& state : states) {
        if (state.error) continue;
        const auto same = std::ranges::find_if(groups, [&](const Group& group) {
            return makes_the_same(*group.front()->job, *state.job, info);
        });
        if (same != groups.end()) same->push_back(&state);
        else groups.push_back({&state});
    }
    for (auto& group : groups)
        std::ranges::stable_sort(group, std::ranges::greater(),
                                 [](const VideoJobState* state) { return limit_of(*state); });
    return groups;
}

/// An error of one job holds for the others, unless it is about its own file.
bool concerns_all(const Error& error) {
    return error.code != ErrorCode::cannot_write && error.code != ErrorCode::exists;
}

void commit_all(const Group& group, const VideoExport& video) {
    for (auto* state : group) {
        if (!waits(state) || !state->is_made) continue;
        attempt(state->error, [&] { state->commit(video.file.path()); });
        state->file.reset();
    }
}

/// Copies another job's file if it is small enough and not smaller than needed.
void share_files(const Group& group, VideoJobState& state) {
    for (const auto* other : group) {
        if (other == &state || !other->is_made || other->error || !other->file) continue;
        const bool serves = other->is_fitted ? limit_of(*other) == limit_of(state)
                                             : other->file->bytes() <= limit_of(state);
        if (!serves) continue;
        attempt(state.error, [&] { state.take_content_of(*other); });
        return;
    }
}

/// Tries to make the group by copying frames. Jobs for which the result is too large keep waiting.
void copy_group(const Group& group, const VideoExport& video, const ReportProgress& progress) {
    for (auto* state : group) {
        attempt(state->error, [&] { state->is_made = try_copy(*state, video, progress); });
        if (state->error && !concerns_all(*state->error)) continue;
        for (auto* other : group) {
            if (other == state || !waits(other)) continue;
            if (state->error) other->error = state->error;
            else if (state->is_made) share_files(group, *other);
            else other->notes = state->notes;
        }
        break;
    }
    commit_all(group, video);
}

/// Adds the waiting jobs, grouped by what their first pass would be.
void add_passes(const Group& group, std::vector<Group>& passes) {
    const auto begin = passes.size();
    for (auto* state : group) {
        if (!waits(state)) continue;
        const auto own = std::span(passes).subspan(begin);
        const auto same = std::ranges::find_if(own, [&](const Group& pass) {
            return pass.front()->bits_a_second == state->bits_a_second;
        });
        if (same != own.end()) same->push_back(state);
        else passes.push_back({state});
    }
}

void fit_and_commit(const Group& group, const VideoExport& video, const ReportProgress& progress) {
    auto& first = *group.front();
    const auto notes = first.notes;
    for (auto* state : group) {
        if (first.error) {
            if (concerns_all(*first.error)) state->error = first.error;
            continue;
        }
        if (state != &first) share_files(group, *state);
        if (state->is_made && !needs_fitting(*state)) continue;
        if (state->is_made && state != &first) continue;
        state->duration = first.duration;
        state->notes = notes;
        attempt(state->error, [&] {
            fit_into_limit(*state, video, progress);
            state->is_made = state->is_fitted = true;
        });
    }
    commit_all(group, video);
}

/// Encodes one job of each pass; all of them keep the same parts. False if no job waits.
bool encode_some(const std::vector<Group>& groups, const VideoExport& video,
                 const ReportProgress& progress) {
    std::vector<Group> passes;
    for (const auto& group : groups) add_passes(group, passes);
    if (passes.empty()) return false;
    const auto keep = passes.front().front()->job->recipe.keep;
    std::erase_if(passes,
                  [&](const Group& pass) { return pass.front()->job->recipe.keep != keep; });
    std::vector<VideoJobState*> leaders;
    for (const auto& pass : passes) leaders.push_back(pass.front());
    // With a size limit, more passes may follow the first; how many is unknown.
    const bool may_repeat = std::ranges::any_of(
        leaders, [](const VideoJobState* state) { return state->bits_a_second.has_value(); });
    const double first_share = may_repeat ? 0.5 : 1;
    const auto done = guard([&] {
        render_with_fallback(leaders, video,
                             [&](double fraction) { progress(fraction * first_share); });
        return true;
    });
    for (auto* leader : leaders) {
        if (!done) leader->error = done.error();
        leader->is_made = !leader->error;
    }
    for (const auto& pass : passes)
        fit_and_commit(pass, video, [&](double fraction) {
            progress(first_share + fraction * (1 - first_share));
        });
    return true;
}

}  // namespace

void make_results(std::span<VideoJobState> states, const VideoExport& video,
                  const ReportProgress& progress) {
    const auto groups = groups_of(states, video.info);
    for (const auto& group : groups)
        copy_group(group, video, groups.size() == 1 ? progress : ReportProgress());
    for (auto& state : states)
        if (waits(&state)) attempt(state.error, [&] { expect_limit(state, video.info); });
    while (encode_some(groups, video, progress)) {}
    for (auto& state : states) state.file.reset();
}

}  // namespace mediaedit::internal
