// The widgets of the window.
#include "view/widgets/widgets.hpp"

#include "view/widgets/icons.hpp"
#include "view/widgets/typed_text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace sunting {

ImU32 color(const ImVec4& of) { return ImGui::ColorConvertFloat4ToU32(of); }

Box fitted(const Box& within, float width, float height) {
    const float scale =
        std::min(within.width() / std::max(1.0F, width), within.height() / std::max(1.0F, height));
    const float w = std::floor(width * scale), h = std::floor(height * scale);
    const float left = std::floor((within.left + within.right - w) / 2),
                top = std::floor((within.top + within.bottom - h) / 2);
    return {left, top, left + w, top + h};
}

namespace {

constexpr const char* typed_id = "##type";

Box item_box() {
    const auto least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
    return {least.x, least.y, most.x, most.y};
}

/// The longest beginning that fits, with dots.
std::string shortened(const std::string& text, float width) {
    if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
    std::string part = text;
    while (!part.empty()) {
        do part.pop_back();
        while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0) == 0x80);
        if (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0) == 0xC0)
            part.pop_back();
        if (ImGui::CalcTextSize((part + "…").c_str()).x <= width) return part + "…";
    }
    return part;
}

}  // namespace

const Widget& Ui::record(Widget::Kind kind, const std::string& id, const std::string& label,
                         const Box& box, bool enabled, bool chosen, bool cut) {
    auto& window = *ImGui::GetCurrentWindow();
    const auto clip = window.ClipRect;
    Box seen{std::max(box.left, clip.Min.x), std::max(box.top, clip.Min.y),
             std::min(box.right, clip.Max.x), std::min(box.bottom, clip.Max.y)};
    if (seen.right <= seen.left || seen.bottom <= seen.top) seen = {};
    Widget widget{kind, id, label, box, seen, enabled, chosen, cut};
    if (kind != Widget::Kind::text && kind != Widget::Kind::picture) {
        // Of several lines only the frame around them is an item once they are drawn.
        widget.item = kind == Widget::Kind::field ? ImGui::GetID(typed_id) : ImGui::GetItemID();
        widget.window = &window;
        widget.focused = ImGui::GetIO().NavVisible && ImGui::GetFocusID() == widget.item;
    }
    if (widget.focused)
        window.DrawList->AddRect({box.left - theme.px(3), box.top - theme.px(3)},
                                 {box.right + theme.px(3), box.bottom + theme.px(3)},
                                 color(theme.colors.warning), theme.px(10), 0, theme.px(3));
    return widgets_.emplace_back(std::move(widget));
}

void Ui::record_item(Widget::Kind kind, const std::string& id, const std::string& label,
                     bool enabled, bool chosen, bool cut) {
    record(kind, id, label, item_box(), enabled, chosen, cut);
}

void Ui::heading(const std::string& text) {
    ImGui::PushFont(fonts.heading);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    record_item(Widget::Kind::text, "heading", text);
}

void Ui::text(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    record_item(Widget::Kind::text, {}, text);
}

void Ui::bold(const std::string& text) {
    ImGui::PushFont(fonts.bold);
    this->text(text);
    ImGui::PopFont();
}

void Ui::muted(const std::string& text) {
    ImGui::PushFont(fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, theme.colors.muted);
    this->text(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void Ui::note(Tone tone, const std::string& text) {
    const auto& colors = theme.colors;
    const char* sign = tone == Tone::good      ? icon::done
                       : tone == Tone::warning ? icon::warning
                       : tone == Tone::error   ? icon::failed
                                               : icon::info;
    const ImVec4& tint = tone == Tone::good      ? colors.good
                         : tone == Tone::warning ? colors.warning
                         : tone == Tone::error   ? colors.error
                                                 : colors.muted;
    ImGui::PushStyleColor(ImGuiCol_Text, tint);
    ImGui::TextUnformatted(sign);
    ImGui::PopStyleColor();
    ImGui::SameLine(0, theme.px(8));
    this->text(text);
}

void Ui::gap(float at_100) { ImGui::Dummy(theme.px(1, at_100)); }

float Ui::button_width(const std::string& label, bool with_icon) const {
    return ImGui::CalcTextSize(label.c_str()).x + theme.px(36) +
           (with_icon ? theme.px(label.empty() ? 10.0F : 30.0F) : 0);
}

void Ui::beside(float width, float gap) {
    ImGui::SameLine(0, gap);
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

bool Ui::button(const std::string& id, const std::string& label, const char* icon, ButtonKind kind,
                bool enabled, float width) {
    const auto& colors = theme.colors;
    if (kind == ButtonKind::main) ImGui::PushFont(fonts.bold);
    const float wanted = button_width(label, icon != nullptr), height = theme.px(44);
    // Where the row has no room the words take a second line rather than being cut.
    const float w =
        width > 0 ? width
                  : std::min(wanted, std::max(theme.px(80), ImGui::GetContentRegionAvail().x));
    const float room = w - (icon ? theme.px(58) : theme.px(28));
    const auto size = ImGui::CalcTextSize(label.c_str(), nullptr, false, std::max(1.0F, room));
    const float h = std::max(height, size.y + theme.px(18));
    ImGui::PushID(id.c_str());
    if (!enabled) ImGui::BeginDisabled();
    const bool pressed = ImGui::InvisibleButton("##press", {w, h}) && enabled;
    if (!enabled) ImGui::EndDisabled();
    const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
    const auto box = item_box();
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    ImVec4 ground = colors.panel, ink = colors.text;
    if (kind == ButtonKind::main) {
        ground = hovered || held ? colors.main_pressed : colors.main;
        ink = colors.on_main;
    } else if (hovered || held) ground = colors.chosen;
    if (kind == ButtonKind::danger) ink = colors.error;
    if (kind == ButtonKind::quiet) ink = colors.main;  // like a link, since it has no border
    if (!enabled) {
        ground = colors.ground;
        ink = colors.muted;
    }
    if (kind != ButtonKind::quiet || hovered || held)
        draw.AddRectFilled(least, most, color(ground), theme.px(8));
    if (kind == ButtonKind::normal || kind == ButtonKind::danger || !enabled)
        draw.AddRect(
            least, most,
            color(enabled ? colors.border
                          : ImVec4(colors.border.x, colors.border.y, colors.border.z, 0.5F)),
            theme.px(8), 0, theme.line * theme.scale);
    const float icon_width =
        icon ? ImGui::CalcTextSize(icon).x + (label.empty() ? 0 : theme.px(10)) : 0;
    float x = std::floor((box.left + box.right - size.x - icon_width) / 2);
    const float y = std::floor((box.top + box.bottom - size.y) / 2);
    if (icon) {
        draw.AddText({x, std::floor((box.top + box.bottom - ImGui::GetFontSize()) / 2)}, color(ink),
                     icon);
        x += icon_width;
    }
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {x, y}, color(ink), label.c_str(), nullptr,
                 std::max(1.0F, room + 1));
    ImGui::PopID();
    record(Widget::Kind::button, id, label, box, enabled, false, size.x > room + 1);
    if (kind == ButtonKind::main) ImGui::PopFont();
    return pressed;
}

bool Ui::icon_button(const std::string& id, const std::string& label, const char* icon,
                     bool enabled) {
    ImGui::PushID(id.c_str());
    if (!enabled) ImGui::BeginDisabled();
    const bool pressed = ImGui::InvisibleButton("##press", theme.px(46, 44)) && enabled;
    if (!enabled) ImGui::EndDisabled();
    const bool hovered = ImGui::IsItemHovered();
    const auto box = item_box();
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom},
                       color(hovered && enabled ? theme.colors.chosen : theme.colors.panel),
                       theme.px(8));
    draw.AddRect({box.left, box.top}, {box.right, box.bottom},
                 color(ImVec4(theme.colors.border.x, theme.colors.border.y, theme.colors.border.z,
                              enabled ? 1.0F : 0.5F)),
                 theme.px(8), 0, theme.line * theme.scale);
    const auto size = ImGui::CalcTextSize(icon);
    draw.AddText({std::floor((box.left + box.right - size.x) / 2),
                  std::floor((box.top + box.bottom - size.y) / 2)},
                 color(enabled ? theme.colors.text : theme.colors.muted), icon);
    if (hovered) ImGui::SetTooltip("%s", label.c_str());
    ImGui::PopID();
    record(Widget::Kind::button, id, label, box, enabled);
    return pressed;
}

bool Ui::fold(const std::string& id, const std::string& label) {
    bool& open = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id.c_str()));
    if (button(id, label, open ? icon::up : icon::down, ButtonKind::quiet)) open = !open;
    return open;
}

bool Ui::tile(const std::string& id, const std::string& label, const std::string& sentence,
              const char* icon, ImVec2 size) {
    const auto& colors = theme.colors;
    ImGui::PushID(id.c_str());
    const bool pressed = ImGui::InvisibleButton("##press", size);
    const bool hovered = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const auto box = item_box();
    ImGui::PopID();
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    draw.AddRectFilled(least, most, color(hovered ? colors.chosen : colors.panel), theme.px(14));
    draw.AddRect(least, most, color(hovered ? colors.main : colors.border), theme.px(14), 0,
                 (hovered ? 2.5F : theme.line) * theme.scale);
    const float inset = theme.px(20), width = size.x - 2 * inset;
    const float round = theme.px(58);
    draw.AddCircleFilled({box.left + inset + round / 2, box.top + inset + round / 2}, round / 2,
                         color(colors.main), 48);
    ImGui::PushFont(fonts.heading);
    const auto sign = ImGui::CalcTextSize(icon);
    draw.AddText({std::floor(box.left + inset + (round - sign.x) / 2),
                  std::floor(box.top + inset + (round - sign.y) / 2)},
                 color(colors.on_main), icon);
    ImGui::PopFont();
    ImGui::PushFont(fonts.bold);
    const float y = box.top + inset + round + theme.px(14);
    const auto name = ImGui::CalcTextSize(label.c_str(), nullptr, false, width);
    draw.AddText(fonts.bold, ImGui::GetFontSize(), {box.left + inset, y}, color(colors.text),
                 label.c_str(), nullptr, width);
    ImGui::PopFont();
    ImGui::PushFont(fonts.small);
    const auto words = ImGui::CalcTextSize(sentence.c_str(), nullptr, false, width);
    draw.AddText(fonts.small, ImGui::GetFontSize(), {box.left + inset, y + name.y + theme.px(4)},
                 color(colors.muted), sentence.c_str(), nullptr, width);
    ImGui::PopFont();
    record(Widget::Kind::button, id, label, box, true, false,
           y + name.y + theme.px(4) + words.y > box.bottom - theme.px(6));
    return pressed;
}

bool Ui::card(const std::string& id, const std::string& label, const SharedPicture& picture,
              ImVec2 size, bool chosen, const std::string& badge, const std::string& problem) {
    const auto& colors = theme.colors;
    ImGui::PushID(id.c_str());
    const bool pressed = ImGui::InvisibleButton("##press", size);
    const bool hovered = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const auto box = item_box();
    ImGui::PopID();
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    draw.AddRectFilled(least, most, color(chosen ? colors.chosen : colors.panel), theme.px(10));
    ImGui::PushFont(fonts.small);
    const float line = ImGui::GetFontSize(), words = label.empty() ? 0 : line + theme.px(8);
    const Box inner{box.left + theme.px(6), box.top + theme.px(6), box.right - theme.px(6),
                    box.bottom - theme.px(6) - words};
    if (picture && picture->size.width > 0) {
        const auto at = fitted(inner, static_cast<float>(picture->size.width),
                               static_cast<float>(picture->size.height));
        draw.AddImageRounded(texture_of(picture), {at.left, at.top}, {at.right, at.bottom}, {0, 0},
                             {1, 1}, IM_COL32_WHITE, theme.px(4));
    } else {
        draw.AddRectFilled({inner.left, inner.top}, {inner.right, inner.bottom},
                           color(colors.ground), theme.px(6));
        const char* sign = problem.empty() ? icon::picture : icon::warning;
        const auto sign_size = ImGui::CalcTextSize(sign);
        draw.AddText({std::floor((inner.left + inner.right - sign_size.x) / 2),
                      std::floor((inner.top + inner.bottom - sign_size.y) / 2)},
                     color(problem.empty() ? colors.muted : colors.error), sign);
    }
    if (!label.empty()) {
        const auto shown = shortened(label, box.width() - theme.px(12));
        const auto width = ImGui::CalcTextSize(shown.c_str()).x;
        draw.AddText({std::floor((box.left + box.right - width) / 2), box.bottom - words},
                     color(colors.text), shown.c_str());
    }
    draw.AddRect(least, most, color(chosen || hovered ? colors.main : colors.border), theme.px(10),
                 0,
                 (chosen    ? 3.0F
                  : hovered ? 2.0F
                            : 1.0F) *
                     theme.scale);
    if (chosen || !badge.empty()) {
        const float radius = theme.px(14);
        const ImVec2 middle{box.right - radius - theme.px(6), box.top + radius + theme.px(6)};
        draw.AddCircleFilled(middle, radius, color(colors.main), 32);
        draw.AddCircle(middle, radius, color(colors.on_main), 32, theme.px(2));
        const std::string sign = badge.empty() ? icon::check : badge;
        const auto sign_size = ImGui::CalcTextSize(sign.c_str());
        draw.AddText(
            {std::floor(middle.x - sign_size.x / 2), std::floor(middle.y - sign_size.y / 2)},
            color(colors.on_main), sign.c_str());
    }
    ImGui::PopFont();
    if (hovered && !problem.empty()) ImGui::SetTooltip("%s", problem.c_str());
    record(Widget::Kind::choice, id, label, box, true, chosen);
    return pressed;
}

bool Ui::tick(const std::string& id, const std::string& label, bool on, bool enabled) {
    const auto& colors = theme.colors;
    const float width = ImGui::GetContentRegionAvail().x, inset = theme.px(38);
    const auto size =
        ImGui::CalcTextSize(label.c_str(), nullptr, false, std::max(1.0F, width - inset));
    ImGui::PushID(id.c_str());
    if (!enabled) ImGui::BeginDisabled();
    const bool pressed =
        ImGui::InvisibleButton("##press", {std::min(width, inset + size.x + theme.px(8)),
                                           std::max(theme.px(36), size.y + theme.px(8))}) &&
        enabled;
    if (!enabled) ImGui::EndDisabled();
    const auto box = item_box();
    ImGui::PopID();
    auto& draw = *ImGui::GetWindowDrawList();
    const float side = theme.px(24), top = std::floor((box.top + box.bottom - side) / 2);
    const ImVec2 least{box.left + theme.px(2), top},
        most{box.left + theme.px(2) + side, top + side};
    const bool hovered = ImGui::IsItemHovered();
    draw.AddRectFilled(least, most, color(on ? colors.main : colors.field), theme.px(5));
    draw.AddRect(least, most, color(on || hovered ? colors.main : colors.border), theme.px(5), 0,
                 theme.px(2));
    if (on) {
        const auto sign = ImGui::CalcTextSize(icon::check);
        draw.AddText(
            {std::floor(least.x + (side - sign.x) / 2), std::floor(least.y + (side - sign.y) / 2)},
            color(colors.on_main), icon::check);
    }
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                 {box.left + inset, std::floor((box.top + box.bottom - size.y) / 2)},
                 color(enabled ? colors.text : colors.muted), label.c_str(), nullptr,
                 std::max(1.0F, width - inset));
    record(Widget::Kind::tick, id, label, box, enabled, on);
    return pressed;
}

int Ui::choices(const std::string& id, const std::vector<std::string>& labels, int chosen) {
    const auto& colors = theme.colors;
    int pressed = -1;
    const float start = ImGui::GetCursorPosX(), room = ImGui::GetContentRegionAvail().x;
    float used = 0;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const auto& label = labels[static_cast<std::size_t>(i)];
        const float width = std::min(room, ImGui::CalcTextSize(label.c_str()).x + theme.px(30) +
                                               (i == chosen ? theme.px(24) : 0));
        if (used > 0 && used + width <= room) ImGui::SameLine(0, theme.px(8));
        else if (used > 0) {
            used = 0;
            ImGui::SetCursorPosX(start);
        }
        used += width + theme.px(8);
        const auto own = id + "." + std::to_string(i);
        ImGui::PushID(own.c_str());
        if (ImGui::InvisibleButton("##press", {width, theme.px(40)})) pressed = i;
        const bool hovered = ImGui::IsItemHovered();
        const auto box = item_box();
        ImGui::PopID();
        auto& draw = *ImGui::GetWindowDrawList();
        draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom},
                           color(i == chosen || hovered ? colors.chosen : colors.panel),
                           theme.px(20));
        draw.AddRect({box.left, box.top}, {box.right, box.bottom},
                     color(i == chosen ? colors.main : colors.border), theme.px(20), 0,
                     (i == chosen ? 2.5F : theme.line) * theme.scale);
        const std::string words = i == chosen ? std::string(icon::check) + " " + label : label;
        const auto shown = shortened(words, box.width() - theme.px(16));
        const auto size = ImGui::CalcTextSize(shown.c_str());
        draw.AddText({std::floor((box.left + box.right - size.x) / 2),
                      std::floor((box.top + box.bottom - size.y) / 2)},
                     color(colors.text), shown.c_str());
        record(Widget::Kind::choice, own, label, box, true, i == chosen, shown != words);
    }
    return pressed;
}

bool Ui::field(const std::string& id, const std::string& label, std::string& value,
               const std::string& hint, int max_chars, bool secret) {
    if (!label.empty()) {
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(label.c_str());
        ImGui::PopTextWrapPos();
        record_item(Widget::Kind::text, id + ".label", label);
    }
    ImGui::PushID(id.c_str());
    ImGui::SetNextItemWidth(-1);
    const bool changed = type_line(typed_id, hint, value, secret);
    record_item(Widget::Kind::field, id, label);
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    ImGui::PopID();
    if (max_chars > 0) {
        const auto letters = static_cast<int>(std::ranges::count_if(value, [](char letter) {
            return (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
        }));
        if (letters > max_chars * 3 / 4)
            muted(std::to_string(letters) + " / " + std::to_string(max_chars));
    }
    return changed;
}

bool Ui::lines(const std::string& id, const std::string& label, std::string& value, float height,
               const std::string& hint) {
    if (!label.empty()) text(label);
    ImGui::PushID(id.c_str());
    const bool changed = type_lines(typed_id, hint, value, {-1, height});
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    record_item(Widget::Kind::field, id, label);
    ImGui::PopID();
    return changed;
}

bool Ui::slider(const std::string& id, const std::string& label, float& value, float least,
                float most) {
    if (!label.empty()) text(label);
    ImGui::PushID(id.c_str());
    ImGui::SetNextItemWidth(-1);
    const bool changed =
        ImGui::SliderFloat("##slide", &value, least, most, "", ImGuiSliderFlags_AlwaysClamp);
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    record_item(Widget::Kind::slider, id, label);
    ImGui::PopID();
    return changed;
}

Box Ui::picture(const std::string& id, const SharedPicture& picture, ImVec2 size,
                const std::string& problem) {
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(size);
    Box box{at.x, at.y, at.x + size.x, at.y + size.y};
    auto& draw = *ImGui::GetWindowDrawList();
    if (picture && picture->size.width > 0) {
        box = fitted(box, static_cast<float>(picture->size.width),
                     static_cast<float>(picture->size.height));
        draw.AddImage(texture_of(picture), {box.left, box.top}, {box.right, box.bottom});
    } else {
        draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom}, color(theme.colors.ground),
                           theme.px(8));
        const char* sign = problem.empty() ? icon::clock : icon::warning;
        const auto sign_size = ImGui::CalcTextSize(sign);
        draw.AddText({std::floor((box.left + box.right - sign_size.x) / 2),
                      std::floor((box.top + box.bottom - sign_size.y) / 2)},
                     color(problem.empty() ? theme.colors.muted : theme.colors.error), sign);
        if (!problem.empty()) {
            const float room = box.width() - theme.px(24);
            draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                         {box.left + theme.px(12), (box.top + box.bottom) / 2 + theme.px(20)},
                         color(theme.colors.text), problem.c_str(), nullptr, room);
        }
    }
    record(Widget::Kind::picture, id, {}, box);
    return box;
}

void Ui::progress(const std::string& id, double fraction, const std::string& words) {
    const auto at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, theme.px(22)};
    ImGui::Dummy(size);
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + size.x, at.y + size.y}, color(theme.colors.ground),
                       theme.px(11));
    const float filled =
        std::max(theme.px(22), size.x * static_cast<float>(std::clamp(fraction, 0.0, 1.0)));
    draw.AddRectFilled(at, {at.x + filled, at.y + size.y}, color(theme.colors.main), theme.px(11));
    draw.AddRect(at, {at.x + size.x, at.y + size.y}, color(theme.colors.border), theme.px(11), 0,
                 theme.line * theme.scale);
    record(Widget::Kind::picture, id, words, {at.x, at.y, at.x + size.x, at.y + size.y});
    text(words);
}

bool Ui::begin_panel(const std::string& id, ImVec2 size, bool framed) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, framed ? theme.px(16, 14) : theme.px(3, 2));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, framed ? theme.colors.panel : ImVec4(0, 0, 0, 0));
    const bool open =
        ImGui::BeginChild(id.c_str(), size, false,
                          ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return open;
}

void Ui::end_panel() { ImGui::EndChild(); }

}  // namespace sunting
