// How the shown item is framed.
#include "model/recipes.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe_json.hpp>
#include <mediaedit/turning.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// The item in the frame: the frame's size, without overlays.
Recipe in_frame(const Recipe& recipe, const Plan& plan) {
    Recipe framed = recipe;
    framed.overlays.clear();
    framed.audio = {};
    framed.constant_rate.reset();
    framed.placements.clear();
    framed.canvas = Canvas{{plan.frame.width, plan.frame.height}, plan.fit, plan.background};
    return framed;
}

/// The crop at a time of the clip.
PixelRect crop_at(const Plan& plan, Time at) {
    auto crop = plan.crop;
    for (const auto& window : plan.windows)
        if (window.from <= at) crop = window.crop;
    return crop;
}

/// Whether the program chooses the part: the frame shows less than the recipe allows.
bool is_open(const Recipe& recipe, const Plan& plan) {
    const auto part = recipe.crop.value_or(Area{});
    return !recipe.focus && plan.fit == Fit::cover &&
           (plan.crop.width + 2 < part.width * plan.turned.width ||
            plan.crop.height + 2 < part.height * plan.turned.height);
}

/// What the choice depends on.
Recipe choice_of(const Recipe& framed) {
    Recipe choice = framed;
    choice.hidden.clear();
    choice.hide_faces.reset();
    choice.keep_faces.clear();
    choice.adjust = {};
    return choice;
}

}  // namespace

PageNumber place_of_item(const State& state, std::size_t item) {
    return {.number = item + 1,
            .of = std::max<std::size_t>(1, state.post().items.size()),
            .taken_on = day_taken(state)};
}

Recipe uncut(const Recipe& recipe, const PostItem& item) {
    Recipe turned;
    turned.turn = recipe.turn;
    turned.mirror = recipe.mirror;
    turned.straighten_deg = recipe.straighten_deg;
    turned.hidden = recipe.hidden;
    turned.hide_faces = recipe.hide_faces;
    if (item.faces == FaceChoice::hide && !turned.hide_faces) turned.hide_faces = HideWith::blur;
    turned.keep_faces = recipe.keep_faces;
    turned.adjust = recipe.adjust;
    return turned;
}

Time moment_of(const State& state, std::size_t item) {
    if (item == state.item && state.playback.at > Time(0)) return state.playback.at;
    const auto& keep = state.post().items[item].recipe.keep;
    return keep.empty() ? Time(0) : keep.front().start;
}

Need open_frame_need(const std::filesystem::path& file, std::size_t item,
                     const std::string& placement, const Recipe& framed) {
    auto choice = choice_of(framed);
    auto key = file.string() + to_json(choice);
    return {"plan:" + std::to_string(item) + ":" + placement, std::move(key),
            NeedPlan{file, std::move(choice)}};
}

std::map<std::string, PlaceFrame> place_frames(const State& state, std::size_t item) {
    std::map<std::string, PlaceFrame> places;
    if (!state.work() || item >= state.post().items.size()) return places;
    const auto& file = state.post().items[item].file;
    const auto facts = state.facts(file);
    if (!facts) return places;
    for (const auto& placement : placements_of_item(state, item)) {
        auto recipe = item_recipe(state.post(), item, placement, place_of_item(state, item));
        if (!recipe) continue;
        auto plan = make_plan(*recipe, facts->info);
        if (!plan) continue;
        PlaceFrame place{.framed = in_frame(*recipe, *plan), .is_open = is_open(*recipe, *plan)};
        auto crop = plan->crop;
        if (place.is_open) {
            const auto need = open_frame_need(file, item, placement.id, place.framed);
            const auto* answer = state.answer(need.slot);
            const auto chosen = state.known<Plan>(need.slot);
            if (chosen && answer->key == need.key) {
                crop = crop_at(*chosen, moment_of(state, item));
            } else if (facts->subjects) {
                // An approximation until the program has analysed the picture.
                recipe->focus = as_seen(facts->subjects->focus, *recipe, facts->info.size);
                if (const auto guess = make_plan(*recipe, facts->info)) crop = guess->crop;
            }
        }
        const double width = plan->turned.width, height = plan->turned.height;
        place.shape = {
            .turned = plan->turned,
            .aspect = static_cast<double>(plan->frame.width) / std::max(1, plan->frame.height),
            .fit = plan->fit,
            .crop = {crop.x / width, crop.y / height, crop.width / width, crop.height / height}};
        places[placement.id] = std::move(place);
    }
    return places;
}

}  // namespace sunting
