// Fills a template: canvas and overlays for a placement.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "post/templates/fill_words.hpp"
#include "post/templates/post_colors.hpp"
#include "post/templates/post_frame.hpp"
#include "post/templates/template_file.hpp"
#include "post/templates/word_stack.hpp"

#include <mediaedit/post_template.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit {
namespace internal {
namespace {

std::optional<Point> focus_of(const TemplateFill& fill, std::size_t photo) {
    return photo < fill.focus.size() ? fill.focus[photo] : std::nullopt;
}

/// What is the same for all placements.
struct FilledTemplate {
    const TemplateFile& file;
    const TemplateFill& fill;
    FillWords words;
    ReadableColors colors;
    std::string font;

    FilledTemplate(const TemplateFile& template_file, const TemplateFill& template_fill,
                   const Village& village)
        : file(template_file),
          fill(template_fill),
          words(file, fill, village),
          colors(readable_colors(village)),
          font(village.font.empty() ? "Noto Sans" : village.font) {}

    [[nodiscard]] int photos() const {
        return std::clamp(1 + static_cast<int>(fill.more_photos.size()), 1, file.photos.max());
    }
};

void add_photos(const FilledTemplate& whole, const PostStyle& style, const Layout& layout,
                const std::vector<PixelRect>& cells, Recipe& recipe) {
    recipe.canvas->picture_area = style.frame.area(cells.front());
    for (std::size_t i = 1; i < cells.size(); ++i) {
        PictureOverlay photo;
        photo.file = whole.fill.more_photos[i - 1].string();
        photo.area = style.frame.area(cells[i]);
        photo.focus = focus_of(whole.fill, i);
        recipe.overlays.emplace_back(std::move(photo));
    }
    for (std::size_t i = 0; i < std::min(cells.size(), layout.chips.size()); ++i)
        if (const auto text = whole.words.joined(layout.chips[i], " "); !text.empty())
            recipe.overlays.emplace_back(chip_on(cells[i], text, style));
}

/// Sets the words on the ground of the layout. Where they do not fit, the ground becomes larger, up
/// to 80 % of the result.
std::pair<double, std::unique_ptr<WordStack>> set_words(const Layout& layout,
                                                        const PostStyle& style) {
    constexpr double step = 0.06, largest = 0.8;
    for (double most = layout.most;; most = std::min(largest, most + step)) {
        const auto widest = widest_content(layout, style.frame, most);
        auto stack = std::make_unique<WordStack>(layout, style, widest.width, widest.height);
        if (stack->fits() || most >= largest) return {most, std::move(stack)};
    }
}

Recipe filled(const FilledTemplate& whole, const Placement& placement, const Recipe& base) {
    const auto shape = shape_of(placement.size);
    const auto& layout = whole.file.layouts.at(shape);
    const PostFrame frame(placement, shape);
    const PostStyle style{whole.words, frame, whole.colors, whole.font, shape};
    const auto [most, stack] = set_words(layout, style);
    const auto parts = share_out(layout, frame, most, stack->height_px());

    Recipe recipe = recipe_for(placement, base);
    recipe.canvas->background = color_of(whole.colors, layout.ground);
    recipe.overlays.clear();
    const auto own = base.placements.find(placement.id);
    if (const auto focus = focus_of(whole.fill, 0);
        focus && (own == base.placements.end() || !own->second.focus))
        recipe.focus = focus;
    add_photos(whole, style, layout, photo_cells(parts.photos, layout.cells, whole.photos(), frame),
               recipe);
    if (layout.stripe)
        recipe.overlays.emplace_back(PanelOverlay{.area = frame.area(parts.stripe),
                                                  .color = color_of(whole.colors, *layout.stripe)});
    const auto side = side_of(layout, frame);
    stack->place(
        parts.content,
        side == Side::left || side == Side::right ? WordStack::At::middle : WordStack::At::head,
        recipe.overlays);
    return recipe;
}

/// One recipe for all placements, with overrides for each.
Recipe filled_for_all(const FilledTemplate& whole, std::span<const Placement> targets,
                      const Recipe& base) {
    Recipe recipe = base;
    if (const auto focus = focus_of(whole.fill, 0)) recipe.focus = focus;
    for (const auto& target : targets) {
        const auto one = filled(whole, target, base);
        if (&target == &targets.front()) {
            // Its size and safe area are set for each placement by recipe_for.
            const auto fit = base.canvas ? base.canvas->fit : Fit::cover;
            recipe.canvas = one.canvas;
            recipe.canvas->fit = fit;
            recipe.overlays = one.overlays;
        }
        auto& own = recipe.placements[target.id];
        own.background = one.canvas->background;
        own.picture_area = one.canvas->picture_area;
        own.overlays = one.overlays;
    }
    return recipe;
}

/// Units: code points.
int count_letters(const std::string& text) {
    return static_cast<int>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void check_words(const PostTemplate& wanted, const TemplateFill& fill,
                 std::vector<Finding>& findings) {
    for (const auto& place : wanted.places) {
        const auto found = fill.words.find(place.id);
        const bool is_empty = found == fill.words.end() ||
                              found->second.find_first_not_of(" \t\r\n") == std::string::npos;
        if (is_empty && place.required && place.default_text.empty())
            findings.push_back({"place_missing",
                                Severity::error,
                                tr("The template {name} needs this filled in: {place}.",
                                   {{"name", wanted.name}, {"place", place.label}}),
                                {}});
        if (!is_empty && place.max_chars > 0 && count_letters(found->second) > place.max_chars)
            findings.push_back(
                {"place_too_long", Severity::warning,
                 tr("{place} has {count} letters; up to {most} look well in this template.",
                    {{"place", place.label},
                     {"count", std::to_string(count_letters(found->second))},
                     {"most", std::to_string(place.max_chars)}}),
                 tr("Shorten it; the rest belongs in the caption.")});
    }
    for (const auto& [id, word] : fill.words)
        if (std::ranges::find(wanted.places, id, &TemplateField::id) == wanted.places.end() &&
            std::ranges::find(known_places(), id) == known_places().end())
            findings.push_back({"place_unknown",
                                Severity::warning,
                                tr("The template {name} has no place {place}, so what was written "
                                   "for it is not shown.",
                                   {{"name", wanted.name}, {"place", id}}),
                                {}});
}

}  // namespace
}  // namespace internal

Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill, const Village& village,
                             const Placement& placement, const Recipe& base) {
    return internal::guard([&] {
        const auto file = internal::find_template_file(id, internal::user_data_folder());
        return internal::filled(internal::FilledTemplate(file, fill, village), placement, base);
    });
}

Result<Recipe> fill_template(std::string_view id, const TemplateFill& fill, const Village& village,
                             std::span<const Placement> targets, const Recipe& base) {
    return internal::guard([&] {
        const auto file = internal::find_template_file(id, internal::user_data_folder());
        return internal::filled_for_all(internal::FilledTemplate(file, fill, village), targets,
                                        base);
    });
}

std::vector<Finding> check_fill(const PostTemplate& post_template, const TemplateFill& fill) {
    std::vector<Finding> findings;
    internal::check_words(post_template, fill, findings);
    const int photos = 1 + static_cast<int>(fill.more_photos.size());
    if (photos < post_template.min_photos)
        findings.push_back({"photos_missing",
                            Severity::error,
                            tr("The template {name} needs {count} photos.",
                               {{"name", post_template.name},
                                {"count", std::to_string(post_template.min_photos)}}),
                            {}});
    if (photos > post_template.max_photos)
        findings.push_back(
            {"photos_left_over",
             Severity::warning,
             tr("The template {name} shows {count} photos at most; the others are left out.",
                {{"name", post_template.name},
                 {"count", std::to_string(post_template.max_photos)}}),
             {}});
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

}  // namespace mediaedit
