// The interface of the window: it waits, passes input to ImGui and shows frames. It hides GLFW and
// OpenGL.
#pragma once

#include <filesystem>
#include <functional>
#include <mediaedit/result.hpp>
#include <memory>
#include <string>
#include <vector>

namespace sunting {

/// An ImTextureID.
using TextureId = void*;

struct WindowOptions {
    int width = 1280, height = 700;  ///< px at 100 %; reduced to fit the screen
    std::string title;
    bool visible = true;
};

/// One frame is
///     window.begin_frame(wait_s); ImGui::NewFrame(); ...; ImGui::Render(); window.end_frame();
/// It owns nothing of ImGui, but fills ImGui's IO: an ImGui context must be current from before the
/// window is made until after it is destroyed. Threads: the one that made it; wake() from any.
class Window {
public:
    Window() = default;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    virtual ~Window() = default;

    /// Waits for input or a wake-up, at most `wait_s` (negative: no limit, 0: not at all), then
    /// passes one step of the input queue to ImGui. After input it returns a few more times without
    /// waiting, since ImGui needs some frames to settle. It may wait some milliseconds more to
    /// limit the frame rate. False when the person closes the window; the frame may be drawn
    /// anyway.
    virtual bool begin_frame(double wait_s) = 0;

    /// Whether the queue still holds events: the next frame must follow at once.
    virtual bool more_input() const = 0;

    /// Draws ImGui::GetDrawData and presents it.
    virtual void end_frame() = 0;

    /// Makes the current or next begin_frame return. Threads: any.
    virtual void wake() = 0;

    /// Shapes: rgba[height][width][4]. Filtered linearly, clamped at the edges. No side over 2048
    /// px, the limit of old graphics hardware.
    virtual TextureId make_texture(int width, int height, const unsigned char* rgba) = 0;
    /// Replaces the pixels; the size stays.
    virtual void update_texture(TextureId texture, int width, int height,
                                const unsigned char* rgba) = 0;
    /// Not between drawing it with ImGui and end_frame.
    virtual void drop_texture(TextureId texture) = 0;

    /// Uploads ImGui's font atlas again after it changed. Not between NewFrame and end_frame.
    virtual void rebuild_fonts() = 0;

    virtual std::vector<std::filesystem::path> take_dropped_files() = 0;

    /// The scale factor of the desktop; 1 is normal.
    virtual float content_scale() const = 0;

    virtual std::string renderer() const = 0;  ///< for the log
    virtual bool software_renderer() const = 0;
    virtual bool minimised() const = 0;
    virtual void set_title(const std::string& title) = 0;

    virtual std::string clipboard() const = 0;
    virtual void set_clipboard(const std::string& text) = 0;

    /// Gives the letter that stands for a typed character above U+FFFF, which ImGui does not know.
    virtual void set_letters(std::function<unsigned(char32_t)> letter_of) = 0;

    /// begin_frame returns true again.
    virtual void cancel_close() = 0;
};

/// A window with OpenGL 3.0, else 2.1, else the same in software. Errors: unsupported: no screen,
/// or no OpenGL. Threads: the main thread, before others are started: software drawing is chosen by
/// setting an environment variable.
mediaedit::Result<std::unique_ptr<Window>> open_window(const WindowOptions& options);

}  // namespace sunting
