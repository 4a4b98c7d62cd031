// Files for placements, each with its own recipe and name.
#include "placement/prepare/output_requests.hpp"

#include "av/av_parts.hpp"
#include "base/file_errors.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/progress_meter.hpp"
#include "base/system/thread_count.hpp"
#include "engine/memory_budget.hpp"
#include "engine/workers.hpp"
#include "placement/placement_names.hpp"
#include "placement/prepare/too_long.hpp"
#include "placement/prepare/video_fits.hpp"
#include "plan/changed_parts.hpp"
#include "plan/video_bits.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>

namespace mediaedit::internal {
namespace {

Error wrong_kind(const Placement& placement, MediaKind kind) {
    const auto place = place_name(placement);
    auto message = kind == MediaKind::photo ? tr("{place} takes videos only, so no photo was made "
                                                 "for it; choose another placement.",
                                                 {{"place", place}})
                                            : tr("{place} takes photos only, so no video was made "
                                                 "for it; choose another placement.",
                                                 {{"place", place}});
    return {ErrorCode::bad_argument, std::move(message), placement.id, {}};
}

std::optional<std::uintmax_t> smaller(const std::optional<std::uintmax_t>& one,
                                      const std::optional<std::uintmax_t>& other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

/// The nearest frame rate of the placement, if the source's rate varies or the placement does not
/// take it. 29.97 counts as 30.
std::optional<double> even_rate(const MediaInfo& info, const Placement& placement) {
    static constexpr double usual_rates[] = {24, 25, 30, 50, 60};
    const std::span<const double> rates = placement.frame_rates.empty()
                                              ? std::span<const double>(usual_rates)
                                              : placement.frame_rates;
    const auto nearest =
        std::ranges::min(rates, {}, [&](double rate) { return std::abs(rate - info.frame_rate); });
    if (!info.variable_frame_rate && std::abs(nearest / info.frame_rate - 1) < 0.002) return {};
    return nearest;
}

/// The bound on the video stream, in bits a second.
std::int64_t most_bits(const Placement& placement, double frames_a_second) {
    const auto usual = usual_bits(placement.size, frames_a_second);
    return std::min(usual, placement.video.max_bits_per_second.value_or(usual));
}

Job job_for(const MediaInfo& info, const OutputRequest& request, const PrepareOptions& options) {
    const auto& placement = request.placement;
    const auto& bound =
        info.kind == MediaKind::photo ? placement.max_bytes : placement.max_video_bytes;
    Job job{recipe_for_source(info, placement, request.recipe),
            {request.file, options.if_exists, options.quality, smaller(bound, options.max_bytes)}};
    job.output.max_bits_per_second =
        most_bits(placement, job.recipe.constant_rate.value_or(info.frame_rate));
    return job;
}

/// Inspects a video at most once, and only if its video stream could be copied.
class FitChecker {
public:
    FitChecker(const OpenSource& source, const Control& control)
        : source_(source), control_(control) {}

    /// Whether the video stream can be copied for the placement.
    bool fits(const Placement& placement, const Recipe& recipe) {
        if (source_.info.kind != MediaKind::video || !changes_only_parts(recipe, source_.info))
            return false;
        if (!facts_) facts_ = av_parts().inspect_video(source_.file, control_);
        return pictures_fit(*facts_, placement);
    }

private:
    const OpenSource& source_;
    const Control& control_;
    std::optional<VideoFacts> facts_;
};

/// Notes on a copied file that it was copied.
void note_copy(Report& report, const Placement& placement) {
    if (report.mode == Mode::copied)
        report.notes.push_back(
            {"already_fits", tr("The pictures already fit {place} and were copied as they are.",
                                {{"place", place_name(placement)}})});
}

/// In bytes. A photo may have to be decoded at full size, and a turned copy made. A video takes the
/// whole budget, because it keeps all cores busy by itself.
std::int64_t memory_for(const MediaInfo& info, const Limits& limits) {
    return info.kind == MediaKind::video ? limits.max_memory_bytes
                                         : std::int64_t{8} * info.size.width * info.size.height;
}

/// Passes on results in the order of their index.
class InOrder {
public:
    InOrder(std::size_t count, const SourceDone& done) : waiting_(count), done_(done) {}

    void add(std::size_t index, Result<std::vector<Result<Report>>> results) {
        const std::lock_guard lock(mutex_);
        waiting_[index] = std::move(results);
        for (; next_ < waiting_.size() && waiting_[next_]; ++next_) {
            const auto ignored = guard([&] {
                done_(next_, std::move(*waiting_[next_]));
                return true;
            });
            static_cast<void>(ignored);
            waiting_[next_].reset();
        }
    }

private:
    std::mutex mutex_;
    std::vector<std::optional<Result<std::vector<Result<Report>>>>> waiting_;
    std::size_t next_ = 0;
    const SourceDone& done_;
};

}  // namespace

Recipe recipe_for_source(const MediaInfo& info, const Placement& placement, const Recipe& recipe) {
    auto wanted = recipe_for(placement, recipe);
    if (info.kind == MediaKind::video && !wanted.constant_rate)
        wanted.constant_rate = even_rate(info, placement);
    return wanted;
}

bool takes(const Placement& placement, MediaKind kind) {
    return std::find(placement.kinds.begin(), placement.kinds.end(), kind) != placement.kinds.end();
}

void make_folder(const std::filesystem::path& folder) {
    if (folder.empty()) return;  // the current folder
    refuse_nul(folder);
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) throw Failure{folder_error(folder, problem.value())};
}

std::vector<Result<Report>> make_outputs(const OpenSource& source,
                                         std::span<const OutputRequest> requests,
                                         const PrepareOptions& options, Inputs& inputs,
                                         const Control& control) {
    const auto kind = source.info.kind;
    std::vector<Job> jobs;
    // For each request: its number of jobs, or its error.
    std::vector<Result<std::size_t>> counts;
    FitChecker fit_checker(source, control);
    for (const auto& request : requests) {
        counts.push_back(guard([&] {
            if (!takes(request.placement, kind)) throw Failure{wrong_kind(request.placement, kind)};
            auto job = job_for(source.info, request, options);
            auto own = jobs_within_limit(source, request.placement, job, options.too_long);
            const bool may_copy = fit_checker.fits(request.placement, job.recipe);
            for (auto& one : own) {
                one.output.may_copy = may_copy;
                jobs.push_back(std::move(one));
            }
            return own.size();
        }));
        if (counts.back()) make_folder(request.file.parent_path());
    }
    auto made = export_source(source, jobs, inputs, control);
    std::vector<Result<Report>> results;
    auto next = made.begin();
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!counts[i]) {
            results.emplace_back(counts[i].error());
            continue;
        }
        const auto end = next + static_cast<std::ptrdiff_t>(*counts[i]);
        results.push_back(as_one({next, end}));
        next = end;
        if (!results.back()) continue;
        note_copy(*results.back(), requests[i].placement);
        for (auto& part : results.back()->further_parts) note_copy(part, requests[i].placement);
    }
    return results;
}

void make_outputs_of_all(std::span<const std::filesystem::path> sources,
                         const RequestsForSource& requests_for, const PrepareOptions& options,
                         const Control& control, const SourceDone& done) {
    const int threads = thread_count(control),
              lanes = std::max(
                  1,
                  std::min(threads, static_cast<int>(std::min<std::size_t>(sources.size(), 256))));
    ProgressMeter progress(control);
    MemoryBudget memory(control.limits.max_memory_bytes);
    InOrder results(sources.size(), done);
    Inputs inputs(sources);
    for (const auto& file : options.inputs) inputs.add(file);
    for_each_in_parallel(sources.size(), lanes, [&](std::size_t index) {
        if (control.stop.stop_requested()) return;
        double done_share = 0;
        Control own = control;
        own.threads = std::max(1, threads / lanes);
        own.on_progress = [&](const Progress& moved) {
            progress.add((moved.fraction - done_share) / static_cast<double>(sources.size()),
                         index);
            done_share = moved.fraction;
        };
        if (!control.on_progress) own.on_progress = nullptr;
        results.add(index, guard([&] {
                        const auto source = open_source(sources[index], own);
                        const auto requests = requests_for(index, source.info);
                        const auto share = memory.take(memory_for(source.info, control.limits));
                        if (source.info.kind == MediaKind::video) own.threads = threads;
                        return make_outputs(source, requests, options, inputs, own);
                    }));
        if (control.on_progress)
            progress.add((1 - done_share) / static_cast<double>(sources.size()), index);
    });
}

}  // namespace mediaedit::internal
