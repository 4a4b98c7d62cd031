// What every window sets in ImGui's IO: the keys, who repeats them, and the clipboard.
#pragma once

#include <string>

namespace sunting {

class Window;

/// From its making to its end the current ImGui context uses the keys of keys.hpp and the clipboard
/// of `window`.
class ImguiSetup {
public:
    explicit ImguiSetup(Window& window);
    ImguiSetup(const ImguiSetup&) = delete;
    ImguiSetup& operator=(const ImguiSetup&) = delete;
    ~ImguiSetup();

private:
    Window& window_;
    std::string pasted_;  ///< ImGui keeps a pointer to it until it asks again
};

}  // namespace sunting
