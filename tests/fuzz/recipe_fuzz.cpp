// Any text as a recipe: a valid one that survives a round trip and can be planned, or an error
// naming the field.
#include "fuzz/require.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe_json.hpp>

#include <cstdint>
#include <string_view>

using namespace mediaedit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto recipe = parse_recipe({reinterpret_cast<const char*>(data), size});
    if (!recipe) {
        fuzz::require(recipe.error().code == ErrorCode::bad_recipe);
        fuzz::require_refusal(recipe.error());
        return 0;
    }
    const auto text = to_json(*recipe);
    const auto back = parse_recipe(text);
    fuzz::require(back && to_json(*back) == text);

    MediaInfo info;
    info.size = {4032, 3024};
    const auto plan = make_plan(*recipe, info);
    fuzz::require(plan.has_value());
    const auto inside = [](const PixelRect& rect, PixelSize outer) {
        return rect.width > 0 && rect.height > 0 && rect.x >= 0 && rect.y >= 0 &&
               rect.x + rect.width <= outer.width && rect.y + rect.height <= outer.height;
    };
    fuzz::require(inside(plan->crop, plan->turned) && inside(plan->placed, plan->result));
    for (const auto& hidden : plan->hidden) fuzz::require(inside(hidden.area, plan->turned));
    return 0;
}
