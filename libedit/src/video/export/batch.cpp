// The results of one call: jobs that come to the same video share one.
#include "video/export/batch.hpp"

#include "base/guard.hpp"
#include "video/container/video_file.hpp"
#include "video/export/byte_limit.hpp"
#include "video/export/copy_piece.hpp"
#include "video/export/render_with_fallback.hpp"
#include "video/trim/alike.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mediaedit::internal {
namespace {

using Tell = std::function<void(double)>;
/// Pieces that come to the same video but for their limits, the largest limit first.
using Group = std::vector<VideoJobState*>;

bool waits(const VideoJobState* piece) { return !piece->report && !piece->error; }

std::uintmax_t limit_of(const VideoJobState& piece) {
    return piece.job->output.max_bytes.value_or(UINTMAX_MAX);
}

std::vector<Group> groups_of(std::span<VideoJobState> pieces, const MediaInfo& info) {
    std::vector<Group> groups;
    for (auto& piece : pieces) {
        if (piece.error) continue;
        const auto same = std::ranges::find_if(groups, [&](const Group& group) {
            return makes_the_same(*group.front()->job, *piece.job, info);
        });
        if (same != groups.end()) same->push_back(&piece);
        else groups.push_back({&piece});
    }
    for (auto& group : groups)
        std::ranges::stable_sort(group, std::ranges::greater(),
                                 [](const VideoJobState* piece) { return limit_of(*piece); });
    return groups;
}

/// What became of one says what becomes of the others, unless it is about its own file.
bool concerns_all(const Error& error) {
    return error.code != ErrorCode::cannot_write && error.code != ErrorCode::exists;
}

void commit_all(const Group& group, const VideoExport& video) {
    for (auto* piece : group) {
        if (!waits(piece) || !piece->is_made) continue;
        attempt(piece->error, [&] { piece->commit(video.file.path()); });
        piece->file.reset();
    }
}

/// Fills the pieces that one of the others can serve: whose file is small enough, and was not made
/// smaller than it need be.
void share_files(const Group& group, VideoJobState& piece) {
    for (const auto* other : group) {
        if (other == &piece || !other->is_made || other->error || !other->file) continue;
        const bool serves = other->is_fitted ? limit_of(*other) == limit_of(piece)
                                             : other->file->bytes() <= limit_of(piece);
        if (!serves) continue;
        attempt(piece.error, [&] { piece.take_content_of(*other); });
        return;
    }
}

/// Whether one of the group was made by copying pictures; those it is too large for wait on.
void copy_group(const Group& group, const VideoExport& video, const Tell& progress) {
    for (auto* piece : group) {
        attempt(piece->error, [&] { piece->is_made = copy_piece(*piece, video, progress); });
        if (piece->error && !concerns_all(*piece->error)) continue;
        for (auto* other : group) {
            if (other == piece || !waits(other)) continue;
            if (piece->error) other->error = piece->error;
            else if (piece->is_made) share_files(group, *other);
            else other->notes = piece->notes;
        }
        break;
    }
    commit_all(group, video);
}

/// Those that wait, parted by what their first pass would be.
void add_passes(const Group& group, std::vector<Group>& passes) {
    const auto begin = passes.size();
    for (auto* piece : group) {
        if (!waits(piece)) continue;
        const auto own = std::span(passes).subspan(begin);
        const auto same = std::ranges::find_if(own, [&](const Group& pass) {
            return pass.front()->bits_a_second == piece->bits_a_second;
        });
        if (same != own.end()) same->push_back(piece);
        else passes.push_back({piece});
    }
}

void fit_and_commit(const Group& group, const VideoExport& video, const Tell& progress) {
    auto& first = *group.front();
    const auto notes = first.notes;
    for (auto* piece : group) {
        if (first.error) {
            if (concerns_all(*first.error)) piece->error = first.error;
            continue;
        }
        if (piece != &first) share_files(group, *piece);
        if (piece->is_made && !needs_fitting(*piece)) continue;
        if (piece->is_made && piece != &first) continue;
        piece->duration = first.duration;
        piece->notes = notes;
        attempt(piece->error, [&] {
            fit_into_limit(*piece, video, progress);
            piece->is_made = piece->is_fitted = true;
        });
    }
    commit_all(group, video);
}

/// Encodes one of each pass; all of them keep the same parts. Gives false when nothing waits.
bool encode_some(const std::vector<Group>& groups, const VideoExport& video, const Tell& progress) {
    std::vector<Group> passes;
    for (const auto& group : groups) add_passes(group, passes);
    if (passes.empty()) return false;
    const auto keep = passes.front().front()->job->recipe.keep;
    std::erase_if(passes,
                  [&](const Group& pass) { return pass.front()->job->recipe.keep != keep; });
    std::vector<VideoJobState*> leaders;
    for (const auto& pass : passes) leaders.push_back(pass.front());
    // A limit that may be broken leaves work behind the first pass; how much of it, nobody knows.
    const bool may_repeat = std::ranges::any_of(
        leaders, [](const VideoJobState* piece) { return piece->bits_a_second.has_value(); });
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

void make_pieces(std::span<VideoJobState> pieces, const VideoExport& video, const Tell& progress) {
    const auto groups = groups_of(pieces, video.info);
    for (const auto& group : groups)
        copy_group(group, video, groups.size() == 1 ? progress : Tell());
    for (auto& piece : pieces)
        if (waits(&piece)) attempt(piece.error, [&] { expect_limit(piece, video.info); });
    while (encode_some(groups, video, progress)) {}
    for (auto& piece : pieces) piece.file.reset();
}

}  // namespace mediaedit::internal
