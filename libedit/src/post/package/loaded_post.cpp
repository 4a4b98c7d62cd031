// A post with its sources probed and its captions written, before any file is made.
#include "post/package/loaded_post.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/message.hpp"
#include "post/package/post_findings.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mediaedit::internal {
namespace {

std::vector<Placement> placements_named(const std::vector<std::string>& ids,
                                        const std::string& path) {
    std::vector<Placement> found;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto placement = find_placement(ids[i]);
        if (!placement)
            fail(ErrorCode::bad_recipe, placement.error().message,
                 path + "[" + std::to_string(i) + "]");
        if (std::ranges::find(found, placement->id, &Placement::id) == found.end())
            found.push_back(std::move(*placement));
    }
    return found;
}

/// Those of the post, then those of single items.
std::vector<Placement> all_placements(const Post& post) {
    auto all = placements_named(post.placements, "for");
    for (std::size_t i = 0; i < post.items.size(); ++i)
        for (auto& placement :
             placements_named(post.items[i].placements, "items[" + std::to_string(i) + "].for"))
            if (std::ranges::find(all, placement.id, &Placement::id) == all.end())
                all.push_back(std::move(placement));
    if (all.empty())
        fail(ErrorCode::bad_recipe,
             tr("The post names no place where it is to appear; add some to the field {field}.",
                {{"field", "for"}}),
             "for");
    return all;
}

}  // namespace

LoadedPost load_post(const Post& post, const Control& control) {
    LoadedPost loaded;
    loaded.placements = all_placements(post);
    loaded.items = probe_items(post, control);
    leave_if_stopped(control.stop);
    const auto taken_on = day_taken(loaded.items);
    loaded.captions = captions_of(post, loaded.placements, taken_on);
    auto texts = form_texts(post, loaded.placements, taken_on);
    loaded.words = std::move(texts.words);
    for (std::size_t i = 0; i < loaded.items.size(); ++i) {
        auto& item = loaded.items[i];
        item.drafted = post.items[i].alt_text.empty();
        item.alt_text = item.drafted ? texts.alt_text : post.items[i].alt_text;
    }
    return loaded;
}

std::vector<PostFinding> findings_of(const Post& post, const LoadedPost& loaded) {
    std::vector<PostFinding> findings;
    check_captions(post, loaded.captions, findings);
    check_alt_texts(post, loaded.items, loaded.placements,
                    loaded.captions.empty() ? "" : loaded.captions.front().text, findings);
    check_consent(post, loaded.items, findings);
    check_sources(post, loaded.items, findings);
    check_lengths(post, loaded.items, loaded.placements, findings);
    check_templates(post, loaded.words, findings);
    return findings;
}

}  // namespace mediaedit::internal
