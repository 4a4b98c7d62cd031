// What the program stores about the person and the computer.
#pragma once

#include <mediaedit/village.hpp>

#include <filesystem>
#include <string>

namespace sunting {

struct Settings {
    std::string language = "id";  ///< of the window, and of captions: "id" or "en"
    int size_percent = 100;       ///< of the whole interface: 100, 150, 200
    bool dark = false;
    bool high_contrast = false;
    bool audio = true;
    bool greeted = false;  ///< the questions of the first start were answered or skipped
    mediaedit::Village village{};
    std::filesystem::path results{};     ///< empty: the person's pictures folder
    double encoded_pixels_per_s = 40e6;  ///< measured at the last save of a video, for estimates
    bool operator==(const Settings&) const = default;
};

}  // namespace sunting
