// What a window would show of an edit: preview_to_ppm PHOTO RECIPE RESULT.ppm
#include <mediaedit/mediaedit.hpp>

#include <fstream>
#include <iostream>

int main(int count, char** words) {
    if (count != 4) return std::cerr << "preview_to_ppm PHOTO RECIPE RESULT.ppm\n", 2;
    auto preview = mediaedit::Preview::open(words[1]);
    const auto recipe = mediaedit::read_recipe(words[2]);
    if (!preview || !recipe)
        return std::cerr << (preview ? recipe.error() : preview.error()).message << '\n', 1;
    const auto view = preview->edited(*recipe, {}, {640, 480});
    if (!view) return std::cerr << view.error().message << '\n', 1;
    std::ofstream out(words[3], std::ios::binary);
    out << "P6\n" << view->size.width << ' ' << view->size.height << "\n255\n";
    for (std::size_t i = 0; i < view->rgba.size(); ++i)
        if (i % 4 != 3) out.put(static_cast<char>(view->rgba[i]));
}
