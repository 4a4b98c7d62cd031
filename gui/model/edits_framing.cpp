// Edits of a work: what each frame shows of a picture.
#include "model/edits.hpp"

#include <mediaedit/turning.hpp>

#include <utility>

namespace sunting {

using namespace mediaedit;

Work with_framing(Work work, std::size_t item, const std::vector<std::string>& ids,
                  const std::map<std::string, PlaceFrame>& shapes, const Framing& framing) {
    if (!has_item(work, item)) return work;
    for (const auto& id : ids) {
        const auto shape = shapes.find(id);
        if (shape == shapes.end()) continue;
        auto& own = work.post.items[item].recipe.placements[id];
        own.crop = crop_for(framing, shape->second.shape.turned, shape->second.shape.aspect);
        own.fit = Fit::cover;
    }
    return work;
}

Work with_fit(Work work, std::size_t item, const std::vector<std::string>& ids, Fit fit) {
    if (!has_item(work, item)) return work;
    for (const auto& id : ids) {
        auto& own = work.post.items[item].recipe.placements[id];
        own.fit = fit;
        own.crop.reset();
    }
    return work;
}

Work without_framing(Work work, std::size_t item) {
    if (!has_item(work, item)) return work;
    auto& recipe = work.post.items[item].recipe;
    recipe.crop.reset();
    recipe.focus.reset();
    for (auto& [id, own] : recipe.placements) {
        own.crop.reset();
        own.focus.reset();
        own.fit.reset();
    }
    std::erase_if(recipe.placements, [](const auto& entry) { return entry.second == Override{}; });
    return work;
}

namespace {

/// After a turn or mirroring `step`: hidden areas and kept faces follow the picture, the frame is
/// chosen again.
Work after_turning(Work work, std::size_t item, const Recipe& step) {
    constexpr PixelSize any{1, 1};
    work = without_framing(std::move(work), item);
    auto& recipe = work.post.items[item].recipe;
    for (auto& hidden : recipe.hidden) hidden = as_seen(hidden, step, any);
    for (auto& kept : recipe.keep_faces) kept.area = as_seen(kept.area, step, any);
    return work;
}

}  // namespace

Work turned_right(Work work, std::size_t item) {
    if (!has_item(work, item)) return work;
    work = after_turning(std::move(work), item, {.turn = Turn::right});
    auto& recipe = work.post.items[item].recipe;
    // A recipe turns first, then mirrors: mirrored, a turn to the left is one to the right.
    const int quarters = recipe.mirror ? 3 : 1;
    recipe.turn = static_cast<Turn>((static_cast<int>(recipe.turn) + quarters) % 4);
    return work;
}

Work mirrored(Work work, std::size_t item) {
    if (!has_item(work, item)) return work;
    work = after_turning(std::move(work), item, {.mirror = true});
    auto& recipe = work.post.items[item].recipe;
    recipe.mirror = !recipe.mirror;
    recipe.straighten_deg = -recipe.straighten_deg;  // a recipe straightens after it mirrors
    return work;
}

}  // namespace sunting
