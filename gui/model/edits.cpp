// Edits of a work: files, placements, texts.
#include "model/edits.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace sunting {

using namespace mediaedit;

namespace {

template <class Kind>
auto first_of(std::vector<Overlay>& overlays) {
    return std::ranges::find_if(
        overlays, [](const Overlay& overlay) { return std::holds_alternative<Kind>(overlay); });
}

}  // namespace

Work with_files(Work work, const std::vector<std::filesystem::path>& files) {
    auto& items = work.post.items;
    if (work.task != Task::many) {
        if (files.empty() || (!items.empty() && items.front().file == files.front())) return work;
        items.clear();
        items.push_back(PostItem{.file = files.front()});
        return work;
    }
    for (const auto& file : files)
        if (items.size() < most_items &&
            std::ranges::find(items, file, &PostItem::file) == items.end())
            items.push_back(PostItem{.file = file});
    return work;
}

Work without_item(Work work, std::size_t item) {
    if (has_item(work, item))
        work.post.items.erase(work.post.items.begin() + static_cast<std::ptrdiff_t>(item));
    return work;
}

Work with_item_moved(Work work, std::size_t item, int by) {
    const auto other = static_cast<std::ptrdiff_t>(item) + by;
    if (has_item(work, item) && other >= 0 &&
        other < static_cast<std::ptrdiff_t>(work.post.items.size()))
        std::swap(work.post.items[item], work.post.items[static_cast<std::size_t>(other)]);
    return work;
}

Work with_item_at(Work work, std::size_t item, std::size_t to) {
    auto& items = work.post.items;
    if (!has_item(work, item) || !has_item(work, to)) return work;
    auto moved = std::move(items[item]);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(item));
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    return work;
}

Work with_placement(Work work, const std::string& id, bool wanted) {
    auto& ids = work.post.placements;
    const auto found = std::ranges::find(ids, id);
    if (wanted && found == ids.end()) ids.push_back(id);
    if (!wanted && found != ids.end()) ids.erase(found);
    return work;
}

std::optional<TextOverlay> text_of(const Work& work, std::size_t item) {
    if (!has_item(work, item)) return {};
    for (const auto& overlay : work.post.items[item].recipe.overlays)
        if (const auto* text = std::get_if<TextOverlay>(&overlay)) return *text;
    return {};
}

Work with_text(Work work, std::size_t item, const TextOverlay& text) {
    if (!has_item(work, item)) return work;
    auto& overlays = work.post.items[item].recipe.overlays;
    const auto found = first_of<TextOverlay>(overlays);
    if (text.text.empty()) {
        if (found != overlays.end()) overlays.erase(found);
    } else if (found != overlays.end()) *found = text;
    else overlays.emplace_back(text);
    return work;
}

std::optional<Anchor> logo_of(const Work& work, std::size_t item) {
    if (!has_item(work, item)) return {};
    for (const auto& overlay : work.post.items[item].recipe.overlays)
        if (const auto* logo = std::get_if<PictureOverlay>(&overlay)) return logo->anchor;
    return {};
}

Work with_logo(Work work, std::size_t item, std::optional<Anchor> corner) {
    if (!has_item(work, item)) return work;
    auto& overlays = work.post.items[item].recipe.overlays;
    const auto found = first_of<PictureOverlay>(overlays);
    if (found != overlays.end()) overlays.erase(found);
    if (corner && !work.post.village.logo.empty())
        overlays.emplace_back(PictureOverlay{.file = work.post.village.logo, .anchor = *corner});
    return work;
}

Work with_template(Work work, const std::string& id) {
    work.post.template_id = id;
    return work;
}

Work with_word(Work work, const std::string& place, const std::string& word) {
    if (word.empty()) work.post.words.erase(place);
    else work.post.words[place] = word;
    return work;
}

Work with_field(Work work, const std::string& field, const std::string& answer) {
    if (answer.empty()) work.post.form.fields.erase(field);
    else work.post.form.fields[field] = answer;
    return work;
}

Work with_activity(Work work, const std::string& kind) {
    work.post.form.kind = kind;
    return work;
}

Work with_caption(Work work, const std::string& platform, std::optional<std::string> text) {
    if (text) work.post.captions[platform] = std::move(*text);
    else work.post.captions.erase(platform);
    return work;
}

Work with_alt_text(Work work, std::size_t item, const std::string& text) {
    if (has_item(work, item)) work.post.items[item].alt_text = text;
    return work;
}

Work with_quiet(Work work, const std::string& code) {
    if (std::ranges::find(work.post.quiet, code) == work.post.quiet.end())
        work.post.quiet.push_back(code);
    return work;
}

}  // namespace sunting
