// A queue of input events, given to ImGui in steps so small that none is lost.
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

/// The keys and buttons that are down, as ImGui knows them.
struct Held {
    std::bitset<512> keys;
    std::array<bool, 5> buttons{};
};

/// ImGui checks once in each frame which keys are down. It misses a press and release between two
/// frames (1.86), or handles one event in each frame (its own queue, since 1.87, which does not
/// know how this program handles Tab and held keys). This queue gives each frame only the events
/// that ImGui can tell apart, on every version alike. Threads: one.
class InputQueue {
public:
    void push(const InputEvent& event);

    /// Applies events from the front, up to the first that ImGui could not tell apart from those
    /// before it in this frame. True when any was applied.
    bool step(ImGuiIO& io);

    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }

    /// Gives the letter that stands for a character above U+FFFF, which ImGui does not know. Empty:
    /// none does.
    void set_letters(std::function<unsigned(char32_t)> letter_of) {
        letter_of_ = std::move(letter_of);
    }

private:
    std::deque<InputEvent> events_;
    std::function<unsigned(char32_t)> letter_of_;
    Held held_;
    int pause_ = 0;  ///< frames in which ImGui still handles earlier input
};

}  // namespace sunting
