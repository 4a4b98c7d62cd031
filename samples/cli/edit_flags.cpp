// The edit flags: each only builds a recipe.
#include "edit_flags.hpp"

#include "recipe_file.hpp"
#include "usage_error.hpp"
#include "values.hpp"

#include <algorithm>
#include <cmath>

namespace cli {
namespace {

using namespace mediaedit;

/// A flag with a value that may be repeated; `use` runs at each, in the order of the command line.
void add_repeatable(CLI::App& command, const std::string& name, const std::string& value_name,
                    const std::string& help, std::function<void(const std::string&)> use) {
    command.add_option_function<std::string>(name, std::move(use), help)
        ->type_name(value_name)
        ->trigger_on_parse()
        ->group(tr("Edit"));
}

template <class OneOverlay>
OneOverlay& last_overlay(Recipe& recipe, const std::string& flag, const std::string& maker) {
    for (auto overlay = recipe.overlays.rbegin(); overlay != recipe.overlays.rend(); ++overlay)
        if (auto* found = std::get_if<OneOverlay>(&*overlay)) return *found;
    refuse(tr("{flag} needs a {maker} before it.", {{"flag", flag}, {"maker", maker}}), flag);
}

Canvas& canvas_of(Recipe& recipe, const std::optional<PixelSize>& size, const std::string& flag) {
    if (!recipe.canvas) {
        if (!size)
            refuse(tr("{flag} needs --resize, which gives the result's size.", {{"flag", flag}}),
                   flag);
        recipe.canvas = Canvas{.size = *size};
    }
    return *recipe.canvas;
}

/// WxH with one side left out: it follows from the picture's shape.
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

void EditFlags::add_text(CLI::App& command) {
    add_repeatable(command, "--text", "TEXT",
                   tr("write on the picture; the flags below apply to the last text"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           draft.recipe.overlays.emplace_back(TextOverlay{.text = text});
                       });
                   });
    const auto add = [&](const std::string& name, const std::string& value_name,
                         const std::string& help, auto parse, auto set) {
        add_repeatable(command, name, value_name, help,
                       [this, name, parse, set](const std::string& text) {
                           then([name, value = parse(text, name), set](Draft& draft) {
                               set(last_overlay<TextOverlay>(draft.recipe, name, "--text"), value);
                           });
                       });
    };
    add("--text-at", "ANCHOR", tr("where: top-left, top, ... bottom-right"), parse_anchor,
        [](TextOverlay& text, Anchor anchor) { text.anchor = anchor; });
    add("--text-size", "SIZE", tr("height of the letters, a share of the shorter side: 0.06 or 6%"),
        parse_fraction, [](TextOverlay& text, double size) { text.size = size; });
    add("--text-color", "COLOR", tr("colour of the letters"), parse_color,
        [](TextOverlay& text, Color color) { text.color = color; });
    add("--text-style", "automatic|plain|outline|shadow|box", tr("how the text is kept readable"),
        parse_text_style, [](TextOverlay& text, TextStyle style) { text.style = style; });
    add("--text-when", "RANGE", tr("when, in a video"), parse_range,
        [](TextOverlay& text, const TimeRange& when) { text.when = when; });
    add(
        "--font", "FONT", tr("such as \"Noto Serif Bold\""),
        [](const std::string& text, const std::string&) { return text; },
        [](TextOverlay& text, const std::string& font) { text.font = font; });
    add_repeatable(
        command, "--text-box", "[COLOR]", tr("a box behind the text, its colour chosen or given"),
        [this](const std::string& text) {
            const auto color =
                text == "auto" ? std::nullopt : std::optional(parse_color(text, "--text-box"));
            then([color](Draft& draft) {
                auto& last = last_overlay<TextOverlay>(draft.recipe, "--text-box", "--text");
                last.style = TextStyle::box;
                last.box_color = color;
            });
        });
}

void EditFlags::add_marks(CLI::App& command) {
    add_repeatable(command, "--logo", "FILE", tr("a logo, with its transparency"),
                   [this](const std::string& file) {
                       then([file](Draft& draft) {
                           draft.recipe.overlays.emplace_back(PictureOverlay{.file = file});
                       });
                   });
    add_repeatable(
        command, "--logo-at", "ANCHOR", tr("where the last logo stands"),
        [this](const std::string& word) {
            then([anchor = parse_anchor(word, "--logo-at")](Draft& draft) {
                last_overlay<PictureOverlay>(draft.recipe, "--logo-at", "--logo").anchor = anchor;
            });
        });
    add_repeatable(
        command, "--logo-size", "SIZE",
        tr("its longer side, a share of the shorter side of the result"),
        [this](const std::string& text) {
            then([size = parse_fraction(text, "--logo-size")](Draft& draft) {
                last_overlay<PictureOverlay>(draft.recipe, "--logo-size", "--logo").size = size;
            });
        });
    add_repeatable(command, "--qr", "TEXT", tr("a QR code, such as the address of a form"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           draft.recipe.overlays.emplace_back(QrOverlay{.text = text});
                       });
                   });
    add_repeatable(command, "--qr-at", "ANCHOR", tr("where the last QR code stands"),
                   [this](const std::string& word) {
                       then([anchor = parse_anchor(word, "--qr-at")](Draft& draft) {
                           last_overlay<QrOverlay>(draft.recipe, "--qr-at", "--qr").anchor = anchor;
                       });
                   });
    add_repeatable(command, "--qr-size", "SIZE",
                   tr("its side, a share of the shorter side of the result"),
                   [this](const std::string& text) {
                       then([size = parse_fraction(text, "--qr-size")](Draft& draft) {
                           last_overlay<QrOverlay>(draft.recipe, "--qr-size", "--qr").size = size;
                       });
                   });
}

void EditFlags::add_hiding(CLI::App& command) {
    add_repeatable(
        command, "--hide", "AREA[@RANGE]",
        tr("make an area unrecognisable: a face, a plate, a document"),
        [this](const std::string& text) {
            then([text](Draft& draft) {
                const auto at = text.find('@');
                HiddenArea hidden{
                    parse_area(std::string_view(text).substr(0, at), draft.seen, "--hide"),
                    HideWith::blur,
                    {}};
                if (at != text.npos)
                    hidden.when = parse_range(std::string_view(text).substr(at + 1), "--hide");
                draft.recipe.hidden.push_back(hidden);
            });
        });
    add_repeatable(
        command, "--keep-face", "AREA[@RANGE]",
        tr("leave the found face whose middle lies in this area as it is"),
        [this](const std::string& text) {
            then([text](Draft& draft) {
                if (!draft.recipe.hide_faces)
                    refuse(tr("{flag} needs a {maker} before it.",
                              {{"flag", "--keep-face"}, {"maker", "--hide-faces"}}),
                           "--keep-face");
                const auto at = text.find('@');
                KeptFace kept{
                    parse_area(std::string_view(text).substr(0, at), draft.seen, "--keep-face"),
                    {}};
                if (at != text.npos)
                    kept.when = parse_range(std::string_view(text).substr(at + 1), "--keep-face");
                draft.recipe.keep_faces.push_back(kept);
            });
        });
    add_repeatable(command, "--hide-with", "blur|pixels|solid",
                   tr("how the last hidden area, or the faces, are hidden"),
                   [this](const std::string& word) {
                       then([with = parse_hide_with(word, "--hide-with")](Draft& draft) {
                           if (draft.recipe.hidden.empty() && !draft.recipe.hide_faces)
                               refuse(tr("{flag} needs a {maker} before it.",
                                         {{"flag", "--hide-with"}, {"maker", "--hide"}}),
                                      "--hide-with");
                           if (!draft.recipe.hidden.empty()) draft.recipe.hidden.back().with = with;
                           if (draft.recipe.hide_faces) draft.recipe.hide_faces = with;
                       });
                   });
    command
        .add_flag_callback(
            "--hide-faces",
            [this] { then([](Draft& draft) { draft.recipe.hide_faces = HideWith::blur; }); },
            tr("hide every face that is found; look at the result"))
        ->trigger_on_parse()
        ->group(tr("Edit"));
}

void EditFlags::add_output(CLI::App& command) {
    add_repeatable(command, "--sound", "keep|off|level|FILE", tr("the sound of a video"),
                   [this](const std::string& word) {
                       sound_ = Sound{};
                       if (word == "off") sound_->kind = Sound::Kind::off;
                       else if (word == "level") sound_->kind = Sound::Kind::level;
                       else if (word != "keep") sound_ = Sound{Sound::Kind::replace, word};
                   });
    add_repeatable(
        command, "--mix", "FILE",
        tr("music beneath the own sound of a video; --sound level makes both as loud as usual"),
        [this](const std::string& file) { beneath_ = file; });
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

/// Whatever their order in the line: the size follows from the crop, and how it is filled from the
/// size.
void EditFlags::set_canvas(Recipe& recipe, PixelSize seen,
                           const std::optional<PixelSize>& canvas_for_fit) const {
    if (resize_) {
        const auto whole = complete(*resize_, seen, recipe);
        canvas_of(recipe, whole, "--resize").size = whole;
    }
    if (fit_) canvas_of(recipe, canvas_for_fit, "--fit").fit = *fit_;
    if (background_) canvas_of(recipe, canvas_for_fit, "--background").background = *background_;
}

void EditFlags::set_sound(Sound& sound) const {
    if (sound_) sound = *sound_;
    if (!beneath_) return;
    if (sound_ && (sound.kind == Sound::Kind::off || sound.kind == Sound::Kind::replace))
        refuse(
            tr("{flag} needs the video's own sound; leave out --sound, or give it keep or level.",
               {{"flag", "--mix"}}),
            "--mix");
    sound = {Sound::Kind::mix, *beneath_, sound.kind == Sound::Kind::level || sound.level};
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
    // What the person sees, and counts pixels on, is the picture after the turning: the plan knows
    // its size.
    draft.seen = value_or_refuse(make_plan(Recipe{.turn = draft.recipe.turn,
                                                  .straighten_deg = draft.recipe.straighten_deg},
                                           info))
                     .turned;
    for (const auto& step : steps_) step(draft);
    set_canvas(draft.recipe, draft.seen, canvas_for_fit);
    set_sound(draft.recipe.sound);
    value_or_refuse(validate(draft.recipe));
    return draft.recipe;
}

std::optional<std::string> value_when_alone(const std::string& flag, const std::string* next) {
    if (flag != "--text-box" || (next && is_color(*next))) return std::nullopt;
    return "auto";
}

}  // namespace cli
