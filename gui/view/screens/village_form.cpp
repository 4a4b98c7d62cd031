// The village's profile: name, contacts, logo, colours.
#include "platform/imgui_versions.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/village.hpp>

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

ImU32 shown(const Color& of) { return IM_COL32(of.red, of.green, of.blue, 255); }

/// The logo and the colours on a light and on a dark background.
void show_village_preview(const State& state, Ui& ui) {
    const auto& village = state.settings.village;
    const auto colors = readable_colors(village);
    const float width = std::floor((ImGui::GetContentRegionAvail().x - ui.theme.px(12)) / 2),
                height = ui.theme.px(116);
    const auto logo = state.picture("thumb:" + village.logo);
    const std::array grounds{colors.paper, colors.main}, inks{colors.main, colors.on_main},
        bars{colors.second, colors.second};
    for (std::size_t i = 0; i < 2; ++i) {
        if (i > 0) ImGui::SameLine(0, ui.theme.px(12));
        const auto at = ImGui::GetCursorScreenPos();
        ImGui::Dummy({width, height});
        auto& draw = *ImGui::GetWindowDrawList();
        draw.AddRectFilled(at, {at.x + width, at.y + height}, shown(grounds[i]), ui.theme.px(10));
        draw.AddRect(at, {at.x + width, at.y + height}, color(ui.theme.colors.border),
                     ui.theme.px(10));
        draw.AddRectFilled({at.x + ui.theme.px(14), at.y + height - ui.theme.px(22)},
                           {at.x + ui.theme.px(94), at.y + height - ui.theme.px(14)},
                           shown(bars[i]), ui.theme.px(3));
        float x = at.x + ui.theme.px(14);
        if (logo && logo->size.width > 0) {
            const auto box =
                fitted({x, at.y + ui.theme.px(14), x + ui.theme.px(62), at.y + ui.theme.px(76)},
                       static_cast<float>(logo->size.width), static_cast<float>(logo->size.height));
            draw.AddImage(ui.texture_of(logo), {box.left, box.top}, {box.right, box.bottom});
            x += ui.theme.px(76);
        }
        const auto name = village.village.empty()
                              ? tr("Desa …")
                              : tr("Desa {village}", {{"village", village.village}});
        draw.AddText(ui.fonts.bold, size_of(*ui.fonts.bold), {x, at.y + ui.theme.px(18)},
                     shown(inks[i]), name.c_str(), nullptr, at.x + width - x - ui.theme.px(8));
        if (!village.district.empty())
            draw.AddText(ui.fonts.small, size_of(*ui.fonts.small), {x, at.y + ui.theme.px(48)},
                         shown(inks[i]),
                         tr("Kecamatan {district}", {{"district", village.district}}).c_str());
    }
    for (const auto& note : colors.notes) ui.note(Tone::hint, note);
}

/// True when another colour was chosen.
bool choose_color(Ui& ui, const std::string& id, const std::string& label, Color& chosen,
                  const std::array<Color, 8>& offered) {
    bool changed = false;
    ui.text(label);
    for (std::size_t i = 0; i < offered.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, ui.theme.px(8));
        const auto own = id + "." + std::to_string(i);
        const auto area = pressable(own, ui.theme.px(40, 40));
        const ImVec2 least{area.box.left, area.box.top}, most{area.box.right, area.box.bottom};
        auto& draw = *ImGui::GetWindowDrawList();
        draw.AddRectFilled(least, most, shown(offered[i]), ui.theme.px(8));
        const bool is_chosen = chosen == offered[i];
        draw.AddRect(least, most, color(is_chosen ? ui.theme.colors.text : ui.theme.colors.border),
                     ui.theme.px(8), 0, ui.theme.px(is_chosen ? 4.0F : 1.5F));
        if (is_chosen)
            draw.AddText({least.x + ui.theme.px(11), least.y + ui.theme.px(9)},
                         IM_COL32(255, 255, 255, 255), icon::check);
        ui.record(Widget::Kind::choice, own, label, area.box, true, is_chosen);
        if (area.pressed) {
            chosen = offered[i];
            changed = true;
        }
    }
    return changed;
}

bool show_contacts(Ui& ui, Village& village) {
    bool changed = false;
    changed |= ui.field("village.name", tr("Name of the village, without the word \"Desa\""),
                        village.village, "Sukamaju");
    changed |= ui.field("village.district", tr("District, without the word \"Kecamatan\""),
                        village.district, "Sumberagung");
    changed |=
        ui.field("village.regency", tr("Regency or city"), village.regency, "Kabupaten Contoh");
    changed |= ui.field("village.whatsapp", tr("WhatsApp number of the office"),
                        village.office_whatsapp, "0812-0000-0000");
    changed |=
        ui.field("village.phone", tr("Phone of the office"), village.office_phone, "(0299) 700000");
    changed |= ui.field("village.email", tr("E-mail of the office"), village.office_email,
                        "kantor@contoh.desa.id");
    changed |= ui.field("village.form", tr("Address of a form for wishes and complaints"),
                        village.aspiration_form, "https://");
    changed |= ui.field("village.hours", tr("Opening hours"), village.opening_hours,
                        "Senin-Jumat 08.00-15.00 WIB");
    return changed;
}

bool show_hashtags(Ui& ui, Village& village) {
    std::string hashtags;
    for (const auto& tag : village.hashtags) hashtags += (hashtags.empty() ? "" : " ") + tag;
    if (!ui.field("village.hashtags", tr("Hashtags that always belong"), hashtags,
                  "#DesaSukamaju #DesaMembangun"))
        return false;
    village.hashtags.clear();
    std::string tag;
    for (const char letter : hashtags + " ") {
        if (letter != ' ' && letter != ',') tag += letter;
        else if (!tag.empty()) village.hashtags.push_back(std::exchange(tag, {}));
    }
    return true;
}

bool show_logo(Ui& ui, Village& village) {
    ui.text(tr("Logo"));
    if (ui.button("village.logo",
                  village.logo.empty() ? tr("Choose the logo") : tr("Choose another logo"),
                  icon::picture))
        ui.act(ChooseLogo{});
    if (village.logo.empty()) return false;
    ImGui::SameLine();
    if (!ui.button("village.nologo", tr("Without logo"), icon::cross, ButtonKind::quiet))
        return false;
    village.logo.clear();
    return true;
}

bool show_colors(Ui& ui, Village& village) {
    static constexpr std::array<Color, 8> main_colors{{{15, 76, 92, 255},
                                                       {11, 92, 173, 255},
                                                       {20, 83, 45, 255},
                                                       {122, 28, 28, 255},
                                                       {88, 28, 135, 255},
                                                       {124, 45, 18, 255},
                                                       {30, 41, 59, 255},
                                                       {131, 24, 67, 255}}};
    static constexpr std::array<Color, 8> second_colors{{{244, 184, 96, 255},
                                                         {255, 214, 10, 255},
                                                         {163, 230, 53, 255},
                                                         {125, 211, 252, 255},
                                                         {253, 164, 175, 255},
                                                         {251, 146, 60, 255},
                                                         {226, 232, 240, 255},
                                                         {94, 234, 212, 255}}};
    bool changed =
        choose_color(ui, "village.main", tr("Main colour"), village.main_color, main_colors);
    changed |= choose_color(ui, "village.second", tr("Second colour"), village.second_color,
                            second_colors);
    return changed;
}

}  // namespace

void show_village_form(const State& state, Ui& ui) {
    auto settings = state.settings;
    auto& village = settings.village;
    bool changed = show_contacts(ui, village);
    changed |= show_hashtags(ui, village);
    if (ui.tick("village.lapor", tr("Mention SP4N-LAPOR! as a way to complain"), village.lapor)) {
        village.lapor = !village.lapor;
        changed = true;
    }
    ui.gap(4);
    changed |= show_logo(ui, village);
    ui.gap(2);
    changed |= show_colors(ui, village);
    ui.gap(2);
    show_village_preview(state, ui);
    if (changed) ui.act(ChangeSettings{settings});
}

}  // namespace sunting
