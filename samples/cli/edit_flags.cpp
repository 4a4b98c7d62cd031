// The edit flags: from their values to a recipe.
#include "edit_flags.hpp"

#include "recipe_file.hpp"
#include "usage_error.hpp"
#include "values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace cli {
namespace {

using namespace mediaedit;

Canvas& canvas_of(Recipe& recipe, const std::optional<PixelSize>& size, const std::string& flag) {
    if (!recipe.canvas) {
        if (!size)
            refuse(tr("{flag} needs --resize, which gives the result's size.", {{"flag", flag}}),
                   flag);
        recipe.canvas = Canvas{.size = *size};
    }
    return *recipe.canvas;
}

/// Fills in a side that was left out (0), from the shape of the picture.
PixelSize complete(PixelSize size, PixelSize seen, const Recipe& recipe) {
    const Area crop = recipe.crop.value_or(Area{});
    const double ratio = (crop.width * seen.width) / (crop.height * seen.height);
    if (size.width == 0)
        size.width = std::max(1, static_cast<int>(std::lround(size.height * ratio)));
    if (size.height == 0)
        size.height = std::max(1, static_cast<int>(std::lround(size.width / ratio)));
    return size;
}

}  // namespace

void EditFlags::add_to(CLI::App& command) {
    command
        .add_option("--recipe", recipe_file_,
                    tr("a recipe file to start from, or - for standard input"))
        ->type_name("R.json")
        ->group(tr("Edit"));
    add_turning(command);
    add_framing(command);
    add_text(command);
    add_marks(command);
    add_hiding(command);
    add_output(command);
}

/// In this order, whatever the order of the flags: crop, size, fit.
void EditFlags::set_canvas(Recipe& recipe, PixelSize seen,
                           const std::optional<PixelSize>& canvas_for_fit) const {
    if (resize_) {
        const auto whole = complete(*resize_, seen, recipe);
        canvas_of(recipe, whole, "--resize").size = whole;
    }
    if (fit_) canvas_of(recipe, canvas_for_fit, "--fit").fit = *fit_;
    if (background_) canvas_of(recipe, canvas_for_fit, "--background").background = *background_;
}

void EditFlags::set_audio(Audio& audio) const {
    if (audio_) audio = *audio_;
    if (!music_) return;
    if (audio_ && (audio.kind == Audio::Kind::off || audio.kind == Audio::Kind::replace))
        refuse(
            tr("{flag} needs the video's own sound; leave out --sound, or give it keep or level.",
               {{"flag", "--mix"}}),
            "--mix");
    audio = {Audio::Kind::mix, *music_, audio.kind == Audio::Kind::level || audio.level};
}

void EditFlags::read_base(const Session& session) {
    if (!recipe_file_.empty()) base_ = read_any_recipe(recipe_file_, session);
}

std::vector<std::filesystem::path> EditFlags::inputs() const {
    if (recipe_file_.empty() || recipe_file_ == "-") return {};
    return {recipe_file_};
}

Recipe EditFlags::recipe_for(const MediaInfo& info, std::optional<PixelSize> canvas_for_fit) const {
    Draft draft;
    draft.recipe = base_;
    if (turned_) draft.recipe.turn = turn_;
    if (mirror_) draft.recipe.mirror = true;
    if (straighten_) draft.recipe.straighten_deg = *straighten_;
    // Pixels on the command line are counted in the turned picture; the plan gives its size.
    draft.seen = value_or_refuse(make_plan(Recipe{.turn = draft.recipe.turn,
                                                  .straighten_deg = draft.recipe.straighten_deg},
                                           info))
                     .turned;
    for (const auto& step : steps_) step(draft);
    set_canvas(draft.recipe, draft.seen, canvas_for_fit);
    set_audio(draft.recipe.audio);
    value_or_refuse(validate(draft.recipe));
    return draft.recipe;
}

std::optional<std::string> value_when_alone(const std::string& flag, const std::string* next) {
    if (flag != "--text-box" || (next && is_color(*next))) return std::nullopt;
    return "auto";
}

}  // namespace cli
