// Opens a window with the OpenGL that the computer has.
#include "platform/gl_renderer.hpp"
#include "platform/glfw/glfw_window.hpp"
#include "platform/window.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/result.hpp>

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace sunting {
namespace {

using mediaedit::Error;
using mediaedit::ErrorCode;
using mediaedit::tr;

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "";
}

/// The requested size at the desktop's scale, at most as large as the first screen.
std::pair<int, int> size_on_screen(const WindowOptions& options) {
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    if (!monitor) return {options.width, options.height};
    float scale_x = 1, scale_y = 1;
    glfwGetMonitorContentScale(monitor, &scale_x, &scale_y);
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    const auto fit = [](int wanted, float scale, int room) {
        const int scaled = static_cast<int>(static_cast<float>(wanted) * std::max(scale, 1.0F));
        return room > 0 ? std::min(scaled, room) : scaled;
    };
    return {fit(options.width, scale_x, width), fit(options.height, scale_y, height)};
}

/// Null when this computer lacks that version of OpenGL; the reason is added to `refusals`.
std::unique_ptr<Window> open_with(std::unique_ptr<Glfw>& glfw, OpenGl version,
                                  const WindowOptions& options, std::string& refusals) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, version == OpenGl::version_3_0 ? 3 : 2);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, version == OpenGl::version_3_0 ? 0 : 1);
    glfwWindowHint(GLFW_MAXIMIZED, GLFW_TRUE);  // most screens are small
    glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
    // ImGui needs neither, and more configurations are without.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "sunting");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "sunting");
    const auto [width, height] = size_on_screen(options);
    WindowHandle window(glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr));
    if (!window) {
        refusals += last_error() + "; ";
        return nullptr;
    }
    glfwMakeContextCurrent(window.get());
    auto renderer = GlRenderer::start(version);
    if (!renderer) {
        refusals += "ImGui refuses the context; ";
        return nullptr;
    }
    return make_glfw_window(std::move(glfw), std::move(window), std::move(renderer));
}

}  // namespace

mediaedit::Result<std::unique_ptr<Window>> open_window(const WindowOptions& options) {
    enum class Drawing { as_found, in_software };
    std::string refusals;
    for (const Drawing drawing : {Drawing::as_found, Drawing::in_software}) {
        // Mesa reads the variable when the display is opened, so GLFW is started again.
        if (drawing == Drawing::in_software) setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        auto glfw = std::make_unique<Glfw>();
        if (!glfw->running()) {
            return Error{ErrorCode::unsupported,
                         tr("The window could not be opened: there is no screen to show it on. "
                            "Your files are unchanged. Start the program from the desktop."),
                         "", last_error()};
        }
        for (const OpenGl version : {OpenGl::version_3_0, OpenGl::version_2_1}) {
            if (auto window = open_with(glfw, version, options, refusals)) return window;
        }
    }
    return Error{ErrorCode::unsupported,
                 tr("The window could not be opened: this computer lacks OpenGL 2.1, by which "
                    "programs draw on the screen. Your files are unchanged. Ask whoever "
                    "looks after this computer to install Mesa."),
                 "", refusals};
}

}  // namespace sunting
