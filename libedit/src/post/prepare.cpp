// The main job: one source, a finished file for each placement.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "post/placement_names.hpp"
#include "post/prepared_name.hpp"

#include <mediaedit/placement.hpp>

#include <algorithm>
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

Job job_for(const std::filesystem::path& source, MediaKind kind, const Recipe& recipe, const Placement& placement, const std::filesystem::path& folder, const PrepareOptions& options) {
    const auto& bound = kind == MediaKind::photo ? placement.max_bytes : placement.max_video_bytes;
    return {recipe_for(placement, recipe), {folder / prepared_name(source, placement.id, kind), options.if_exists, options.quality, smaller(bound, options.max_bytes)}};
}

std::vector<Result<Report>> prepare_each(const std::filesystem::path& source, const Recipe& recipe, std::span<const Placement> targets, const std::filesystem::path& folder,
                                         const PrepareOptions& options, const Control& control) {
    const auto info = probe(source, control);
    if (!info) throw Failure{info.error()};
    std::vector<Job> jobs;
    for (const auto& placement : targets)
        if (takes(placement, info->kind)) jobs.push_back(job_for(source, info->kind, recipe, placement, folder, options));
    if (!jobs.empty()) make_folder(folder);
    auto made = export_many(source, jobs, control);
    std::vector<Result<Report>> results;
    auto next = made.begin();
    for (const auto& placement : targets) {
        if (takes(placement, info->kind)) results.push_back(std::move(*next++));
        else results.emplace_back(wrong_kind(placement, info->kind));
    }
    return results;
}

}  // namespace

std::string prepared_name(const std::filesystem::path& source, std::string_view placement, MediaKind kind) {
    return source.stem().string() + "--" + std::string(placement) + (kind == MediaKind::photo ? ".jpg" : ".mp4");
}

}  // namespace internal

std::vector<Result<Report>> prepare(const std::filesystem::path& source, const Recipe& recipe, std::span<const Placement> targets, const std::filesystem::path& folder,
                                    const PrepareOptions& options, const Control& control) {
    auto results = internal::guard([&] { return internal::prepare_each(source, recipe, targets, folder, options, control); });
    if (results) return std::move(results).value();
    return std::vector<Result<Report>>(targets.size(), Result<Report>(results.error()));
}

}  // namespace mediaedit
