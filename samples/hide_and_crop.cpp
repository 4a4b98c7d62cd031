// A square without the faces that are found: hide_and_crop PHOTO RESULT
#include <mediaedit/mediaedit.hpp>

#include <iostream>

int main(int count, char** words) {
    if (count != 3) return std::cerr << "hide_and_crop PHOTO RESULT\n", 2;
    mediaedit::Recipe recipe;
    recipe.hide_faces = mediaedit::HideWith::pixels;
    recipe.canvas = mediaedit::Canvas{.size = {1080, 1080}};
    const auto report = mediaedit::export_media(words[1], recipe, {words[2]});
    if (!report) return std::cerr << report.error().message << '\n', 1;
    for (const auto& note : report->notes) std::cout << note.message << '\n';
}
