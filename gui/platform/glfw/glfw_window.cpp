// The window of a real screen, by GLFW and OpenGL.
#include "platform/glfw/glfw_window.hpp"

#include "platform/glfw/frame_pacer.hpp"
#include "platform/glfw/glfw_keys.hpp"
#include "platform/imgui_setup.hpp"
#include "platform/input_queue.hpp"
#include "platform/last_drawn.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sunting {
namespace {

/// While the input queue is worked off, a picture is shown this often.
constexpr double queue_picture_s = 0.05;

struct CursorEnd {
    void operator()(GLFWcursor* cursor) const { glfwDestroyCursor(cursor); }
};

class GlfwWindow final : public Window {
public:
    GlfwWindow(std::unique_ptr<Glfw> glfw, WindowHandle window,
               std::unique_ptr<GlRenderer> renderer)
        : glfw_(std::move(glfw)),
          window_(std::move(window)),
          renderer_(std::move(renderer)),
          software_(renderer_->software()),
          pacer_(software_),
          setup_(*this) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendPlatformName = "sunting";
        io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
        glfwSwapInterval(software_ ? 0 : 1);
        listen();
    }

    bool begin_frame(double wait_s) override {
        // The rest of the queue does not wait, nor does input that arrives meanwhile.
        const bool in_queue = more_input();
        glfwPollEvents();
        if (!in_queue) pacer_.wait(window_.get(), wait_s);
        ImGuiIO& io = ImGui::GetIO();
        // Never shortened: a pause between two clicks must not look like a double click.
        io.DeltaTime = static_cast<float>(std::max(pacer_.begin_frame(), 0.001));
        int width = 0, height = 0, width_px = 0, height_px = 0;
        glfwGetWindowSize(window_.get(), &width, &height);
        glfwGetFramebufferSize(window_.get(), &width_px, &height_px);
        if (width > 0 && height > 0) {
            io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
            io.DisplayFramebufferScale = ImVec2(static_cast<float>(width_px) / io.DisplaySize.x,
                                                static_cast<float>(height_px) / io.DisplaySize.y);
        }
        queue_.step(io);
        renderer_->begin_frame();
        return glfwWindowShouldClose(window_.get()) == GLFW_FALSE;
    }

    bool more_input() const override { return !queue_.empty(); }

    void end_frame() override {
        show_cursor();
        if (minimised()) return;
        if (more_input() && pacer_.seconds_since_picture() < queue_picture_s) return;
        int width_px = 0, height_px = 0;
        glfwGetFramebufferSize(window_.get(), &width_px, &height_px);
        if (!drawn_.is_new(*ImGui::GetDrawData(), width_px, height_px)) return;
        renderer_->draw(width_px, height_px);
        glfwSwapBuffers(window_.get());
        pacer_.picture_shown();
    }

    void wake() override { pacer_.wake(); }

    TextureId make_texture(int width, int height, const unsigned char* rgba) override {
        return renderer_->make_texture(width, height, rgba);
    }
    void update_texture(TextureId texture, int width, int height,
                        const unsigned char* rgba) override {
        renderer_->update_texture(texture, width, height, rgba);
        drawn_.forget();
    }
    void drop_texture(TextureId texture) override {
        renderer_->drop_texture(texture);
        drawn_.forget();  // another texture may get its id
    }
    void rebuild_fonts() override {
        renderer_->rebuild_fonts();
        drawn_.forget();
    }

    std::vector<std::filesystem::path> take_dropped_files() override {
        return std::exchange(dropped_, {});
    }

    float content_scale() const override {
        float x = 1, y = 1;
        glfwGetWindowContentScale(window_.get(), &x, &y);
        return x > 0 ? x : 1;
    }

    std::string renderer() const override { return renderer_->name(); }
    bool software_renderer() const override { return software_; }
    bool minimised() const override {
        return glfwGetWindowAttrib(window_.get(), GLFW_ICONIFIED) == GLFW_TRUE;
    }
    void set_title(const std::string& title) override {
        glfwSetWindowTitle(window_.get(), title.c_str());
    }

    std::string clipboard() const override {
        const char* text = glfwGetClipboardString(window_.get());
        return text ? text : "";
    }
    void set_clipboard(const std::string& text) override {
        glfwSetClipboardString(window_.get(), text.c_str());
    }

    void set_letters(std::function<unsigned(char32_t)> letter_of) override {
        queue_.set_letters(std::move(letter_of));
    }
    void cancel_close() override { glfwSetWindowShouldClose(window_.get(), GLFW_FALSE); }

private:
    static GlfwWindow& self(GLFWwindow* window) {
        return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
    }

    void take(const InputEvent& event) {
        queue_.push(event);
        pacer_.input_came();
    }

    /// The screen may have lost what it showed.
    void draw_again() {
        drawn_.forget();
        pacer_.input_came();
    }

    void listen() {
        GLFWwindow* const window = window_.get();
        glfwSetWindowUserPointer(window, this);
        glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
            self(w).take(PointerAt{static_cast<float>(x), static_cast<float>(y)});
        });
        glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
            if (!entered) self(w).take(PointerLeft{});
        });
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
            self(w).take(ButtonStroke{button, action == GLFW_RELEASE ? Stroke::up : Stroke::down});
        });
        glfwSetKeyCallback(window, [](GLFWwindow* w, int glfw_key, int, int action, int) {
            const auto key = to_key(glfw_key);
            if (!key) return;
            if (action == GLFW_REPEAT) self(w).take(KeyHeld{*key});
            else self(w).take(KeyStroke{*key, action == GLFW_RELEASE ? Stroke::up : Stroke::down});
        });
        glfwSetCharCallback(
            window, [](GLFWwindow* w, unsigned character) { self(w).take(Typed{character}); });
        glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
            self(w).take(Wheel{static_cast<float>(x), static_cast<float>(y)});
        });
        glfwSetWindowFocusCallback(
            window, [](GLFWwindow* w, int focused) { self(w).take(Focus{focused == GLFW_TRUE}); });
        glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
            self(w).dropped_.insert(self(w).dropped_.end(), paths, paths + count);
            self(w).pacer_.input_came();
        });
        glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { self(w).pacer_.input_came(); });
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { self(w).draw_again(); });
        glfwSetFramebufferSizeCallback(window,
                                       [](GLFWwindow* w, int, int) { self(w).draw_again(); });
        glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { self(w).draw_again(); });
        glfwSetWindowContentScaleCallback(
            window, [](GLFWwindow* w, float, float) { self(w).pacer_.input_came(); });
    }

    void show_cursor() {
        const int shape = cursor_shape(ImGui::GetMouseCursor());
        if (shape == shape_) return;
        shape_ = shape;
        std::unique_ptr<GLFWcursor, CursorEnd> cursor(glfwCreateStandardCursor(shape));
        glfwSetCursor(window_.get(), cursor.get());
        cursor_ = std::move(cursor);
    }

    std::unique_ptr<Glfw> glfw_;
    WindowHandle window_;
    std::unique_ptr<GLFWcursor, CursorEnd> cursor_;
    std::unique_ptr<GlRenderer> renderer_;
    bool software_;
    FramePacer pacer_;
    LastDrawn drawn_;
    ImguiSetup setup_;
    InputQueue queue_;
    std::vector<std::filesystem::path> dropped_;
    int shape_ = GLFW_ARROW_CURSOR;
};

}  // namespace

std::unique_ptr<Window> make_glfw_window(std::unique_ptr<Glfw> glfw, WindowHandle window,
                                         std::unique_ptr<GlRenderer> renderer) {
    return std::make_unique<GlfwWindow>(std::move(glfw), std::move(window), std::move(renderer));
}

}  // namespace sunting
