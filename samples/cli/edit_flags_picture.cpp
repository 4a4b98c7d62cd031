// The flags for turning, framing and adjusting a picture, and for the result.
#include "edit_flags.hpp"

#include "edit_flag_helpers.hpp"
#include "values.hpp"

#include <string>

namespace cli {

using namespace mediaedit;

void EditFlags::add_turning(CLI::App& command) {
    add_repeatable(command, "--turn", "right|half|left", tr("turn clockwise"),
                   [this](const std::string& word) {
                       turn_ = parse_turn(word, "--turn");
                       turned_ = true;
                   });
    command.add_flag("--mirror", mirror_, tr("swap left and right"))->group(tr("Edit"));
    add_repeatable(
        command, "--straighten", "DEG",
        tr("turn clockwise by a few degrees and cut away the corners"),
        [this](const std::string& text) { straighten_ = parse_number(text, "--straighten"); });
}

void EditFlags::add_framing(CLI::App& command) {
    add_repeatable(command, "--keep", "RANGES",
                   tr("the parts of a video to keep, such as 2.5-10,20-"),
                   [this](const std::string& text) {
                       then([ranges = parse_ranges(text, "--keep")](Draft& draft) {
                           draft.recipe.keep = ranges;
                       });
                   });
    add_repeatable(command, "--crop", "AREA",
                   tr("use this part: 0.1,0.2,0.5,0.5 or 120px,0px,1080px,1080px"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           draft.recipe.crop = parse_area(text, draft.seen, "--crop");
                       });
                   });
    add_repeatable(command, "--focus", "POINT",
                   tr("keep this point in the picture; found by itself otherwise"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           draft.recipe.focus = parse_point(text, draft.seen, "--focus");
                       });
                   });
    add_repeatable(command, "--resize", "WxH",
                   tr("the result's size in pixels; one side may be left out"),
                   [this](const std::string& text) { resize_ = parse_size(text, "--resize"); });
    add_repeatable(command, "--fit", "cover|contain|blur|stretch",
                   tr("how the picture meets a frame of another shape"),
                   [this](const std::string& word) { fit_ = parse_fit(word, "--fit"); });
    add_repeatable(
        command, "--background", "COLOR", tr("the colour around a contained picture"),
        [this](const std::string& text) { background_ = parse_color(text, "--background"); });
    command
        .add_flag_callback(
            "--auto", [this] { then([](Draft& draft) { draft.recipe.adjust.automatic = true; }); },
            tr("one gentle fix of light and colour"))
        ->trigger_on_parse()
        ->group(tr("Edit"));
    const auto add_adjust = [&](const std::string& name, double Adjust::*member,
                                const std::string& help) {
        add_repeatable(command, name, "-1..1", help, [this, name, member](const std::string& text) {
            then([value = parse_fraction(text, name), member](Draft& draft) {
                draft.recipe.adjust.*member = value;
            });
        });
    };
    add_adjust("--light", &Adjust::light, tr("darker or lighter"));
    add_adjust("--contrast", &Adjust::contrast, tr("softer or stronger contrast"));
    add_adjust("--color", &Adjust::color, tr("paler or stronger colours"));
    add_adjust("--warmth", &Adjust::warmth, tr("cooler or warmer"));
}

void EditFlags::add_output(CLI::App& command) {
    add_repeatable(command, "--sound", "keep|off|level|FILE", tr("the sound of a video"),
                   [this](const std::string& word) {
                       audio_ = Audio{};
                       if (word == "off") audio_->kind = Audio::Kind::off;
                       else if (word == "level") audio_->kind = Audio::Kind::level;
                       else if (word != "keep") audio_ = Audio{Audio::Kind::replace, word};
                   });
    add_repeatable(
        command, "--mix", "FILE",
        tr("music beneath the own sound of a video; --sound level makes both as loud as usual"),
        [this](const std::string& file) { music_ = file; });
    add_repeatable(command, "--constant-rate", "FPS", tr("pictures a second of a video"),
                   [this](const std::string& text) {
                       then([rate = parse_number(text, "--constant-rate")](Draft& draft) {
                           draft.recipe.constant_rate = rate;
                       });
                   });
    add_repeatable(command, "--quality", "small|good|best", tr("best by default"),
                   [this](const std::string& word) { quality = parse_quality(word, "--quality"); });
    add_repeatable(
        command, "--max-bytes", "N", tr("the file's largest size: 5000000, 5MB, 800KB"),
        [this](const std::string& text) { max_bytes = parse_bytes(text, "--max-bytes"); });
    command.add_flag("--print-recipe", print_recipe, tr("show the recipe and stop"))
        ->group(tr("Edit"));
}

}  // namespace cli
