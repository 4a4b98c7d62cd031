// The flags for texts, logos and QR codes.
#include "edit_flags.hpp"

#include "edit_flag_helpers.hpp"
#include "values.hpp"

#include <optional>
#include <string>

namespace cli {

using namespace mediaedit;

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

}  // namespace cli
