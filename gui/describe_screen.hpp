// The screen as text, one line for each widget: for tests that use the program as people do, and
// for bug reports.
#pragma once

#include "view/widgets/widgets.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sunting {

/// "button home.photo 18 120 336 326 enabled Photo of an activity"
std::string describe(const std::vector<Widget>& widgets);

/// Writes the description into a file whenever the screen changes.
class ScreenDescription {
public:
    explicit ScreenDescription(std::filesystem::path file) : file_(std::move(file)) {}
    void operator()(const std::vector<Widget>& widgets);

private:
    std::filesystem::path file_;
    std::string last_;
};

}  // namespace sunting
