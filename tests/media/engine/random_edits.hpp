// Random mixes of edits, reproducible by their seeds.
#pragma once

#include "plan/turning.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core.hpp>

#include <cmath>
#include <random>
#include <string>

namespace mediaedit::test {

class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    double between(double least, double most) {
        return least + (most - least) * static_cast<double>(engine_()) / 4294967295.0;
    }
    int below(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
    bool once_in(int count) { return below(count) == 0; }

private:
    std::mt19937 engine_;
};

/// Edits before and after hiding. `side_px`: the shorter side of results, even.
inline Recipe random_edits(Dice& dice, int side_px) {
    Recipe recipe;
    recipe.turn = static_cast<Turn>(dice.below(4));
    recipe.mirror = dice.once_in(2);
    if (dice.once_in(2)) recipe.straighten_deg = dice.between(-40, 40);
    if (dice.once_in(2)) {
        const double width = dice.between(0.4, 0.9), height = dice.between(0.4, 0.9);
        recipe.crop = Area{dice.between(0, 1 - width), dice.between(0, 1 - height), width, height};
    }
    if (!dice.once_in(4)) {
        const PixelSize sizes[] = {{side_px, side_px},
                                   {side_px, side_px * 16 / 9 & ~1},
                                   {side_px * 2, side_px},
                                   {side_px, side_px * 5 / 4 & ~1}};
        recipe.canvas =
            Canvas{sizes[dice.below(4)], static_cast<Fit>(dice.below(4)), {240, 240, 240, 255}, {}};
        if (dice.once_in(3)) recipe.canvas->picture_area = Area{0, 0.25, 1, 0.75};
    }
    if (dice.once_in(3)) recipe.focus = Point{dice.between(0, 1), dice.between(0, 1)};
    return recipe;
}

inline std::string words(const Recipe& recipe) {
    auto text = "turn " + std::to_string(static_cast<int>(recipe.turn)) +
                (recipe.mirror ? ", mirror" : "") + ", straighten " +
                std::to_string(recipe.straighten_deg);
    if (recipe.crop) text += ", crop";
    if (recipe.canvas)
        text += ", fit " + std::to_string(static_cast<int>(recipe.canvas->fit)) + " of " +
                std::to_string(recipe.canvas->size.width) + "x" +
                std::to_string(recipe.canvas->size.height);
    return text;
}

inline bool is_plate(const cv::Vec3b& pixel) {
    return std::abs(pixel[0] - 72) + std::abs(pixel[1] - 76) + std::abs(pixel[2] - 82) < 24;
}

}  // namespace mediaedit::test
