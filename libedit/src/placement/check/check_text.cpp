// Whether the texts of a recipe fit, and lie where a placement shows them.
#include "placement/check/check_text.hpp"

#include "base/guard.hpp"
#include "base/message.hpp"
#include "placement/check/findings.hpp"
#include "placement/placement_names.hpp"

#include <mediaedit/text.hpp>

#include <cmath>
#include <variant>

namespace mediaedit::internal {
namespace {

/// In pixels. Outlines of letters may touch the edge of the safe area.
constexpr int slack_px = 2;

bool lies_inside(const PixelRect& box, const Canvas& canvas) {
    const auto edge = [](double fraction, int whole) {
        return static_cast<int>(std::lround(fraction * whole));
    };
    const auto& size = canvas.size;
    const auto& safe = canvas.safe_area;
    return box.x >= edge(safe.left, size.width) - slack_px &&
           box.y >= edge(safe.top, size.height) - slack_px &&
           box.x + box.width <= size.width - edge(safe.right, size.width) + slack_px &&
           box.y + box.height <= size.height - edge(safe.bottom, size.height) + slack_px;
}

/// The first words of a text, to identify it in a message.
std::string beginning(const std::string& text) {
    constexpr std::size_t longest = 30;
    auto line = text.substr(0, text.find('\n'));
    if (line.size() <= longest) return line;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;  // not inside a code point
    return line.substr(0, end) + "…";
}

}  // namespace

void check_texts(const Recipe& recipe, const Placement& placement, std::vector<Finding>& findings) {
    const auto wanted = recipe_for(placement, recipe);
    for (const auto& overlay : wanted.overlays) {
        const auto* text = std::get_if<TextOverlay>(&overlay);
        if (!text) continue;
        const auto measured = value_or_throw(measure_text(*text, *wanted.canvas));
        const auto words = beginning(text->text);
        if (measured.overflows)
            findings.push_back(
                {"text_overflows", Severity::error,
                 tr("The text \"{text}\" is too long for this place.", {{"text", words}}),
                 tr("Shorten it, or make it smaller.")});
        if (measured.breaks_word)
            findings.push_back(
                {"word_broken", Severity::warning,
                 tr("A word of the text \"{text}\" is too long for one line and is broken.",
                    {{"text", words}}),
                 tr("Make the text smaller, or use a shorter word.")});
        if (!measured.font_used.empty())
            findings.push_back({"font_replaced", Severity::warning,
                                tr("The font \"{font}\" is not installed on this computer; {used} "
                                   "is used instead.",
                                   {{"font", text->font}, {"used", measured.font_used}}),
                                tr("Install it, or choose another.")});
        if (measured.missing_letters > 0)
            findings.push_back(
                {"letters_missing", Severity::warning,
                 tr("No font on this computer has some letters of the text \"{text}\", so boxes "
                    "stand in their place.",
                    {{"text", words}}),
                 tr("Install a font that has them, or write it with other letters.")});
        if (!measured.overflows && !lies_inside(measured.box, *wanted.canvas))
            findings.push_back({"text_outside_safe_area", Severity::warning,
                                tr("The text \"{text}\" stands where {place} lays its own things.",
                                   {{"text", words}, {"place", place_name(placement)}}),
                                tr("Move it inward: without an offset it stays inside.")});
    }
}

}  // namespace mediaedit::internal
