// A window that draws into memory, for screenshots in tests and documentation.
#pragma once

#include "platform/headless_window.hpp"

#include <memory>
#include <vector>

namespace sunting {

/// Used like HeadlessWindow, but textures() stays empty.
class EglWindow : public HeadlessWindow {
public:
    /// The pixels of the last end_frame. Shapes: rgb[height][width][3], top row first.
    virtual std::vector<unsigned char> read_pixels() const = 0;

protected:
    using HeadlessWindow::HeadlessWindow;
};

/// Draws in software, so that all computers draw the same. Needs Mesa, but no screen and no
/// graphics card. Errors: unsupported: no such EGL or OpenGL; the message is for developers.
/// Threads: as open_window.
mediaedit::Result<std::unique_ptr<EglWindow>> open_egl_window(int width, int height);

}  // namespace sunting
