// Edits of a work.
#include "model/edits.hpp"

#include <mediaedit/turning.hpp>

#include <algorithm>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

bool has_item(const Work& work, std::size_t item) { return item < work.post.items.size(); }

/// Where a face is meant, its middle lies in the kept area.
bool holds_middle(const Area& area, const Area& face) {
    const double x = face.x + face.width / 2, y = face.y + face.height / 2;
    return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}

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

/// Parts of the picture were said of it as it was seen before: what is hidden or kept follows, the
/// frame is chosen anew.
Work followed(Work work, std::size_t item, const Recipe& step) {
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
    work = followed(std::move(work), item, {.turn = Turn::right});
    auto& recipe = work.post.items[item].recipe;
    // A recipe turns first and mirrors then: seen in the mirror, a turn to the left is one to the
    // right.
    const int quarters = recipe.mirror ? 3 : 1;
    recipe.turn = static_cast<Turn>((static_cast<int>(recipe.turn) + quarters) % 4);
    return work;
}

Work mirrored(Work work, std::size_t item) {
    if (!has_item(work, item)) return work;
    work = followed(std::move(work), item, {.mirror = true});
    auto& recipe = work.post.items[item].recipe;
    recipe.mirror = !recipe.mirror;
    recipe.straighten_deg = -recipe.straighten_deg;  // done after it
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

Work with_faces(Work work, std::size_t item, FaceChoice choice) {
    if (!has_item(work, item)) return work;
    auto& chosen = work.post.items[item];
    chosen.faces = choice;
    if (choice == FaceChoice::hide) chosen.recipe.hide_faces = HideWith::blur;
    else {
        chosen.recipe.hide_faces.reset();
        chosen.recipe.keep_faces.clear();
    }
    return work;
}

bool is_face_kept(const Work& work, std::size_t item, const Area& face) {
    return has_item(work, item) &&
           std::ranges::any_of(work.post.items[item].recipe.keep_faces,
                               [&](const KeptFace& kept) { return holds_middle(kept.area, face); });
}

Work with_face_kept(Work work, std::size_t item, const Area& face, bool kept) {
    if (!has_item(work, item)) return work;
    auto& recipe = work.post.items[item].recipe;
    std::erase_if(recipe.keep_faces,
                  [&](const KeptFace& known) { return holds_middle(known.area, face); });
    if (kept) recipe.keep_faces.push_back({face, {}});
    return work;
}

Work with_hidden_area(Work work, std::size_t item, const Area& area) {
    if (has_item(work, item))
        work.post.items[item].recipe.hidden.push_back({.area = area, .with = HideWith::solid});
    return work;
}

Work without_hidden_area(Work work, std::size_t item, std::size_t area) {
    if (!has_item(work, item)) return work;
    auto& hidden = work.post.items[item].recipe.hidden;
    if (area < hidden.size()) hidden.erase(hidden.begin() + static_cast<std::ptrdiff_t>(area));
    return work;
}

ConsentAnswer consent_of(const Work& work, std::size_t item, const std::string& question) {
    if (!has_item(work, item)) return ConsentAnswer::unknown;
    const auto& all = work.post.items[item].consent;
    const auto found = std::ranges::find(all, question, &Consent::question);
    return found == all.end() ? ConsentAnswer::unknown : found->answer;
}

Work with_consent(Work work, std::size_t item, const std::string& question, ConsentAnswer answer) {
    if (!has_item(work, item)) return work;
    auto& all = work.post.items[item].consent;
    const auto found = std::ranges::find(all, question, &Consent::question);
    if (found == all.end()) all.push_back({.question = question, .answer = answer});
    else found->answer = answer;
    return work;
}

Work with_quiet(Work work, const std::string& code) {
    if (std::ranges::find(work.post.quiet, code) == work.post.quiet.end())
        work.post.quiet.push_back(code);
    return work;
}

namespace {

/// All ends said.
Work with_parts(Work work, std::size_t item, std::vector<TimeRange> parts, Time duration) {
    const bool all =
        parts.size() == 1 && parts.front().start <= Time(0) && *parts.front().end >= duration;
    work.post.items[item].recipe.keep = all ? std::vector<TimeRange>{} : std::move(parts);
    return work;
}

}  // namespace

std::vector<TimeRange> kept_parts(const Work& work, std::size_t item, Time duration) {
    std::vector<TimeRange> parts =
        has_item(work, item) ? work.post.items[item].recipe.keep : std::vector<TimeRange>{};
    if (parts.empty()) parts.push_back({Time(0), duration});
    for (auto& part : parts)
        if (!part.end) part.end = duration;
    return parts;
}

Work with_part_start(Work work, std::size_t item, std::size_t part, Time start, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto earliest = part == 0 ? Time(0) : *parts[part - 1].end;
    const auto latest = std::max(earliest, *parts[part].end - least_part);
    parts[part].start = std::clamp(start, earliest, latest);
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_part_end(Work work, std::size_t item, std::size_t part, Time end, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto latest = part + 1 == parts.size() ? duration : parts[part + 1].start;
    const auto earliest = std::min(latest, parts[part].start + least_part);
    parts[part].end = std::clamp(end, earliest, latest);
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_middle_removed(Work work, std::size_t item, std::size_t part, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto start = parts[part].start, end = *parts[part].end;
    if (end - start < 3 * least_part) return work;
    parts[part].end = start + (end - start) / 3;
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(part) + 1,
                 {end - (end - start) / 3, end});
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_gap_closed(Work work, std::size_t item, std::size_t part, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part == 0 || part >= parts.size()) return work;
    parts[part - 1].end = parts[part].end;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_sound(Work work, std::size_t item, Sound::Kind kind) {
    if (has_item(work, item)) work.post.items[item].recipe.sound.kind = kind;
    return work;
}

Time kept_length(const Work& work, std::size_t item, Time duration) {
    Time length{0};
    for (const auto& part : kept_parts(work, item, duration)) length += *part.end - part.start;
    return length;
}

}  // namespace sunting
