// The main job: a finished file of each source for each placement.
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
struct Order {
    std::span<const Placement> targets;
    const std::filesystem::path& folder;
    const PrepareOptions& options;
};

std::vector<OutputRequest> wishes_for(const SettledStem& stem, MediaKind kind, const Recipe& recipe,
                                      const Order& order) {
    std::vector<OutputRequest> wishes;
    for (const auto& placement : order.targets)
        wishes.push_back({placement, recipe, order.folder / stem.name(placement.id, kind)});
    return wishes;
}

void add_to_each(const Note& note, std::vector<Result<Report>>& results) {
    for (auto& report : results)
        if (report) report->notes.push_back(note);
}

void tell_of_short_name(const SettledStem& stem, std::vector<Result<Report>>& results) {
    if (stem.shortened)
        add_to_each(
            {"name_shortened", tr("The name was too long for this drive and was shortened.")},
            results);
}

/// Wishes for a placement that nobody knows are most likely a slip of the pen.
std::vector<Note> unknown_placements(const Recipe& recipe, const Order& order) {
    std::vector<Note> notes;
    const auto is_in = [](std::span<const Placement> list, const std::string& id) {
        return std::any_of(list.begin(), list.end(),
                           [&](const Placement& one) { return one.id == id; });
    };
    for (const auto& [id, wish] : recipe.placements)
        if (!is_in(order.targets, id) && !is_in(placements(), id))
            notes.push_back(
                {"placement_unknown", tr("The recipe has wishes for {id}, which is no placement "
                                         "that is known; see if it is spelled right.",
                                         {{"id", id}})});
    return notes;
}

void tell_of_unknown(const Recipe& recipe, const Order& order,
                     std::vector<Result<Report>>& results) {
    for (const auto& note : unknown_placements(recipe, order)) add_to_each(note, results);
}

std::vector<Result<Report>> prepare_one(const std::filesystem::path& file, const Recipe& recipe,
                                        const Order& order, const Control& control) {
    const auto stem = settle_stems({&file, 1}, order.targets, order.folder).front();
    const auto source = open_source(file, control);
    Inputs inputs(order.options.inputs);
    auto results = make_outputs(source, wishes_for(stem, source.info.kind, recipe, order),
                                order.options, inputs, control);
    tell_of_unknown(recipe, order, results);
    tell_of_short_name(stem, results);
    return results;
}

void prepare_many(std::span<const std::filesystem::path> sources, const RecipeForSource& recipe_for,
                  const Order& order, const Control& control, const SourceDone& done) {
    const auto stems = guard([&] { return settle_stems(sources, order.targets, order.folder); });
    if (!stems) {
        for (std::size_t i = 0; i < sources.size(); ++i) done(i, stems.error());
        return;
    }
    std::vector<Recipe> recipes(sources.size());
    const auto wishes = [&](std::size_t index, const MediaInfo& info) {
        recipes[index] = value_or_throw(recipe_for(index, info));
        return wishes_for((*stems)[index], info.kind, recipes[index], order);
    };
    make_wishes_of_all(sources, wishes, order.options, control,
                       [&](std::size_t index, Result<std::vector<Result<Report>>> results) {
                           if (results) {
                               tell_of_unknown(recipes[index], order, *results);
                               tell_of_short_name((*stems)[index], *results);
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
    const internal::Order order{targets, folder, options};
    auto results =
        internal::guard([&] { return internal::prepare_one(source, recipe, order, control); });
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
