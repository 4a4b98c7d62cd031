// The window of a real screen, by GLFW and OpenGL.
#include "platform/gl_renderer.hpp"
#include "platform/imgui_setup.hpp"
#include "platform/input_queue.hpp"
#include "platform/last_drawn.hpp"
#include "platform/window.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <mediaedit/language.hpp>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

namespace sunting {
namespace {

using mediaedit::Error;
using mediaedit::ErrorCode;
using mediaedit::tr;

constexpr double never = std::numeric_limits<double>::infinity();
/// ImGui sizes and places some things by the frame before.
constexpr int frames_after_input = 3;
/// A frame in software may take all of one core: 30 a second leave something for others. On real
/// graphics this holds back only mice that report a thousand places a second where nothing waits
/// for the screen.
constexpr double least_software_s = 0.033, least_hardware_s = 0.008;
/// Between two frames others get their turn, however long a frame takes.
constexpr double least_pause_s = 0.004;
/// While the queue is worked off, a picture this often is enough.
constexpr double queue_picture_s = 0.05;
/// What a wake-up brought may need another frame to settle. A film wakes 30 times a second and
/// brings that frame itself.
constexpr double settle_after_wake_s = 0.1;

static_assert(number(Key::space) == GLFW_KEY_SPACE && number(Key::plus) == GLFW_KEY_EQUAL &&
              number(Key::a) == GLFW_KEY_A && number(Key::z) == GLFW_KEY_Z &&
              number(Key::escape) == GLFW_KEY_ESCAPE && number(Key::remove) == GLFW_KEY_DELETE &&
              number(Key::up) == GLFW_KEY_UP && number(Key::end) == GLFW_KEY_END &&
              number(Key::f1) == GLFW_KEY_F1 && number(Key::f11) == GLFW_KEY_F11 &&
              number(Key::left_shift) == GLFW_KEY_LEFT_SHIFT &&
              number(Key::right_super) == GLFW_KEY_RIGHT_SUPER && GLFW_KEY_LAST < 512);

std::optional<Key> to_key(int glfw) {
    switch (glfw) {
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_KP_ADD: return Key::plus;
        case GLFW_KEY_KP_SUBTRACT: return Key::minus;
        case GLFW_KEY_KP_0: return Key::digit_0;
        default: break;
    }
    const auto key = static_cast<Key>(glfw);
    switch (key) {
        case Key::space:
        case Key::minus:
        case Key::digit_0:
        case Key::plus:
        case Key::a:
        case Key::c:
        case Key::o:
        case Key::s:
        case Key::v:
        case Key::x:
        case Key::y:
        case Key::z:
        case Key::escape:
        case Key::enter:
        case Key::tab:
        case Key::backspace:
        case Key::insert:
        case Key::remove:
        case Key::right:
        case Key::left:
        case Key::down:
        case Key::up:
        case Key::page_up:
        case Key::page_down:
        case Key::home:
        case Key::end:
        case Key::f1:
        case Key::f11:
        case Key::left_shift:
        case Key::left_control:
        case Key::left_alt:
        case Key::left_super:
        case Key::right_shift:
        case Key::right_control:
        case Key::right_alt:
        case Key::right_super: return key;
    }
    return std::nullopt;
}

int shape_of(ImGuiMouseCursor cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_TextInput: return GLFW_IBEAM_CURSOR;
        case ImGuiMouseCursor_ResizeNS: return GLFW_VRESIZE_CURSOR;
        case ImGuiMouseCursor_ResizeEW: return GLFW_HRESIZE_CURSOR;
        case ImGuiMouseCursor_Hand: return GLFW_HAND_CURSOR;
        case ImGuiMouseCursor_ResizeAll: return GLFW_CROSSHAIR_CURSOR;
        default: return GLFW_ARROW_CURSOR;
    }
}

struct WindowEnd {
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using WindowHandle = std::unique_ptr<GLFWwindow, WindowEnd>;

struct CursorEnd {
    void operator()(GLFWcursor* cursor) const { glfwDestroyCursor(cursor); }
};

/// GLFW from its start to its end.
class Glfw {
public:
    Glfw() : running_(glfwInit() == GLFW_TRUE) {}
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
    ~Glfw() {
        if (running_) glfwTerminate();
    }
    bool running() const { return running_; }

private:
    bool running_;
};

class GlfwWindow final : public Window {
public:
    GlfwWindow(std::unique_ptr<Glfw> glfw, WindowHandle window,
               std::unique_ptr<GlRenderer> renderer)
        : glfw_(std::move(glfw)),
          window_(std::move(window)),
          renderer_(std::move(renderer)),
          software_(renderer_->software()),
          setup_(*this) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendPlatformName = "sunting";
        io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
        glfwSwapInterval(software_ ? 0 : 1);
        listen();
    }

    bool begin_frame(double wait_s) override {
        wait(wait_s);
        ImGuiIO& io = ImGui::GetIO();
        const double now = glfwGetTime();
        // Never shortened: a pause between two clicks must not look like a double click.
        io.DeltaTime = static_cast<float>(std::max(now - begun_, 0.001));
        begun_ = now;
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
        if (more_input() && glfwGetTime() - shown_ < queue_picture_s) return;
        int width_px = 0, height_px = 0;
        glfwGetFramebufferSize(window_.get(), &width_px, &height_px);
        if (!drawn_.is_new(*ImGui::GetDrawData(), width_px, height_px)) return;
        renderer_->draw(width_px, height_px);
        glfwSwapBuffers(window_.get());
        shown_ = glfwGetTime();
    }

    void wake() override {
        woken_ = true;
        glfwPostEmptyEvent();
    }

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
        drawn_.forget();  // another may get its number
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
        happened_ = true;
    }

    /// The screen may have lost what it showed.
    void draw_again() {
        drawn_.forget();
        happened_ = true;
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
            self(w).happened_ = true;
        });
        glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { self(w).happened_ = true; });
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { self(w).draw_again(); });
        glfwSetFramebufferSizeCallback(window,
                                       [](GLFWwindow* w, int, int) { self(w).draw_again(); });
        glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { self(w).draw_again(); });
        glfwSetWindowContentScaleCallback(
            window, [](GLFWwindow* w, float, float) { self(w).happened_ = true; });
    }

    void wait(double wait_s) {
        // The rest of a queue is not waited for, nor what arrives meanwhile.
        const bool in_queue = more_input();
        glfwPollEvents();
        if (in_queue) return;

        const double deadline = wait_s < 0 ? never : glfwGetTime() + wait_s;
        const double earliest = std::max(begun_ + (software_ ? least_software_s : least_hardware_s),
                                         shown_ + least_pause_s);
        bool wanted = false;
        for (;;) {
            const double now = glfwGetTime();
            if (std::exchange(happened_, false)) {
                wanted = true;
                owed_ = frames_after_input + 1;
            }
            if (woken_.exchange(false)) {
                wanted = true;
                settle_at_ = now + settle_after_wake_s;
            }
            // A minimised window shows nothing that could settle.
            if (minimised()) owed_ = std::min(owed_, 1);
            if (now >= settle_at_) {
                wanted = true;
                settle_at_ = never;
            }
            wanted = wanted || owed_ > 0 || now >= deadline;
            if (wanted && now >= earliest) break;
            // GLFW also returns for what concerns nobody, hence the loop.
            const double until =
                wanted ? earliest : std::max(std::min(deadline, settle_at_), earliest);
            if (until == never) glfwWaitEvents();
            else glfwWaitEventsTimeout(std::max(until - now, 0.0));
        }
        if (owed_ > 0) --owed_;
    }

    void show_cursor() {
        const int shape = shape_of(ImGui::GetMouseCursor());
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
    LastDrawn drawn_;
    ImguiSetup setup_;
    InputQueue queue_;
    std::vector<std::filesystem::path> dropped_;
    int shape_ = GLFW_ARROW_CURSOR;
    bool happened_ = true;
    std::atomic<bool> woken_ = false;
    int owed_ = 0;      ///< frames that are drawn without waiting
    double begun_ = 0;  ///< when the last frame began
    double shown_ = 0;  ///< when the last picture was shown
    double settle_at_ = never;
};

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "";
}

/// The size that is wanted, at the desktop's scale, as far as the first screen has room.
std::pair<int, int> size_on_screen(const WindowWishes& wishes) {
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    if (!monitor) return {wishes.width, wishes.height};
    float scale_x = 1, scale_y = 1;
    glfwGetMonitorContentScale(monitor, &scale_x, &scale_y);
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    const auto fit = [](int wish, float scale, int room) {
        const int scaled = static_cast<int>(static_cast<float>(wish) * std::max(scale, 1.0F));
        return room > 0 ? std::min(scaled, room) : scaled;
    };
    return {fit(wishes.width, scale_x, width), fit(wishes.height, scale_y, height)};
}

/// One try. Null when this computer does not have that OpenGL; `refusals` gets the reason.
std::unique_ptr<Window> open_with(std::unique_ptr<Glfw>& glfw, OpenGl version,
                                  const WindowWishes& wishes, std::string& refusals) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, version == OpenGl::version_3_0 ? 3 : 2);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, version == OpenGl::version_3_0 ? 0 : 1);
    glfwWindowHint(GLFW_MAXIMIZED, GLFW_TRUE);  // small screens are the usual ones
    glfwWindowHint(GLFW_VISIBLE, wishes.visible ? GLFW_TRUE : GLFW_FALSE);
    // ImGui needs neither, and without them there is more to choose from.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "sunting");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "sunting");
    const auto [width, height] = size_on_screen(wishes);
    WindowHandle window(glfwCreateWindow(width, height, wishes.title.c_str(), nullptr, nullptr));
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
    return std::make_unique<GlfwWindow>(std::move(glfw), std::move(window), std::move(renderer));
}

}  // namespace

mediaedit::Result<std::unique_ptr<Window>> open_window(const WindowWishes& wishes) {
    enum class Drawing { as_found, in_software };
    std::string refusals;
    for (const Drawing drawing : {Drawing::as_found, Drawing::in_software}) {
        // Mesa reads it when the screen is opened, so GLFW starts anew.
        if (drawing == Drawing::in_software) setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        auto glfw = std::make_unique<Glfw>();
        if (!glfw->running()) {
            return Error{ErrorCode::unsupported,
                         tr("The window could not be opened: there is no screen to show it on. "
                            "Your files are unchanged. Start the program from the desktop."),
                         "", last_error()};
        }
        for (const OpenGl version : {OpenGl::version_3_0, OpenGl::version_2_1}) {
            if (auto window = open_with(glfw, version, wishes, refusals)) return window;
        }
    }
    return Error{ErrorCode::unsupported,
                 tr("The window could not be opened: this computer lacks OpenGL 2.1, by which "
                    "programs draw on the screen. Your files are unchanged. Ask whoever "
                    "looks after this computer to install Mesa."),
                 "", refusals};
}

}  // namespace sunting
