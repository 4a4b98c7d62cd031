// A window that draws into memory, for screenshots in tests and documentation.
#include "platform/egl_window.hpp"
#include "platform/gl_renderer.hpp"

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace sunting {
namespace {

using mediaedit::Error;
using mediaedit::ErrorCode;

/// A display and a current OpenGL context without a surface.
class EglContext {
public:
    /// Null when this computer has none.
    static std::unique_ptr<EglContext> make() {
        std::unique_ptr<EglContext> made(new EglContext);
        made->display_ = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (made->display_ == EGL_NO_DISPLAY || !eglInitialize(made->display_, nullptr, nullptr) ||
            !eglBindAPI(EGL_OPENGL_API))
            return nullptr;
        constexpr std::array<EGLint, 5> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                               EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint found = 0;
        if (!eglChooseConfig(made->display_, wanted.data(), &config, 1, &found) || found < 1)
            return nullptr;
        constexpr std::array<EGLint, 5> version{EGL_CONTEXT_MAJOR_VERSION, 3,
                                                EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
        made->context_ = eglCreateContext(made->display_, config, EGL_NO_CONTEXT, version.data());
        if (made->context_ == EGL_NO_CONTEXT ||
            !eglMakeCurrent(made->display_, EGL_NO_SURFACE, EGL_NO_SURFACE, made->context_))
            return nullptr;
        return made;
    }
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;
    ~EglContext() {
        if (display_ == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
        // The display stays open for the next window: closing it would make Mesa unload its driver,
        // which leaks memory then.
    }

private:
    EglContext() = default;

    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
};

/// The framebuffer that replaces the screen.
class Canvas {
public:
    Canvas(int width, int height) : width_(width), height_(height) {
        glGenFramebuffers(1, &frame_);
        glGenRenderbuffers(1, &colours_);
        glBindRenderbuffer(GL_RENDERBUFFER, colours_);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, frame_);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas() {
        glDeleteFramebuffers(1, &frame_);
        glDeleteRenderbuffers(1, &colours_);
    }

    int width() const { return width_; }
    int height() const { return height_; }
    bool complete() const {
        return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }

    std::vector<unsigned char> read() const {
        const auto row = static_cast<std::size_t>(width_) * 3;
        std::vector<unsigned char> rgb(row * static_cast<std::size_t>(height_));
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, rgb.data());
        // OpenGL counts rows from below.
        for (auto top = rgb.begin(), bottom = rgb.end() - static_cast<std::ptrdiff_t>(row);
             top < bottom;
             top += static_cast<std::ptrdiff_t>(row), bottom -= static_cast<std::ptrdiff_t>(row)) {
            std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
        }
        return rgb;
    }

private:
    int width_, height_;
    GLuint frame_ = 0, colours_ = 0;
};

class MemoryWindow final : public EglWindow {
public:
    MemoryWindow(std::unique_ptr<EglContext> context, std::unique_ptr<GlRenderer> renderer,
                 int width, int height)
        : EglWindow(width, height), context_(std::move(context)), renderer_(std::move(renderer)) {
        canvas_.emplace(width, height);
    }

    bool complete() const { return canvas_->complete(); }

    bool begin_frame(double wait_s) override {
        if (width() != canvas_->width() || height() != canvas_->height())
            canvas_.emplace(width(), height());
        // The backend fills the font atlas, so it starts first.
        renderer_->begin_frame();
        return EglWindow::begin_frame(wait_s);
    }
    void end_frame() override {
        renderer_->draw(width(), height());
        EglWindow::end_frame();
    }

    TextureId make_texture(int width, int height, const unsigned char* rgba) override {
        return renderer_->make_texture(width, height, rgba);
    }
    void update_texture(TextureId texture, int width, int height,
                        const unsigned char* rgba) override {
        renderer_->update_texture(texture, width, height, rgba);
    }
    void drop_texture(TextureId texture) override { renderer_->drop_texture(texture); }
    void rebuild_fonts() override { renderer_->rebuild_fonts(); }
    std::string renderer() const override { return renderer_->name(); }
    bool software_renderer() const override { return renderer_->software(); }

    std::vector<unsigned char> read_pixels() const override { return canvas_->read(); }

private:
    std::unique_ptr<EglContext> context_;
    std::unique_ptr<GlRenderer> renderer_;
    std::optional<Canvas> canvas_;
};

}  // namespace

mediaedit::Result<std::unique_ptr<EglWindow>> open_egl_window(int width, int height) {
    const auto lacks = [](const char* what) {
        return Error{ErrorCode::unsupported,
                     std::string("Nothing can be drawn without a screen: ") + what, "", ""};
    };
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    auto context = EglContext::make();
    if (!context) return lacks("Mesa's EGL (libegl-mesa0) with OpenGL 3.0 is missing.");
    auto renderer = GlRenderer::start(OpenGl::version_3_0);
    if (!renderer) return lacks("ImGui refuses this OpenGL.");
    auto window =
        std::make_unique<MemoryWindow>(std::move(context), std::move(renderer), width, height);
    if (!window->complete()) return lacks("there is no picture to draw on.");
    return std::unique_ptr<EglWindow>(std::move(window));
}

}  // namespace sunting
