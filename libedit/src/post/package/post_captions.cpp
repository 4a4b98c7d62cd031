// The captions of a post.
#include "post/package/post_captions.hpp"

#include "base/guard.hpp"
#include "post/package/package_names.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace mediaedit::internal {
namespace {

/// The person's own caption for the placement or its platform.
const std::string* own_caption(const Post& post, const Placement& placement) {
    for (const auto& key : {placement.id, placement.platform})
        if (const auto found = post.captions.find(key); found != post.captions.end())
            return &found->second;
    return nullptr;
}

Caption from_form(const Post& post, const Placement& placement,
                  std::optional<std::chrono::year_month_day> taken_on) {
    CaptionOptions options;
    options.language = post.language;
    options.taken_on = taken_on;
    return value_or_throw(write_caption(post.form, post.village, placement, options));
}

std::optional<PostCaption> caption_for(const Post& post, const Placement& placement,
                                       std::optional<std::chrono::year_month_day> taken_on) {
    PostCaption made{.file = {}, .placements = {placement}, .title = {}, .text = {}};
    if (const auto* own = own_caption(post, placement)) {
        made.text = *own;
        made.own = true;
        return made;
    }
    if (!placement.caption_max_chars || post.form.kind.empty()) return {};
    auto caption = from_form(post, placement, taken_on);
    made.title = std::move(caption.title);
    made.text = std::move(caption.text);
    made.missing = std::move(caption.missing);
    made.changes = std::move(caption.changes);
    return made;
}

}  // namespace

std::vector<PostCaption> captions_of(const Post& post, const std::vector<Placement>& placements,
                                     std::optional<std::chrono::year_month_day> taken_on) {
    std::vector<PostCaption> captions;
    for (const auto& placement : placements) {
        auto made = caption_for(post, placement, taken_on);
        if (!made) continue;
        const auto same_platform = [&](const PostCaption& other) {
            return other.placements.front().platform == placement.platform;
        };
        const auto same = std::ranges::find_if(captions, [&](const PostCaption& other) {
            return same_platform(other) && other.whole() == made->whole();
        });
        if (same != captions.end()) {
            same->placements.push_back(placement);
            continue;
        }
        made->file = caption_name(placement, std::ranges::any_of(captions, same_platform));
        captions.push_back(std::move(*made));
    }
    return captions;
}

FormTexts form_texts(const Post& post, const std::vector<Placement>& placements,
                     std::optional<std::chrono::year_month_day> taken_on) {
    if (post.form.kind.empty()) return {};
    const auto with_room = std::ranges::find_if(placements, [](const Placement& placement) {
        return placement.alt_text_max_chars.has_value();
    });
    auto caption = from_form(post,
                             with_room != placements.end() ? *with_room
                             : placements.empty()          ? Placement{}
                                                           : placements.front(),
                             taken_on);
    return {std::move(caption.alt_text), std::move(caption.words)};
}

CaptionContext context_of(const Post& post) {
    CaptionContext context;
    context.village = post.village;
    context.kind = post.form.kind;
    context.today = std::chrono::year_month_day{
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return context;
}

}  // namespace mediaedit::internal
