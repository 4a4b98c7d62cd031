// Instructions for each step while the person practises with the sample photo.
#include "view/screens/screens.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

namespace sunting {

using namespace mediaedit;

namespace {

std::string sentence_for(const State& state) {
    switch (state.step) {
        case Step::choose: return tr("Practice: press the sample photo, then \"Next\".");
        case Step::frame:
            return tr(
                "Practice 1 of 4: drag the photo until the woman stands well in the frame. Then "
                "press \"Next\" at the bottom right.");
        case Step::words:
            return tr(
                "Practice 2 of 4: choose a look and write a title; the picture shows it at once. "
                "Then press \"Next\".");
        case Step::caption:
            return tr(
                "Practice 3 of 4: answer the first questions and watch the text grow. Then press "
                "\"Next\".");
        case Step::save:
            if (state.saving.phase == Saving::Phase::done)
                return tr(
                    "That was all. The practice files can be deleted. Press \"Make another\" for a "
                    "photo of your own.");
            return tr(
                "Practice 4 of 4: press \"Save result\" at the bottom right. Nothing is posted "
                "anywhere.");
        case Step::trim: return {};
    }
    return {};
}

}  // namespace

void show_guide(const State& state, Ui& ui) {
    const auto& items = state.post().items;
    if (state.sample.empty() || items.size() != 1 || items.front().file != state.sample) return;
    const auto words = sentence_for(state);
    const float width = ImGui::GetContentRegionAvail().x - ui.theme.px(4);
    const auto at = ImGui::GetCursorScreenPos();
    const auto size = ImGui::CalcTextSize(words.c_str(), nullptr, false, width - ui.theme.px(72));
    const float height = size.y + ui.theme.px(18);
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, color(ui.theme.colors.chosen),
                       ui.theme.px(10));
    draw.AddText({at.x + ui.theme.px(14), at.y + (height - ImGui::GetFontSize()) / 2},
                 color(ui.theme.colors.main), icon::info);
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                 {at.x + ui.theme.px(48), at.y + ui.theme.px(9)}, color(ui.theme.colors.text),
                 words.c_str(), nullptr, width - ui.theme.px(72));
    ImGui::Dummy({width, height});
    ui.record(Widget::Kind::text, "guide", words, {at.x, at.y, at.x + width, at.y + height});
    ui.gap(2);
}

}  // namespace sunting
