// The main job: a finished file of each source for each placement.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/thread_count.hpp"
#include "engine/memory_budget.hpp"
#include "engine/open_source.hpp"
#include "picture/av_parts.hpp"
#include "plan/changed_parts.hpp"
#include "base/progress_meter.hpp"
#include "engine/workers.hpp"
#include "post/placement_names.hpp"
#include "post/prepared_name.hpp"
#include "post/video_fits.hpp"

#include <mediaedit/prepare.hpp>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>

namespace mediaedit {
namespace internal {
namespace {

bool takes(const Placement& placement, MediaKind kind) {
    return std::find(placement.kinds.begin(), placement.kinds.end(), kind) != placement.kinds.end();
}

Error wrong_kind(const Placement& placement, MediaKind kind) {
    const auto place = place_name(placement);
    auto message = kind == MediaKind::photo ? tr("{place} takes videos only, so no photo was made for it; choose another placement.", {{"place", place}})
                                            : tr("{place} takes photos only, so no video was made for it; choose another placement.", {{"place", place}});
    return {ErrorCode::bad_argument, std::move(message), placement.id, {}};
}

void make_folder(const std::filesystem::path& folder) {
    if (folder.empty()) return;  // the folder one stands in
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        fail(ErrorCode::cannot_write, tr("The folder {folder} cannot be made, so nothing was written; check its name and permissions.", {{"folder", folder.string()}}), folder.string(), problem.message());
}

std::optional<std::uintmax_t> smaller(const std::optional<std::uintmax_t>& one, const std::optional<std::uintmax_t>& other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

/// Where the pictures come unevenly, or at a rate that the place does not take: the even rate of the place that is nearest. 29.97 is 30 to all of them.
std::optional<double> even_rate(const MediaInfo& info, const Placement& placement) {
    static constexpr double usual_rates[] = {24, 25, 30, 50, 60};
    const std::span<const double> rates = placement.frame_rates.empty() ? std::span<const double>(usual_rates) : placement.frame_rates;
    const auto nearest = std::ranges::min(rates, {}, [&](double rate) { return std::abs(rate - info.frame_rate); });
    if (!info.variable_frame_rate && std::abs(nearest / info.frame_rate - 1) < 0.002) return {};
    return nearest;
}

Job job_for(const std::filesystem::path& source, const MediaInfo& info, const Recipe& recipe, const Placement& placement, const std::filesystem::path& folder, const PrepareOptions& options) {
    const auto kind = info.kind;
    const auto& bound = kind == MediaKind::photo ? placement.max_bytes : placement.max_video_bytes;
    auto wanted = recipe_for(placement, recipe);
    if (kind == MediaKind::video && !wanted.constant_rate) wanted.constant_rate = even_rate(info, placement);
    return {std::move(wanted), {folder / prepared_name(source, placement.id, kind), options.if_exists, options.quality, smaller(bound, options.max_bytes)}};
}

/// What is the same for all sources.
struct Order {
    std::span<const Placement> targets;
    const std::filesystem::path& folder;
    const PrepareOptions& options;
};

/// Wishes for a placement that nobody knows are most likely a slip of the pen.
std::vector<Note> unknown_placements(const Recipe& recipe, const Order& order) {
    std::vector<Note> notes;
    const auto is_in = [](std::span<const Placement> list, const std::string& id) { return std::any_of(list.begin(), list.end(), [&](const Placement& one) { return one.id == id; }); };
    for (const auto& [id, wish] : recipe.placements)
        if (!is_in(order.targets, id) && !is_in(placements(), id))
            notes.push_back({"placement_unknown", tr("The recipe has wishes for {id}, which is no placement that is known; see if it is spelled right.", {{"id", id}})});
    return notes;
}

/// Looks into a video once, and only when its pictures could be copied at all.
class FitQuestion {
public:
    FitQuestion(const OpenSource& source, const Control& control) : source_(source), control_(control) {}

    /// Whether the pictures may go to the placement as they are.
    bool fits(const Placement& placement, const Recipe& recipe) {
        if (source_.info.kind != MediaKind::video || !changes_only_parts(recipe, source_.info)) return false;
        if (!facts_) facts_ = av_parts().inspect_video(source_.file, control_);
        return pictures_fit(*facts_, placement);
    }

private:
    const OpenSource& source_;
    const Control& control_;
    std::optional<VideoFacts> facts_;
};

/// A copy that could not be seen from the outside.
void tell_of_copy(Report& report, const Placement& placement) {
    if (report.mode == Mode::copied)
        report.notes.push_back({"already_fits", tr("The pictures already fit {place} and were copied as they are.", {{"place", place_name(placement)}})});
}

std::vector<Result<Report>> prepare_source(const OpenSource& source, const Recipe& recipe, const Order& order, const Control& control) {
    const auto kind = source.info.kind;
    std::vector<Job> jobs;
    FitQuestion question(source, control);
    for (const auto& placement : order.targets) {
        if (!takes(placement, kind)) continue;
        jobs.push_back(job_for(source.file, source.info, recipe, placement, order.folder, order.options));
        jobs.back().output.may_copy = question.fits(placement, jobs.back().recipe);
    }
    if (!jobs.empty()) make_folder(order.folder);
    auto made = export_source(source, jobs, control);
    for (const auto& note : unknown_placements(recipe, order))
        for (auto& report : made)
            if (report) report->notes.push_back(note);
    std::vector<Result<Report>> results;
    auto next = made.begin();
    for (const auto& placement : order.targets) {
        if (!takes(placement, kind)) {
            results.emplace_back(wrong_kind(placement, kind));
            continue;
        }
        if (*next) tell_of_copy(**next, placement);
        results.push_back(std::move(*next++));
    }
    return results;
}

/// A photo at full size, as it may have to be decoded, and a turned copy. A video works alone: it keeps all cores busy by itself.
std::int64_t memory_for(const MediaInfo& info, const Limits& limits) {
    return info.kind == MediaKind::video ? limits.max_memory_bytes : std::int64_t{8} * info.size.width * info.size.height;
}

/// Hands on what comes in any order in the order of its index.
class InOrder {
public:
    InOrder(std::size_t count, const SourceDone& done) : waiting_(count), done_(done) {}

    void add(std::size_t index, Result<std::vector<Result<Report>>> results) {
        const std::lock_guard lock(mutex_);
        waiting_[index] = std::move(results);
        for (; next_ < waiting_.size() && waiting_[next_]; ++next_) {
            const auto told = guard([&] {
                done_(next_, std::move(*waiting_[next_]));
                return true;
            });
            static_cast<void>(told);
            waiting_[next_].reset();
        }
    }

private:
    std::mutex mutex_;
    std::vector<std::optional<Result<std::vector<Result<Report>>>>> waiting_;
    std::size_t next_ = 0;
    const SourceDone& done_;
};

void prepare_sources(std::span<const std::filesystem::path> sources, const RecipeForSource& recipe_for, const Order& order, const Control& control, const SourceDone& done) {
    const int threads = thread_count(control), lanes = std::max(1, std::min(threads, static_cast<int>(std::min<std::size_t>(sources.size(), 256))));
    ProgressMeter progress(control);
    MemoryBudget memory(control.limits.max_memory_bytes);
    InOrder results(sources.size(), done);
    for_each_in_parallel(sources.size(), lanes, [&](std::size_t index) {
        if (control.stop.stop_requested()) return;
        double told = 0;
        Control own = control;
        own.threads = std::max(1, threads / lanes);
        own.on_progress = [&](const Progress& moved) {
            progress.add((moved.fraction - told) / static_cast<double>(sources.size()), index);
            told = moved.fraction;
        };
        if (!control.on_progress) own.on_progress = nullptr;
        results.add(index, guard([&] {
            const auto source = open_source(sources[index], own);
            const auto recipe = recipe_for(index, source.info);
            if (!recipe) throw Failure{recipe.error()};
            const auto share = memory.take(memory_for(source.info, control.limits));
            if (source.info.kind == MediaKind::video) own.threads = threads;
            return prepare_source(source, *recipe, order, own);
        }));
        if (control.on_progress) progress.add((1 - told) / static_cast<double>(sources.size()), index);
    });
}

}  // namespace

std::string prepared_name(const std::filesystem::path& source, std::string_view placement, MediaKind kind) {
    return source.stem().string() + "--" + std::string(placement) + (kind == MediaKind::photo ? ".jpg" : ".mp4");
}

}  // namespace internal

std::vector<Result<Report>> prepare(const std::filesystem::path& source, const Recipe& recipe, std::span<const Placement> targets, const std::filesystem::path& folder,
                                    const PrepareOptions& options, const Control& control) {
    const internal::Order order{targets, folder, options};
    auto results = internal::guard([&] { return internal::prepare_source(internal::open_source(source, control), recipe, order, control); });
    if (results) return std::move(results).value();
    return std::vector<Result<Report>>(targets.size(), Result<Report>(results.error()));
}

void prepare_all(std::span<const std::filesystem::path> sources, const RecipeForSource& recipe_for, std::span<const Placement> targets, const std::filesystem::path& folder,
                 const PrepareOptions& options, const Control& control, const SourceDone& done) {
    internal::prepare_sources(sources, recipe_for, {targets, folder, options}, control, done);
}

}  // namespace mediaedit
