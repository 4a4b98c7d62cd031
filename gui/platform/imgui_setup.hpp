// Settings of ImGui's IO that all windows share: keys, key repeat, clipboard.
#pragma once

#include <string>

namespace sunting {

class Window;

/// While it lives, the current ImGui context uses the keys of keys.hpp and the clipboard of
/// `window`.
class ImguiSetup {
public:
    explicit ImguiSetup(Window& window);
    ImguiSetup(const ImguiSetup&) = delete;
    ImguiSetup& operator=(const ImguiSetup&) = delete;
    ~ImguiSetup();

private:
    Window& window_;
    std::string pasted_;  ///< ImGui keeps a pointer to it until the next call
};

}  // namespace sunting
