// Rules over several fields of a recipe.
#include "recipe/validate.hpp"

#include "base/base64.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/file_names.hpp"
#include "recipe/qr_capacity.hpp"
#include "recipe/recipe_description.hpp"

#include <mediaedit/recipe_json.hpp>

#include <glib.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace mediaedit::internal {
namespace {

constexpr std::size_t max_text_bytes = 8'000;
constexpr std::ptrdiff_t max_text_letters = 2000;

void require_text(const std::string& text, const JsonPath& path) {
    if (text.empty()) fail_at(path, tr("The text {field} is empty.", {{"field", path.text()}}));
}

/// A QR code must hold the text, and be readable in the result's size.
void require_room(const QrOverlay& code, const std::optional<Canvas>& canvas,
                  const JsonPath& path) {
    const int modules = least_qr_modules(code.text);
    const int across = modules + 2 * quiet_qr_modules;
    const bool narrow =
        canvas && std::lround(code.size * std::min(canvas->size.width, canvas->size.height)) <
                      across * least_qr_module_px;
    if (modules == 0 || narrow)
        fail_at({path, "text"}, tr("The QR code's text is too long for its size; please shorten "
                                   "it or make the code larger."));
}

}  // namespace

void Described<TimeRange>::check(const TimeRange& range, const JsonPath& path) {
    if (range.start >= Time::zero() && (!range.end || *range.end > range.start)) return;
    fail_at(path, tr("The time range {field} must end after it starts, and start at 0 or later.",
                     {{"field", path.text()}}));
}

void Described<HiddenArea>::check(const HiddenArea& hidden, const JsonPath& path) {
    const JsonPath points(path, "path");
    for (std::size_t i = 0; i < hidden.path.size(); ++i) {
        const auto at = hidden.path[i].at;
        if (at >= Time::zero() && (i == 0 || at > hidden.path[i - 1].at)) continue;
        const JsonPath point(points, i);
        const JsonPath time(point, "at_s");
        fail_at(time, tr("The time {field} must lie at 0 or later, and after the one before it.",
                         {{"field", time.text()}}));
    }
}

void Described<Margins>::check(const Margins& safe, const JsonPath& path) {
    if (safe.top + safe.bottom > 0.95 || safe.left + safe.right > 0.95)
        fail_at(path, tr("The safe area leaves no room on the picture."));
}

void Described<TextOverlay>::check(const TextOverlay& text, const JsonPath& path) {
    const JsonPath words(path, "text");
    require_text(text.text, words);
    if (text.text.size() > max_text_bytes ||
        g_utf8_strlen(text.text.data(), static_cast<gssize>(text.text.size())) > max_text_letters)
        fail_at(words,
                tr("The text {field} is too long for a picture.", {{"field", words.text()}}));
    if (text.min_size) Between{0.005, text.size}.check(*text.min_size, {path, "min_size"});
}

void Described<PictureOverlay>::check(const PictureOverlay& picture, const JsonPath& path) {
    const JsonPath file(path, "file");
    if (picture.file.empty())
        fail_at(file, tr("The logo {field} names no file.", {{"field", file.text()}}));
    if (picture.file.starts_with("data:") && !is_picture_address(picture.file))
        fail_at(file, tr("The picture that stands inside the file cannot be read; choose the logo "
                         "again."));
}

void Described<QrOverlay>::check(const QrOverlay& code, const JsonPath& path) {
    require_text(code.text, {path, "text"});
}

void Described<Audio>::check(const Audio& audio, const JsonPath& path) {
    const JsonPath file(path, "file");
    if (audio.kind == Audio::Kind::replace && audio.file.empty())
        fail_at(file, tr("The sound that shall replace the old one names no file."));
    if (audio.kind == Audio::Kind::mix && audio.file.empty())
        fail_at(file, tr("The music that shall lie beneath the video's own sound names no file."));
    if (audio.kind != Audio::Kind::mix && audio.level)
        fail_at({path, "level"},
                tr("Only mixed sound takes the field level; otherwise choose level as its kind."));
}

void Described<Recipe>::check(const Recipe& recipe, const JsonPath& path) {
    const JsonPath keep(path, "keep");
    for (std::size_t i = 1; i < recipe.keep.size(); ++i) {
        const auto& before = recipe.keep[i - 1];
        if (before.end && *before.end <= recipe.keep[i].start) continue;
        const JsonPath range(keep, i);
        fail_at(range, tr("The kept range {field} must start after the one before it ends.",
                          {{"field", range.text()}}));
    }
    const auto require_rooms = [](const std::vector<Overlay>& overlays,
                                  const std::optional<Canvas>& canvas, const JsonPath& list) {
        for (std::size_t i = 0; i < overlays.size(); ++i)
            if (const auto* code = std::get_if<QrOverlay>(&overlays[i]))
                require_room(*code, canvas, {list, i});
    };
    require_rooms(recipe.overlays, recipe.canvas, {path, "overlays"});
    const JsonPath placements(path, "placements");
    for (const auto& [id, own] : recipe.placements) {
        if (!is_plain_id(id))
            fail_at(placements, tr("{id} cannot be the id of a placement: files are named by it.",
                                   {{"id", id.substr(0, id.find('\0'))}}));
        const JsonPath placement(placements, id);
        if (own.overlays) require_rooms(*own.overlays, {}, {placement, "overlays"});
    }
}

void require_valid(const Recipe& recipe) { Codec<Recipe>::check(recipe, {}, Checked::values); }

void require_few(const Recipe& recipe) { Codec<Recipe>::check(recipe, {}, Checked::counts); }

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
