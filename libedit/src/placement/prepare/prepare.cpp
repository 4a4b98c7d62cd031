// Makes a finished file of each source for each placement.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "engine/media_kind.hpp"
#include "placement/prepare/output_requests.hpp"
#include "placement/prepare/prepared_name.hpp"
#include "placement/prepare/video_fits.hpp"
#include "plan/changed_parts.hpp"

#include <mediaedit/prepare.hpp>

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

/// What is the same for all sources.
struct Batch {
    std::span<const Placement> targets;
    const std::filesystem::path& folder;
    const PrepareOptions& options;
};

std::vector<OutputRequest> requests_for(const SettledStem& stem, MediaKind kind,
                                        const Recipe& recipe, const Batch& batch) {
    std::vector<OutputRequest> requests;
    for (const auto& placement : batch.targets)
        requests.push_back({placement, recipe, batch.folder / stem.name(placement.id, kind)});
    return requests;
}

void add_to_each(const Note& note, std::vector<Result<Report>>& results) {
    for (auto& report : results)
        if (report) report->notes.push_back(note);
}

void note_short_name(const SettledStem& stem, std::vector<Result<Report>>& results) {
    if (stem.shortened)
        add_to_each(
            {"name_shortened", tr("The name was too long for this drive and was shortened.")},
            results);
}

/// Overrides for an unknown placement are most likely a spelling mistake.
std::vector<Note> unknown_placements(const Recipe& recipe, const Batch& batch) {
    std::vector<Note> notes;
    const auto is_in = [](std::span<const Placement> list, const std::string& id) {
        return std::any_of(list.begin(), list.end(),
                           [&](const Placement& one) { return one.id == id; });
    };
    for (const auto& [id, own] : recipe.placements)
        if (!is_in(batch.targets, id) && !is_in(placements(), id))
            notes.push_back(
                {"placement_unknown", tr("The recipe has wishes for {id}, which is no placement "
                                         "that is known; see if it is spelled right.",
                                         {{"id", id}})});
    return notes;
}

void note_unknown(const Recipe& recipe, const Batch& batch, std::vector<Result<Report>>& results) {
    for (const auto& note : unknown_placements(recipe, batch)) add_to_each(note, results);
}

std::vector<Result<Report>> prepare_one(const std::filesystem::path& file, const Recipe& recipe,
                                        const Batch& batch, const Control& control) {
    const auto stem = settle_stems({&file, 1}, batch.targets, batch.folder).front();
    const auto source = open_source(file, control);
    Inputs inputs(batch.options.inputs);
    auto results = make_outputs(source, requests_for(stem, source.info.kind, recipe, batch),
                                batch.options, inputs, control);
    note_unknown(recipe, batch, results);
    note_short_name(stem, results);
    return results;
}

void prepare_many(std::span<const std::filesystem::path> sources, const RecipeForSource& recipe_for,
                  const Batch& batch, const Control& control, const SourceDone& done) {
    const auto stems = guard([&] { return settle_stems(sources, batch.targets, batch.folder); });
    if (!stems) {
        for (std::size_t i = 0; i < sources.size(); ++i) done(i, stems.error());
        return;
    }
    std::vector<Recipe> recipes(sources.size());
    const auto requests = [&](std::size_t index, const MediaInfo& info) {
        recipes[index] = value_or_throw(recipe_for(index, info));
        return requests_for((*stems)[index], info.kind, recipes[index], batch);
    };
    make_outputs_of_all(sources, requests, batch.options, control,
                        [&](std::size_t index, Result<std::vector<Result<Report>>> results) {
                            if (results) {
                                note_unknown(recipes[index], batch, *results);
                                note_short_name((*stems)[index], *results);
                            }
                            done(index, std::move(results));
                        });
}

}  // namespace

}  // namespace internal

std::vector<Result<Report>> prepare(const std::filesystem::path& source, const Recipe& recipe,
                                    std::span<const Placement> targets,
                                    const std::filesystem::path& folder,
                                    const PrepareOptions& options, const Control& control) {
    const internal::Batch batch{targets, folder, options};
    auto results =
        internal::guard([&] { return internal::prepare_one(source, recipe, batch, control); });
    if (results) return std::move(results).value();
    return std::vector<Result<Report>>(targets.size(), Result<Report>(results.error()));
}

Result<std::vector<bool>> pictures_fit(const std::filesystem::path& source,
                                       std::span<const Placement> targets, const Control& control) {
    return internal::guard([&] {
        std::vector<bool> fit(targets.size());
        if (!internal::is_video(source)) return fit;
        const auto facts = internal::av_parts().inspect_video(source, control);
        for (std::size_t i = 0; i < targets.size(); ++i)
            fit[i] = internal::takes(targets[i], MediaKind::video) &&
                     internal::pictures_fit(facts, targets[i]);
        return fit;
    });
}

bool keeps_pictures(const MediaInfo& info, const Placement& placement, const Recipe& recipe) {
    return info.kind == MediaKind::video &&
           internal::changes_only_parts(internal::recipe_for_source(info, placement, recipe), info);
}

void prepare_all(std::span<const std::filesystem::path> sources, const RecipeForSource& recipe_for,
                 std::span<const Placement> targets, const std::filesystem::path& folder,
                 const PrepareOptions& options, const Control& control, const SourceDone& done) {
    internal::prepare_many(sources, recipe_for, {targets, folder, options}, control, done);
}

}  // namespace mediaedit
