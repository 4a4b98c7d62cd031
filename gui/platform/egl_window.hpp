// A window that draws into memory, as the screen would show it: for pictures to compare with and
// pictures for the documentation.
#pragma once

#include "platform/headless_window.hpp"

#include <memory>
#include <vector>

namespace sunting {

/// Used as HeadlessWindow is, except that textures() knows nothing.
class EglWindow : public HeadlessWindow {
public:
    /// What the last end_frame drew.
    /// Shapes: rgb[height][width][3], the top row first.
    virtual std::vector<unsigned char> read_pixels() const = 0;

protected:
    using HeadlessWindow::HeadlessWindow;
};

/// Draws in software, so that every computer draws the same; needs Mesa, but neither a screen nor a
/// graphics card. Errors: unsupported: no such EGL or OpenGL. Its message is for developers.
/// Threads: as open_window.
mediaedit::Result<std::unique_ptr<EglWindow>> open_egl_window(int width, int height);

}  // namespace sunting
