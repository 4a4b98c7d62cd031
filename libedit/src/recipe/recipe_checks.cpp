// Whether the numbers of a recipe can be used.
#include "recipe/validate.hpp"

#include "base/base64.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/file_names.hpp"
#include "recipe/qr_capacity.hpp"
#include "recipe/words.hpp"

#include <mediaedit/recipe_json.hpp>

#include <glib.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace mediaedit::internal {
namespace {

/// A canvas larger than this is a slip of the hand: the largest placement is a third of it.
constexpr int max_canvas_side_px = 16'384;
/// Fractions are often written as 0.333 + 0.667.
constexpr double fraction_slack = 1e-6;
constexpr std::size_t max_text_bytes = 8'000;
constexpr std::ptrdiff_t max_text_letters = 2000;
/// Thirty years: what is longer is a slip of the hand, and does not fit into the containers'
/// clocks.
constexpr Time latest{1'000'000'000LL * 1'000'000};

/// More than any hand makes, and few enough that drawing them ends soon. Paths come from following
/// faces.
constexpr std::size_t most_overlays = 200, most_areas = 500, most_ranges = 1'000,
                      most_points = 100'000;

[[noreturn]] void fail_at(const std::string& path, std::string message) {
    fail(ErrorCode::bad_recipe, std::move(message), path);
}

void check_range(double value, double least, double most, const std::string& path) {
    if (std::isfinite(value) && value >= least && value <= most) return;
    const auto shown = [](double number) {
        auto text = std::to_string(number);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
        return text;
    };
    fail_at(path, tr("The recipe's field {field} must lie between {least} and {most}.",
                     {{"field", path}, {"least", shown(least)}, {"most", shown(most)}}));
}

void check_count(std::size_t count, std::size_t most, const std::string& path) {
    if (count > most)
        fail_at(path,
                tr("The recipe's field {field} holds {count} entries; at most {most} can be used.",
                   {{"field", path},
                    {"count", std::to_string(count)},
                    {"most", std::to_string(most)}}));
}

void check_area(const Area& area, const std::string& path) {
    for (const double value : {area.x, area.y, area.width, area.height})
        check_range(value, 0, 1, path);
    if (area.width <= 0 || area.height <= 0)
        fail_at(path, tr("The area {field} has no width or no height.", {{"field", path}}));
    if (area.x + area.width > 1 + fraction_slack || area.y + area.height > 1 + fraction_slack)
        fail_at(path, tr("The area {field} reaches outside the picture.", {{"field", path}}));
}

void check_point(const Point& point, const std::string& path) {
    check_range(point.x, 0, 1, path);
    check_range(point.y, 0, 1, path);
}

/// What C's functions and Pango take whole.
void check_letters(const std::string& text, const std::string& path) {
    if (text.find('\0') != text.npos ||
        !g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
        fail_at(path, tr("The text {field} holds bytes that are no letters (it must be UTF-8); "
                         "type it again.",
                         {{"field", path}}));
}

/// Names of files hold any bytes but this one.
void check_file_name(const std::string& file, const std::string& path) {
    if (file.find('\0') != file.npos)
        fail_at(path, tr("The file {field} has a name that no file can have; write it anew.",
                         {{"field", path}}));
}

/// A recipe made by a program may hold numbers that name no choice.
template <class Enum>
void check_choice(Enum value, const std::string& path) {
    if (word_of(value).empty())
        fail_at(path,
                tr("The field {field} holds a choice that there is not; choose one of: {choices}.",
                   {{"field", path}, {"choices", words_of<Enum>()}}));
}

void check_time(Time time, const std::string& path) {
    if (time > latest)
        fail_at(path, tr("The time {field} is too late for any video.", {{"field", path}}));
}

void check_range_of_time(const TimeRange& range, const std::string& path) {
    check_time(range.end.value_or(range.start), path);
    if (range.start < Time::zero() || (range.end && *range.end <= range.start))
        fail_at(path,
                tr("The time range {field} must end after it starts, and start at 0 or later.",
                   {{"field", path}}));
}

void check_path(const std::vector<PathPoint>& points, const std::string& path) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto item = path + "[" + std::to_string(i) + "]";
        check_area(points[i].area, item + ".area");
        check_time(points[i].at, item + ".at_s");
        if (points[i].at < Time::zero() || (i > 0 && points[i].at <= points[i - 1].at))
            fail_at(item + ".at_s",
                    tr("The time {field} must lie at 0 or later, and after the one before it.",
                       {{"field", item + ".at_s"}}));
    }
}

void check_offset(const Point& offset, const std::string& path) {
    check_range(offset.x, -1, 1, path);
    check_range(offset.y, -1, 1, path);
}

struct OverlayCheck {
    const std::string& path;
    const std::optional<Canvas>& canvas;  ///< where the recipe gives one

    void operator()(const TextOverlay& text) const {
        if (text.text.empty())
            fail_at(path + ".text", tr("The text {field} is empty.", {{"field", path + ".text"}}));
        check_letters(text.text, path + ".text");
        check_letters(text.font, path + ".font");
        check_choice(text.style, path + ".style");
        if (text.text.size() > max_text_bytes ||
            g_utf8_strlen(text.text.data(), static_cast<gssize>(text.text.size())) >
                max_text_letters)
            fail_at(path + ".text",
                    tr("The text {field} is too long for a picture.", {{"field", path + ".text"}}));
        check_range(text.size, 0.005, 1, path + ".size");
        check_range(text.max_width, 0.05, 1, path + ".max_width");
        if (text.area) check_area(*text.area, path + ".area");
        if (text.min_size) check_range(*text.min_size, 0.005, text.size, path + ".min_size");
        common(text);
    }
    void operator()(const PictureOverlay& picture) const {
        if (picture.file.empty())
            fail_at(path + ".file",
                    tr("The logo {field} names no file.", {{"field", path + ".file"}}));
        check_file_name(picture.file, path + ".file");
        if (picture.file.starts_with("data:") && !is_picture_address(picture.file))
            fail_at(path + ".file", tr("The picture that stands inside the file cannot be read; "
                                       "choose the logo again."));
        check_range(picture.size, 0.01, 1, path + ".size");
        check_range(picture.opacity, 0, 1, path + ".opacity");
        if (picture.area) check_area(*picture.area, path + ".area");
        if (picture.focus) check_point(*picture.focus, path + ".focus");
        check_range(picture.radius, 0, 0.5, path + ".radius");
        common(picture);
    }
    void operator()(const QrOverlay& code) const {
        if (code.text.empty())
            fail_at(path + ".text", tr("The text {field} is empty.", {{"field", path + ".text"}}));
        check_letters(code.text, path + ".text");
        check_range(code.size, 0.05, 1, path + ".size");
        check_room(code);
        common(code);
    }
    void operator()(const PanelOverlay& panel) const {
        check_area(panel.area, path + ".area");
        check_range(panel.radius, 0, 0.5, path + ".radius");
        if (panel.when) check_range_of_time(*panel.when, path + ".when");
    }
    /// That a code can hold the text, and in the result's size still be read.
    void check_room(const QrOverlay& code) const {
        const int modules = least_qr_modules(code.text);
        const int across = modules + 2 * quiet_qr_modules;
        const bool narrow =
            canvas && std::lround(code.size * std::min(canvas->size.width, canvas->size.height)) <
                          across * least_qr_module_px;
        if (modules == 0 || narrow)
            fail_at(path + ".text", tr("The QR code's text is too long for its size; please "
                                       "shorten it or make the code larger."));
    }
    template <class OneOverlay>
    void common(const OneOverlay& overlay) const {
        check_choice(overlay.anchor, path + ".anchor");
        check_offset(overlay.offset, path + ".offset");
        if (overlay.when) check_range_of_time(*overlay.when, path + ".when");
    }
};

void check_overlays(const std::vector<Overlay>& overlays, const std::string& path,
                    const std::optional<Canvas>& canvas) {
    for (std::size_t i = 0; i < overlays.size(); ++i) {
        const auto item = path + "[" + std::to_string(i) + "]";
        std::visit(OverlayCheck{item, canvas}, overlays[i]);
    }
}

void check_canvas(const Canvas& canvas) {
    check_range(canvas.size.width, 1, max_canvas_side_px, "canvas.width");
    check_range(canvas.size.height, 1, max_canvas_side_px, "canvas.height");
    check_choice(canvas.fit, "canvas.fit");
    const auto& safe = canvas.safe_area;
    for (const double value : {safe.top, safe.right, safe.bottom, safe.left})
        check_range(value, 0, 1, "canvas.safe_area");
    if (safe.top + safe.bottom > 0.95 || safe.left + safe.right > 0.95)
        fail_at("canvas.safe_area", tr("The safe area leaves no room on the picture."));
    if (canvas.picture_area) check_area(*canvas.picture_area, "canvas.picture_area");
}

}  // namespace

void require_valid(const Recipe& recipe) {
    for (std::size_t i = 0; i < recipe.keep.size(); ++i) {
        const auto path = "keep[" + std::to_string(i) + "]";
        check_range_of_time(recipe.keep[i], path);
        if (i > 0 && (!recipe.keep[i - 1].end || *recipe.keep[i - 1].end > recipe.keep[i].start))
            fail_at(path, tr("The kept range {field} must start after the one before it ends.",
                             {{"field", path}}));
    }
    check_choice(recipe.turn, "turn");
    if (recipe.hide_faces) check_choice(*recipe.hide_faces, "hide_faces");
    check_range(recipe.straighten_deg, -45, 45, "straighten_deg");
    for (std::size_t i = 0; i < recipe.hidden.size(); ++i) {
        const auto path = "hidden[" + std::to_string(i) + "]";
        check_path(recipe.hidden[i].path, path + ".path");
        check_area(recipe.hidden[i].area, path + ".area");
        check_choice(recipe.hidden[i].with, path + ".with");
        if (recipe.hidden[i].when) check_range_of_time(*recipe.hidden[i].when, path + ".when");
    }
    for (std::size_t i = 0; i < recipe.keep_faces.size(); ++i) {
        const auto path = "keep_faces[" + std::to_string(i) + "]";
        check_area(recipe.keep_faces[i].area, path + ".area");
        if (recipe.keep_faces[i].when)
            check_range_of_time(*recipe.keep_faces[i].when, path + ".when");
    }
    if (recipe.crop) check_area(*recipe.crop, "crop");
    if (recipe.focus) check_point(*recipe.focus, "focus");
    if (recipe.canvas) check_canvas(*recipe.canvas);
    check_range(recipe.adjust.light, -1, 1, "adjust.light");
    check_range(recipe.adjust.contrast, -1, 1, "adjust.contrast");
    check_range(recipe.adjust.color, -1, 1, "adjust.color");
    check_range(recipe.adjust.warmth, -1, 1, "adjust.warmth");
    check_overlays(recipe.overlays, "overlays", recipe.canvas);
    check_choice(recipe.sound.kind, "sound.kind");
    check_file_name(recipe.sound.file, "sound.file");
    if (recipe.sound.kind == Sound::Kind::replace && recipe.sound.file.empty())
        fail_at("sound.file", tr("The sound that shall replace the old one names no file."));
    if (recipe.sound.kind == Sound::Kind::mix && recipe.sound.file.empty())
        fail_at("sound.file",
                tr("The music that shall lie beneath the video's own sound names no file."));
    if (recipe.sound.kind != Sound::Kind::mix && recipe.sound.level)
        fail_at("sound.level",
                tr("Only mixed sound takes the field level; otherwise choose level as its kind."));
    if (recipe.constant_rate) check_range(*recipe.constant_rate, 1, 240, "constant_rate");
    for (const auto& [id, wish] : recipe.placements) {
        const auto path = "placements." + id;
        if (!is_plain_id(id))
            fail_at("placements", tr("{id} cannot be the id of a placement: files are named by it.",
                                     {{"id", id.substr(0, id.find('\0'))}}));
        if (wish.fit) check_choice(*wish.fit, path + ".fit");
        if (wish.crop) check_area(*wish.crop, path + ".crop");
        if (wish.focus) check_point(*wish.focus, path + ".focus");
        if (wish.overlays) check_overlays(*wish.overlays, path + ".overlays", {});
        if (wish.picture_area) check_area(*wish.picture_area, path + ".picture_area");
    }
}

void require_few(const Recipe& recipe) {
    check_count(recipe.keep.size(), most_ranges, "keep");
    check_count(recipe.hidden.size(), most_areas, "hidden");
    for (std::size_t i = 0; i < recipe.hidden.size(); ++i)
        check_count(recipe.hidden[i].path.size(), most_points,
                    "hidden[" + std::to_string(i) + "].path");
    check_count(recipe.keep_faces.size(), most_areas, "keep_faces");
    check_count(recipe.overlays.size(), most_overlays, "overlays");
    check_count(recipe.placements.size(), most_areas, "placements");
    for (const auto& [id, wish] : recipe.placements)
        if (wish.overlays)
            check_count(wish.overlays->size(), most_overlays, "placements." + id + ".overlays");
}

}  // namespace mediaedit::internal

namespace mediaedit {

Result<bool> validate(const Recipe& recipe) {
    return internal::guard([&] {
        internal::require_few(recipe);
        internal::require_valid(recipe);
        return true;
    });
}

}  // namespace mediaedit
