// The photos and videos of a package: which are needed, and making those that are missing.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "post/package/package_build.hpp"
#include "post/package/package_names.hpp"
#include "post/package/post_findings.hpp"
#include "post/templates/item_recipe.hpp"

#include <mediaedit/recipe_json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace mediaedit::internal {
namespace {

/// The placements of an item: its own, all of them; else those of the post that take its kind.
std::vector<Placement> placements_for(PackageBuild& build, std::size_t index) {
    const auto& item = build.post.items[index];
    const auto kind = build.loaded.items[index].info->kind;
    std::vector<Placement> wanted;
    for (const auto& placement : build.loaded.placements) {
        const auto& ids = item.placements.empty() ? build.post.placements : item.placements;
        if (std::ranges::find(ids, placement.id) == ids.end()) continue;
        if (takes(placement, kind) || !item.placements.empty()) wanted.push_back(placement);
    }
    if (wanted.empty()) {
        auto message = kind == MediaKind::photo
                           ? tr("None of the chosen places takes a photo, so none was made of "
                                "this one; choose one that does.")
                           : tr("None of the chosen places takes a video, so none was made of "
                                "this one; choose one that does.");
        build.findings.push_back(finding_of("no_place", Severity::warning, std::move(message), "",
                                            item.file.filename().string()));
    }
    return wanted;
}

/// A fingerprint of all that a file depends on.
std::string key_of(const PackageBuild& build, const PlannedFile& planned) {
    const auto& [placement, recipe, file] = planned.request;
    std::string all = file_state(build.post.items[planned.item].file) + "\n" +
                      to_json(recipe_for(placement, recipe));
    for (const auto& other : files_in(recipe)) all += file_state(other) + "\n";
    all += placement.id + " " + placement.checked_on + " " +
           std::to_string(placement.max_bytes.value_or(0)) + " " +
           std::to_string(placement.max_video_bytes.value_or(0)) + " " +
           std::to_string(static_cast<int>(build.options.quality));
    return fingerprint(all);
}

/// The file is the `number`th of `of` for its placement.
std::optional<PlannedFile> planned_file(PackageBuild& build, std::size_t index,
                                        const Placement& placement, std::size_t number,
                                        std::size_t of) {
    const auto& item = build.post.items[index];
    auto recipe = guard([&] {
        return recipe_of_item(build.post, item, number, of, build.loaded.words, placement);
    });
    if (!recipe) {
        build.report.failures.push_back({item.file, placement.id, recipe.error()});
        return {};
    }
    const auto name =
        picture_name(placement, number, item.file, build.loaded.items[index].info->kind);
    PlannedFile planned{
        {placement, std::move(*recipe), build.folder / name}, name, index, {}, false, {}};
    planned.key = key_of(build, planned);
    planned.exists = build.manifest.is_made(name, planned.key);
    return planned;
}

std::vector<PlannedFile*> missing_files(std::vector<PlannedFile>& planned, std::size_t item) {
    std::vector<PlannedFile*> missing;
    for (auto& file : planned)
        if (file.item == item && !file.exists) missing.push_back(&file);
    return missing;
}

void report_pictures(PackageBuild& build, const std::vector<PlannedFile>& planned) {
    for (const auto& [request, name, item, key, exists, result] : planned) {
        const auto& placement = request.placement;
        if (result && !*result) {
            // A video that is too long is reported as a finding, because a person must decide.
            const auto code = result->error().code;
            if (code != ErrorCode::cancelled && code != ErrorCode::too_long)
                build.report.failures.push_back(
                    {build.post.items[item].file, placement.id, result->error()});
            continue;
        }
        if (!exists && !result) continue;  // cancelled before it began
        PostFile file{name, placement.platform, placement.id, item, !exists, {}};
        if (result) file.report = **result;
        build.report.files.push_back(std::move(file));
    }
}

}  // namespace

std::vector<PlannedFile> plan_pictures(PackageBuild& build) {
    const auto& items = build.post.items;
    std::vector<std::vector<Placement>> wanted(items.size());
    std::map<std::string, std::size_t> counts, numbers;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!build.loaded.items[i].info) {
            build.report.failures.push_back({items[i].file, {}, *build.loaded.items[i].error});
            continue;
        }
        wanted[i] = placements_for(build, i);
        for (const auto& placement : wanted[i]) ++counts[placement.id];
    }
    std::vector<PlannedFile> planned;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const auto& placement : wanted[i]) {
            const auto number = ++numbers[placement.id];
            if (auto file = planned_file(build, i, placement, number, counts[placement.id]))
                planned.push_back(std::move(*file));
        }
    return planned;
}

void make_pictures(PackageBuild& build, std::vector<PlannedFile>& planned) {
    // A source that several items show is listed once for each item, because of their recipes.
    std::vector<std::size_t> items;
    for (const auto& file : planned)
        if (!file.exists && (items.empty() || items.back() != file.item))
            items.push_back(file.item);
    std::vector<std::filesystem::path> sources;
    for (const auto item : items) sources.push_back(build.post.items[item].file);
    const auto requests = [&](std::size_t index, const MediaInfo&) {
        std::vector<OutputRequest> wanted;
        for (const auto* file : missing_files(planned, items[index]))
            wanted.push_back(file->request);
        return wanted;
    };
    const auto done = [&](std::size_t index, Result<std::vector<Result<Report>>> results) {
        const auto files = missing_files(planned, items[index]);
        for (std::size_t i = 0; i < files.size(); ++i) {
            auto& file = *files[i];
            file.result = results ? (*results)[i] : Result<Report>(results.error());
            if (*file.result) build.manifest.made(file.name, file.key);
        }
        build.manifest.keep();  // so that after a crash these need not be made again
    };
    PrepareOptions options;
    options.if_exists = IfExists::replace;
    options.quality = build.options.quality;
    for (const auto& item : build.post.items)
        options.inputs.push_back(item.file);  // also those that are not made again
    options.inputs.insert(options.inputs.end(), build.options.inputs.begin(),
                          build.options.inputs.end());
    make_outputs_of_all(sources, requests, options, build.control, done);
    report_pictures(build, planned);
}

}  // namespace mediaedit::internal
