// A photo and a video that the tests of the model choose.
#pragma once

#include "states.hpp"

#include <filesystem>

namespace sunting::test {

inline const std::filesystem::path photo{"/media/ibu/HP/DCIM/foto.jpg"},
    film{"/media/ibu/HP/DCIM/film.mp4"};

inline Scenario chosen_photo() {
    Scenario scenario;
    scenario.does(Begin{Task::photo}).does(ToggleFile{photo}).knows_photo(photo);
    return scenario;
}

}  // namespace sunting::test
