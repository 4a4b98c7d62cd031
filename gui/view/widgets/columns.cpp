// Screens in two columns, and grids of cards.
#include "view/widgets/columns.hpp"

#include <algorithm>
#include <cmath>

namespace sunting {

namespace {

constexpr float column_gap = 16;

}  // namespace

bool is_wide(const Ui& ui) { return ImGui::GetIO().DisplaySize.x >= ui.theme.px(860); }

void show_columns(Ui& ui, const SideColumn& columns) {
    const auto room = ImGui::GetContentRegionAvail();
    if (!is_wide(ui)) {
        ui.begin_panel("side", room, false);
        columns.narrow(room);
        ui.end_panel();
        return;
    }
    const float gap = ui.theme.px(column_gap),
                side = std::clamp(room.x * columns.share, ui.theme.px(columns.least),
                                  ui.theme.px(columns.most));
    ImGui::BeginGroup();
    columns.main({room.x - side - gap, room.y});
    ImGui::EndGroup();
    ImGui::SameLine(0, gap);
    ui.begin_panel("side", {side, room.y});
    columns.side();
    ui.end_panel();
}

void show_columns(Ui& ui, const EqualColumns& columns) {
    const auto room = ImGui::GetContentRegionAvail();
    if (!is_wide(ui)) {
        ui.begin_panel(columns.first_id, room, false);
        columns.narrow();
        ui.end_panel();
        return;
    }
    const float gap = ui.theme.px(column_gap), width = std::floor((room.x - gap) / 2);
    ui.begin_panel(columns.first_id, {width, room.y});
    columns.first();
    ui.end_panel();
    ImGui::SameLine(0, gap);
    ui.begin_panel(columns.second_id, {width, room.y});
    columns.second();
    ui.end_panel();
}

Grid::Grid(int columns, float space) : columns_(columns), space_(space) {
    const float width = ImGui::GetContentRegionAvail().x;
    cell_width_ =
        std::floor((width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns));
}

Grid::Grid(float cell_width, int fewest, float space)
    : Grid(std::max(fewest, static_cast<int>((ImGui::GetContentRegionAvail().x + space) /
                                             (cell_width + space))),
           space) {}

void Grid::next_cell() {
    if (column_ > 0) ImGui::SameLine(0, space_);
    column_ = (column_ + 1) % columns_;
}

}  // namespace sunting
