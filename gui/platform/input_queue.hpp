// What the person did, in order, given to ImGui in steps so small that none of it is lost.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <deque>
#include <functional>
#include <variant>

#include "platform/keys.hpp"

struct ImGuiIO;

namespace sunting {

enum class Stroke { down, up };

struct PointerAt {
    float x = 0, y = 0;
};
struct PointerLeft {};
struct ButtonStroke {
    int button = 0;
    Stroke stroke = Stroke::down;
};
struct KeyStroke {
    Key key = Key::space;
    Stroke stroke = Stroke::down;
};
struct KeyHeld {  ///< the keyboard repeats the key
    Key key = Key::space;
};
struct Typed {
    char32_t character = 0;
};
struct Wheel {
    float x = 0, y = 0;
};
struct Focus {
    bool here = true;
};

using InputEvent =
    std::variant<PointerAt, PointerLeft, ButtonStroke, KeyStroke, KeyHeld, Typed, Wheel, Focus>;

/// What ImGui has been told is down.
struct Held {
    std::bitset<512> keys;
    std::array<bool, 5> buttons{};
};

/// ImGui looks once a frame at what is down, so that a press and a release between two frames are
/// nothing to it (1.86), or come a frame each (its own queue, since 1.87, which knows nothing of
/// what this program does with Tab and held keys). This queue keeps them and lets through, each
/// frame, only what one look can tell apart, on every version alike. Threads: one.
class InputQueue {
public:
    void push(const InputEvent& event);

    /// Applies the events from the front up to the first that this frame could not tell from those
    /// before it. True when any was applied.
    bool step(ImGuiIO& io);

    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }

    /// ImGui's letters end at U+FFFF: what stands for a larger one. Empty: nothing does.
    void set_letters(std::function<unsigned(char32_t)> letter_of) {
        letter_of_ = std::move(letter_of);
    }

private:
    std::deque<InputEvent> events_;
    std::function<unsigned(char32_t)> letter_of_;
    Held held_;
    int pause_ = 0;  ///< frames in which ImGui is still busy with what it was given
};

}  // namespace sunting
