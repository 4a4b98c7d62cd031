// The screen as text.
#include "describe_screen.hpp"

#include "platform/replace_file.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <thread>

namespace sunting {

std::string describe(const std::vector<Widget>& widgets) {
    static constexpr std::array kinds{"text",   "button",  "field",  "tick",
                                      "choice", "picture", "slider", "area"};
    std::ostringstream lines;
    for (const auto& widget : widgets) {
        std::string label = widget.label;
        for (auto& letter : label)
            if (letter == '\n') letter = ' ';
        lines << kinds[static_cast<std::size_t>(widget.kind)] << ' '
              << (widget.id.empty() ? "-" : widget.id) << ' ' << static_cast<int>(widget.seen.left)
              << ' ' << static_cast<int>(widget.seen.top) << ' '
              << static_cast<int>(widget.seen.right) << ' ' << static_cast<int>(widget.seen.bottom)
              << ' ' << (widget.enabled ? "enabled" : "disabled")
              << (widget.chosen ? ",chosen" : "") << (widget.cut ? ",cut" : "")
              << (widget.focused ? ",focused" : "") << ' ' << label << '\n';
    }
    return lines.str();
}

void ScreenDescription::operator()(const std::vector<Widget>& widgets) {
    // Simulates a slow machine, for tests.
    if (const char* slow = std::getenv("SUNTING_SLOW_MS"); slow && *slow)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::atoi(slow)));
    auto now = describe(widgets);
    if (now == last_) return;
    last_ = std::move(now);
    static_cast<void>(replace_file(file_, last_));
}

}  // namespace sunting
