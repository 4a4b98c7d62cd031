// The window as the rest of the program sees it: it waits, brings input, shows pictures, and hides
// GLFW and OpenGL.
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

struct WindowWishes {
    int width = 1280, height = 700;  ///< px at normal size; made smaller to fit the screen
    std::string title;
    bool visible = true;
};

/// One frame is
///     window.begin_frame(wait_s); ImGui::NewFrame(); ...; ImGui::Render(); window.end_frame();
/// Owns nothing of ImGui but fills its IO: an ImGui context must be current from before the window
/// is made until after it is gone. Threads: the one that made it, but for wake().
class Window {
public:
    Window() = default;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    virtual ~Window() = default;

    /// Waits until something happens, at most `wait_s` (negative: without end, 0: not at all), then
    /// moves ImGui's input on by one step of the queue. After input it returns a few more times
    /// without waiting, since ImGui needs them to settle; and it may wait some milliseconds more,
    /// so that no computer draws more often than it can. False when a close was asked for; the
    /// frame may be drawn all the same.
    virtual bool begin_frame(double wait_s) = 0;

    /// Whether the queue holds events still: draw again at once.
    virtual bool more_input() const = 0;

    /// Draws ImGui::GetDrawData and shows it.
    virtual void end_frame() = 0;

    /// Makes begin_frame return, now or when it is next called. Threads: any.
    virtual void wake() = 0;

    /// Shapes: rgba[height][width][4]. Filtered linearly, clamped at the edges. No side over 2048
    /// px: old graphics end there.
    virtual TextureId make_texture(int width, int height, const unsigned char* rgba) = 0;
    /// New pixels of the same size.
    virtual void update_texture(TextureId texture, int width, int height,
                                const unsigned char* rgba) = 0;
    /// Not between the call of ImGui that shows it and end_frame.
    virtual void drop_texture(TextureId texture) = 0;

    /// After ImGui's font atlas changed: uploads it again. Not between NewFrame and end_frame.
    virtual void rebuild_fonts() = 0;

    virtual std::vector<std::filesystem::path> take_dropped_files() = 0;

    /// How much larger than normal the person's desktop wants everything.
    virtual float content_scale() const = 0;

    virtual std::string renderer() const = 0;  ///< for the log
    virtual bool software_renderer() const = 0;
    virtual bool minimised() const = 0;
    virtual void set_title(const std::string& title) = 0;

    virtual std::string clipboard() const = 0;
    virtual void set_clipboard(const std::string& text) = 0;

    /// For typed characters beyond U+FFFF, which ImGui does not know: the letter that stands for
    /// each.
    virtual void set_letters(std::function<unsigned(char32_t)> letter_of) = 0;

    /// Makes begin_frame true again.
    virtual void cancel_close() = 0;
};

/// A window with OpenGL 3.0, else 2.1, else the same in software.
/// Errors: unsupported: no screen, or no OpenGL at all.
/// Threads: the first one, before others are started: the way into software sets an environment
/// variable.
mediaedit::Result<std::unique_ptr<Window>> open_window(const WindowWishes& wishes);

}  // namespace sunting
