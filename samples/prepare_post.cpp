// One photo, two posts: prepare_post PHOTO FOLDER
#include <mediaedit/mediaedit.hpp>

#include <iostream>
#include <vector>

int main(int count, char** words) {
    if (count != 3) return std::cerr << "prepare_post PHOTO FOLDER\n", 2;
    mediaedit::Recipe recipe;
    recipe.overlays = {mediaedit::TextOverlay{.text = "Kerja bakti, Minggu 07.00"}};
    std::vector<mediaedit::Placement> places;
    for (const char* id : {"instagram-feed-portrait", "facebook-link"})
        places.push_back(mediaedit::find_placement(id).value());
    for (const auto& report : mediaedit::prepare(words[1], recipe, places, words[2],
                                                 {.if_exists = mediaedit::IfExists::number}))
        std::cout << (report ? report->file.string() : report.error().message) << '\n';
}
