// What a photo lacks for each placement: what_does_not_fit PHOTO
#include <mediaedit/mediaedit.hpp>

#include <iostream>

int main(int count, char** words) {
    if (count != 2) return std::cerr << "what_does_not_fit PHOTO\n", 2;
    const auto info = mediaedit::probe(words[1]);
    if (!info) return std::cerr << info.error().message << '\n', 1;
    for (const auto& placement : mediaedit::placements())
        for (const auto& finding : mediaedit::check(*info, placement))
            std::cout << placement.id << ": " << finding.message << '\n';
}
