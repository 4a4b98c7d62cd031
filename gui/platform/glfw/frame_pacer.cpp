// When the next frame of a window is drawn.
#include "platform/glfw/frame_pacer.hpp"

#include <algorithm>
#include <utility>

namespace sunting {

namespace {

/// ImGui sizes and places some things by the frame before.
constexpr int frames_after_input = 3;
/// Drawing in software may take a whole core: 30 frames a second leave time for other programs. On
/// graphics hardware the limit only matters for mice that report 1000 positions a second where
/// drawing does not wait for the screen.
constexpr double least_software_s = 0.033, least_hardware_s = 0.008;
/// Other programs get this much time between frames, however long a frame takes.
constexpr double least_pause_s = 0.004;
/// After a wake-up ImGui may need one more frame to settle. While a video plays, the next wake-up
/// brings that frame: there are 30 a second.
constexpr double settle_after_wake_s = 0.1;

bool is_minimised(GLFWwindow* window) {
    return glfwGetWindowAttrib(window, GLFW_ICONIFIED) == GLFW_TRUE;
}

}  // namespace

FramePacer::FramePacer(bool software)
    : least_frame_s_(software ? least_software_s : least_hardware_s) {}

void FramePacer::wake() {
    woken_ = true;
    glfwPostEmptyEvent();
}

double FramePacer::begin_frame() {
    const double now = glfwGetTime();
    return now - std::exchange(begun_, now);
}

void FramePacer::wait(GLFWwindow* window, double wait_s) {
    const double deadline = wait_s < 0 ? never : glfwGetTime() + wait_s;
    const double earliest = std::max(begun_ + least_frame_s_, shown_ + least_pause_s);
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
        if (is_minimised(window)) owed_ = std::min(owed_, 1);
        if (now >= settle_at_) {
            wanted = true;
            settle_at_ = never;
        }
        wanted = wanted || owed_ > 0 || now >= deadline;
        if (wanted && now >= earliest) break;
        // GLFW also returns for events that change nothing, hence the loop.
        const double until = wanted ? earliest : std::max(std::min(deadline, settle_at_), earliest);
        if (until == never) glfwWaitEvents();
        else glfwWaitEventsTimeout(std::max(until - now, 0.0));
    }
    if (owed_ > 0) --owed_;
}

}  // namespace sunting
