// Videos that are longer than their placement allows.
#include "placement/prepare/too_long.hpp"

#include "av/av_parts.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "placement/fact_numbers.hpp"
#include "placement/placement_names.hpp"
#include "plan/kept_duration.hpp"
#include "plan/split_parts.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace mediaedit::internal {
namespace {

/// `film--x-post-02.mp4` for `film--x-post.mp4`. All numbers have as many digits as the last one.
std::filesystem::path numbered(const std::filesystem::path& file, std::size_t number,
                               std::size_t of) {
    auto digits = std::to_string(number);
    digits.insert(0, std::to_string(of).size() - digits.size(), '0');
    return file.parent_path() / (file.stem().string() + "-" + digits + file.extension().string());
}

}  // namespace

std::optional<std::string> too_long_for(const MediaInfo& info, const Placement& placement,
                                        std::span<const TimeRange> keep) {
    const auto duration = kept_duration(keep, info);
    if (!placement.max_duration_s || !is_too_long(duration, *placement.max_duration_s)) return {};
    const auto seconds = std::chrono::duration<double>(duration).count();
    return tr(
        "{place} takes videos of at most {most} s and this one is {seconds} s long, so nothing was "
        "made for it; keep a shorter part, or split it into several files.",
        {{"place", place_name(placement)},
         {"most", seconds_text(*placement.max_duration_s)},
         {"seconds", seconds_text(seconds)}});
}

std::vector<Job> jobs_within_limit(const OpenSource& source, const Placement& placement,
                                   const Job& job, TooLong choice) {
    if (!source.video) return {job};
    auto message = too_long_for(source.info, placement, job.recipe.keep);
    if (!message) return {job};
    if (choice == TooLong::refuse) fail(ErrorCode::too_long, std::move(*message), placement.id);
    const auto good_place = [&](Time moment) {
        return av_parts().key_times(*source.video, {&moment, 1}).front();
    };
    auto parts = split_parts(job.recipe.keep, source.info, *placement.max_duration_s, good_place);
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto part = job;
        part.recipe.keep = std::move(parts[i]);
        part.output.file = numbered(job.output.file, i + 1, parts.size());
        jobs.push_back(std::move(part));
    }
    return jobs;
}

Result<Report> as_one(std::span<Result<Report>> parts) {
    const auto failed =
        std::ranges::find_if(parts, [](const Result<Report>& part) { return !part; });
    if (failed != parts.end()) {
        std::error_code ignored;
        for (const auto& part : parts)
            if (part) std::filesystem::remove(part->file, ignored);
        return failed->error();
    }
    auto first = std::move(*parts.front());
    for (auto& part : parts.subspan(1)) first.further_parts.push_back(std::move(*part));
    return first;
}

}  // namespace mediaedit::internal
