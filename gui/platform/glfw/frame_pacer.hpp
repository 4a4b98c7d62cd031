// When the next frame of a window is drawn.
#pragma once

#include <GLFW/glfw3.h>

#include <atomic>
#include <limits>

namespace sunting {

/// Waits for input, wake-ups and deadlines, and leaves time for other programs between frames.
/// Threads: the window's, except `wake`.
class FramePacer {
public:
    /// `software`: OpenGL draws on the processor.
    explicit FramePacer(bool software);

    void input_came() { happened_ = true; }
    /// Threads: any.
    void wake();
    void picture_shown() { shown_ = glfwGetTime(); }

    /// Returns when a frame is due, at the latest after `wait_s` seconds; negative: no limit.
    void wait(GLFWwindow* window, double wait_s);
    /// Returns the seconds since the last frame began.
    double begin_frame();
    [[nodiscard]] double seconds_since_picture() const { return glfwGetTime() - shown_; }

private:
    static constexpr double never = std::numeric_limits<double>::infinity();

    double least_frame_s_;
    bool happened_ = true;
    std::atomic<bool> woken_ = false;
    int owed_ = 0;      ///< frames that are drawn without waiting
    double begun_ = 0;  ///< when the last frame began
    double shown_ = 0;  ///< when the last picture was shown
    double settle_at_ = never;
};

}  // namespace sunting
