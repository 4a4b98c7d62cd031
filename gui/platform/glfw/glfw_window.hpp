// The window of a real screen, by GLFW and OpenGL.
#pragma once

#include "platform/gl_renderer.hpp"
#include "platform/window.hpp"

#include <GLFW/glfw3.h>

#include <memory>

namespace sunting {

struct WindowEnd {
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using WindowHandle = std::unique_ptr<GLFWwindow, WindowEnd>;

/// Starts GLFW, and ends it.
class Glfw {
public:
    Glfw() : running_(glfwInit() == GLFW_TRUE) {}
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
    ~Glfw() {
        if (running_) glfwTerminate();
    }
    [[nodiscard]] bool running() const { return running_; }

private:
    bool running_;
};

/// `window` has the current OpenGL context.
std::unique_ptr<Window> make_glfw_window(std::unique_ptr<Glfw> glfw, WindowHandle window,
                                         std::unique_ptr<GlRenderer> renderer);

}  // namespace sunting
