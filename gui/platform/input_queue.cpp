// What the person did, in order, given to ImGui in steps so small that none of it is lost.
#include "platform/input_queue.hpp"

#include <imgui.h>

#include <bitset>
#include <cfloat>
#include <optional>

namespace sunting {
namespace {

constexpr std::size_t long_queue = 4;
constexpr int mouse_buttons = 5;
/// ImGui hands the focus on two frames after Tab, and drops what is typed meanwhile.
constexpr int frames_of_tab = 2;

/// What this step has given to ImGui so far.
struct Given {
    bool button = false, text = false, wheel = false;
    std::optional<Key> pressed;
    std::bitset<512> changed;

    bool anything() const { return button || text || wheel || changed.any(); }
};

bool any_button_down(const ImGuiIO& io) {
    for (const bool down : io.MouseDown) {
        if (down) return true;
    }
    return false;
}

void update_modifiers(ImGuiIO& io) {
    const auto down = [&](Key left, Key right) { return io.KeysDown[number(left)] || io.KeysDown[number(right)]; };
    io.KeyShift = down(Key::left_shift, Key::right_shift);
    io.KeyCtrl = down(Key::left_control, Key::right_control);
    io.KeyAlt = down(Key::left_alt, Key::right_alt);
    io.KeySuper = down(Key::left_super, Key::right_super);
}

// Each `apply` is false when the event must wait for the next step.

bool apply(const PointerAt& at, ImGuiIO& io, Given& given) {
    // A click happens where the pointer was then, not where it went on to.
    if (given.button) return false;
    io.MousePos = ImVec2(at.x, at.y);
    return true;
}

bool apply(const PointerLeft&, ImGuiIO& io, Given& given) {
    if (given.button) return false;
    // What is dragged out of the window goes on being dragged.
    if (!any_button_down(io)) io.MousePos = ImVec2(-FLT_MAX, -FLT_MAX);
    return true;
}

bool apply(const ButtonStroke& event, ImGuiIO& io, Given& given) {
    const bool down = event.stroke == Stroke::down;
    if (io.MouseDown[event.button] == down) return true;
    if (given.button || given.text || given.wheel || given.pressed) return false;
    io.MouseDown[event.button] = down;
    given.button = true;
    return true;
}

bool apply(const KeyStroke& event, ImGuiIO& io, Given& given) {
    const auto key = static_cast<std::size_t>(number(event.key));
    const bool down = event.stroke == Stroke::down;
    if (io.KeysDown[key] == down) return true;
    // A letter alone is only text. Were it a key as well, fast typing would take two frames a letter.
    if (down && is_letter(event.key) && !io.KeyCtrl && !io.KeyAlt && !io.KeySuper) return true;
    if (given.button || given.changed[key]) return false;
    // ImGui sees the modifiers of the frame's end with all the frame's text, keys and wheel.
    if (is_modifier(event.key) && (given.pressed || given.text || given.wheel)) return false;
    // Its text field obeys one key a frame.
    if (!is_modifier(event.key) && down && given.pressed) return false;
    io.KeysDown[key] = down;
    given.changed.set(key);
    if (is_modifier(event.key)) update_modifiers(io);
    else if (down) given.pressed = event.key;
    return true;
}

bool apply(const Typed& typed, ImGuiIO& io, Given& given) {
    // A text field takes a frame's characters before its keys: those that came after a key wait, unless the key is what wrote them.
    if (given.button || (given.pressed && !writes(*given.pressed))) return false;
    io.AddInputCharacter(typed.character);
    given.text = true;
    return true;
}

bool apply(const Wheel& wheel, ImGuiIO& io, Given& given) {
    if (given.button) return false;
    io.MouseWheelH += wheel.x;
    io.MouseWheel += wheel.y;
    given.wheel = true;
    return true;
}

bool apply(const Focus& focus, ImGuiIO& io, Given& given) {
    if (given.anything()) return false;
    if (!focus.here) {
        // Their releases go to another program.
        for (bool& down : io.MouseDown) down = false;
        for (bool& down : io.KeysDown) down = false;
        update_modifiers(io);
    }
    io.AddFocusEvent(focus.here);
    return true;
}

bool apply(const KeyHeld&, ImGuiIO&, Given&) { return true; }

}  // namespace

void InputQueue::push(const InputEvent& event) {
    if (const auto* typed = std::get_if<Typed>(&event); typed && typed->character > 0xFFFF && letter_of_) {
        events_.push_back(Typed{letter_of_(typed->character)});
        return;
    }
    if (const auto* held = std::get_if<KeyHeld>(&event)) {
        // Repeats that a slow computer is late with would go on after the key is let go.
        if (!repeats(held->key) || events_.size() >= long_queue) return;
        events_.push_back(KeyStroke{held->key, Stroke::up});
        events_.push_back(KeyStroke{held->key, Stroke::down});
        return;
    }
    if (const auto* stroke = std::get_if<ButtonStroke>(&event); stroke && (stroke->button < 0 || stroke->button >= mouse_buttons)) return;
    // Only the last of several places matters, and a window that is not drawn must not gather thousands.
    if (std::holds_alternative<PointerAt>(event) && !events_.empty() && std::holds_alternative<PointerAt>(events_.back())) {
        events_.back() = event;
        return;
    }
    events_.push_back(event);
}

bool InputQueue::step(ImGuiIO& io) {
    if (pause_ > 0) {
        --pause_;
        return false;
    }
    Given given;
    const std::size_t before = events_.size();
    const auto apply_to = [&](const auto& event) { return apply(event, io, given); };
    while (!events_.empty() && std::visit(apply_to, events_.front())) events_.pop_front();
    if (given.pressed == Key::tab) pause_ = frames_of_tab;
    return events_.size() != before;
}

}  // namespace sunting
