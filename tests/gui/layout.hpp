// Checks the layout of a screen: nothing overlaps, is cut or lies outside, and every letter has a
// glyph.
#pragma once

#include "view/widgets/fonts.hpp"
#include "view/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace sunting::test {

inline std::string words_of(const Box& box) {
    std::ostringstream words;
    words << "(" << box.left << "," << box.top << " " << box.right << "," << box.bottom << ")";
    return words.str();
}

inline std::string words_of(const Widget& widget) {
    return (widget.id.empty() ? std::string("text") : widget.id) + " \"" + widget.label + "\" " +
           words_of(widget.box);
}

/// The layer in which a widget is drawn.
inline std::string_view layer_of(const Widget& widget) {
    if (widget.id.starts_with("toast")) return "toast";
    if (widget.id.starts_with("question.")) return "question";
    return "window";
}

/// Other widgets may lie on areas: handles on the timeline, the text on its picture.
inline bool is_pressable(const Widget& widget) {
    return widget.enabled && widget.kind != Widget::Kind::text &&
           widget.kind != Widget::Kind::picture && widget.kind != Widget::Kind::area;
}

/// One line for each fault. Empty: none.
inline std::vector<std::string> faults_of(const std::vector<Widget>& widgets, float width,
                                          float height) {
    std::vector<std::string> faults;
    const auto fault = [&](const std::string& what) { faults.push_back(what); };
    const auto& font = *ImGui::GetIO().Fonts->Fonts[0];
    std::set<std::string> ids;
    for (const auto& widget : widgets) {
        if (!widget.id.empty() && widget.id != "heading" && !ids.insert(widget.id).second)
            fault("two are called " + widget.id);
        if (!has_letters(font, widget.label)) fault("a letter has no glyph: " + words_of(widget));
        if (widget.seen == Box{}) {
            // Panels scroll vertically only.
            if (widget.box.left < -1 || widget.box.right > width + 1)
                fault("cannot be scrolled to: " + words_of(widget));
            continue;
        }
        if (widget.cut) fault("its words are cut: " + words_of(widget));
        if (widget.seen.left < -1 || widget.seen.top < -1 || widget.seen.right > width + 1 ||
            widget.seen.bottom > height + 1)
            fault("outside of the window: " + words_of(widget));
        // The invisible part of a handle, which makes it easier to grasp, may be outside at the end
        // of a clip.
        const float lost = std::max(widget.box.width() - widget.seen.width(), 0.0F);
        if (lost > (widget.kind == Widget::Kind::slider ? widget.box.width() / 2 : 1.5F))
            fault("cut off at the side: " + words_of(widget) + ", seen " + words_of(widget.seen));
    }
    for (std::size_t i = 0; i < widgets.size(); ++i)
        for (std::size_t j = i + 1; j < widgets.size(); ++j) {
            const auto &one = widgets[i], &other = widgets[j];
            if (!is_pressable(one) || !is_pressable(other) || one.seen == Box{} ||
                other.seen == Box{} || layer_of(one) != layer_of(other))
                continue;
            const float across = std::min(one.seen.right, other.seen.right) -
                                 std::max(one.seen.left, other.seen.left),
                        down = std::min(one.seen.bottom, other.seen.bottom) -
                               std::max(one.seen.top, other.seen.top);
            if (across > 1.5F && down > 1.5F)
                fault("overlap: " + words_of(one) + " and " + words_of(other));
        }
    // Bar and footer do not scroll.
    for (const auto& widget : widgets)
        for (const std::string_view fixed :
             {"bar.", "step.", "back", "undo", "redo", "next", "language."})
            if (widget.id.starts_with(fixed) &&
                std::abs(widget.box.height() - widget.seen.height()) > 1.5F)
                fault("not seen whole: " + words_of(widget));
    return faults;
}

}  // namespace sunting::test
