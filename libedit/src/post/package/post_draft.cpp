// Drafts of a post: recipes, captions, alternative text.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "post/package/post_captions.hpp"
#include "post/templates/item_recipe.hpp"

#include <mediaedit/post_draft.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit {
namespace {

std::vector<Placement> placements_of(const Post& post) {
    std::vector<Placement> found;
    for (const auto& id : post.placements)
        found.push_back(internal::value_or_throw(find_placement(id)));
    return found;
}

}  // namespace

Result<Recipe> item_recipe(const Post& post, std::size_t item, const Placement& placement,
                           const PageNumber& place) {
    return internal::guard([&] {
        if (item >= post.items.size())
            internal::fail(ErrorCode::bad_argument,
                           tr("The post has no photo or clip of that number."), "item");
        const auto words = internal::form_texts(post, placements_of(post), place.taken_on).words;
        return recipe_for(placement, internal::recipe_of_item(post, post.items[item], place.number,
                                                              place.of, words, placement));
    });
}

Result<std::vector<DraftedCaption>> draft_captions(
    const Post& post, std::optional<std::chrono::year_month_day> taken_on) {
    return internal::guard([&] {
        const auto context = internal::context_of(post);
        std::vector<DraftedCaption> drafts;
        for (auto& caption : internal::captions_of(post, placements_of(post), taken_on)) {
            DraftedCaption draft{.placements = std::move(caption.placements),
                                 .title = std::move(caption.title),
                                 .text = std::move(caption.text),
                                 .own = caption.own,
                                 .missing = std::move(caption.missing),
                                 .changes = std::move(caption.changes)};
            draft.count = count_caption(draft.text, draft.placements.front());
            draft.findings = check_caption(draft.text, draft.placements.front(), context);
            drafts.push_back(std::move(draft));
        }
        return drafts;
    });
}

Result<std::string> draft_alt_text(const Post& post,
                                   std::optional<std::chrono::year_month_day> taken_on) {
    return internal::guard(
        [&] { return internal::form_texts(post, placements_of(post), taken_on).alt_text; });
}

}  // namespace mediaedit
