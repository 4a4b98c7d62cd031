// Screens in two columns, and grids of cards.
#pragma once

#include "view/widgets/widgets.hpp"

#include <functional>
#include <string>

namespace sunting {

/// Whether the window has room for two columns.
bool is_wide(const Ui& ui);

/// A main column and a panel at its right; in a narrow window one panel that scrolls.
struct SideColumn {
    float share;        ///< width of the side panel, as a fraction of the screen
    float least, most;  ///< its limits, in pixels at 100 %
    std::function<void(ImVec2 size)> main;
    std::function<void()> side;
    std::function<void(ImVec2 room)> narrow;  ///< both, in a narrow window
};
void show_columns(Ui& ui, const SideColumn& columns);

/// Two panels of the same width; in a narrow window one panel with `first_id` that scrolls.
struct EqualColumns {
    std::string first_id, second_id;
    std::function<void()> first, second;
    std::function<void()> narrow;
};
void show_columns(Ui& ui, const EqualColumns& columns);

/// Cells of the same width in rows.
class Grid {
public:
    /// `columns` in the remaining width.
    Grid(int columns, float space);
    /// As many columns as there is room for, at least `fewest`.
    Grid(float cell_width, int fewest, float space);

    [[nodiscard]] float cell_width() const { return cell_width_; }
    /// Call it before each cell.
    void next_cell();

private:
    int columns_, column_ = 0;
    float space_, cell_width_;
};

}  // namespace sunting
