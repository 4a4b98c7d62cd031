// A queue of input events, given to ImGui in steps so small that none is lost.
#include "platform/input_queue.hpp"

#include "platform/imgui_versions.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <functional>
#include <optional>
#include <tuple>

namespace sunting {
namespace {

constexpr std::size_t long_queue = 4;
constexpr int mouse_buttons = std::tuple_size_v<decltype(Held::buttons)>;
/// ImGui moves the focus two frames after Tab and drops characters typed meanwhile.
constexpr int frames_of_tab = 2;

/// The events of this step so far.
struct Given {
    bool button = false, text = false, wheel = false;
    std::optional<Key> pressed;
    std::bitset<512> changed;

    bool anything() const { return button || text || wheel || changed.any(); }
};

void tell_modifiers_of(const Held& held, ImGuiIO& io) {
    const auto down = [&](Key left, Key right) {
        return held.keys[static_cast<std::size_t>(number(left))] ||
               held.keys[static_cast<std::size_t>(number(right))];
    };
    tell_modifiers(io, down(Key::left_shift, Key::right_shift),
                   down(Key::left_control, Key::right_control), down(Key::left_alt, Key::right_alt),
                   down(Key::left_super, Key::right_super));
}

/// Whether a letter pressed now is a shortcut, not text.
bool is_shortcut(const Held& held) {
    constexpr Key keys[] = {Key::left_control, Key::right_control, Key::left_alt,
                            Key::right_alt,    Key::left_super,    Key::right_super};
    return std::ranges::any_of(
        keys, [&](Key key) { return held.keys[static_cast<std::size_t>(number(key))]; });
}

// Each `apply` returns false when the event must wait for the next step.

bool apply(const PointerAt& at, ImGuiIO& io, Held&, Given& given) {
    // A click happens where the pointer was at that time, not where it moved later.
    if (given.button) return false;
    tell_pointer(io, at.x, at.y);
    return true;
}

bool apply(const PointerLeft&, ImGuiIO& io, Held& held, Given& given) {
    if (given.button) return false;
    // A drag continues outside the window.
    if (std::ranges::none_of(held.buttons, std::identity())) tell_pointer(io, -FLT_MAX, -FLT_MAX);
    return true;
}

bool apply(const ButtonStroke& event, ImGuiIO& io, Held& held, Given& given) {
    const bool down = event.stroke == Stroke::down;
    bool& held_down = held.buttons[static_cast<std::size_t>(event.button)];
    if (held_down == down) return true;
    if (given.button || given.text || given.wheel || given.pressed) return false;
    held_down = down;
    tell_button(io, event.button, down);
    given.button = true;
    return true;
}

bool apply(const KeyStroke& event, ImGuiIO& io, Held& held, Given& given) {
    const auto key = static_cast<std::size_t>(number(event.key));
    const bool down = event.stroke == Stroke::down;
    if (held.keys[key] == down) return true;
    // A letter without modifiers is only text. As a key too, fast typing would take two frames for
    // each letter.
    if (down && is_letter(event.key) && !is_shortcut(held)) return true;
    if (given.button || given.changed[key]) return false;
    // ImGui applies the modifiers at the end of the frame to all its text, keys and wheel events.
    if (is_modifier(event.key) && (given.pressed || given.text || given.wheel)) return false;
    // ImGui's text field handles one key in each frame.
    if (!is_modifier(event.key) && down && given.pressed) return false;
    held.keys[key] = down;
    tell_key(io, event.key, down);
    given.changed.set(key);
    if (is_modifier(event.key)) tell_modifiers_of(held, io);
    else if (down) given.pressed = event.key;
    return true;
}

bool apply(const Typed& typed, ImGuiIO& io, Held&, Given& given) {
    // A text field takes a frame's characters before its keys. So characters after a key wait,
    // unless that key produced them.
    if (given.button || (given.pressed && !writes(*given.pressed))) return false;
    io.AddInputCharacter(typed.character);
    given.text = true;
    return true;
}

bool apply(const Wheel& wheel, ImGuiIO& io, Held&, Given& given) {
    if (given.button) return false;
    tell_wheel(io, wheel.x, wheel.y);
    given.wheel = true;
    return true;
}

bool apply(const Focus& focus, ImGuiIO& io, Held& held, Given& given) {
    if (given.anything()) return false;
    if (!focus.here) {
        // Another program gets their releases.
        for (int button = 0; button < mouse_buttons; ++button) tell_button(io, button, false);
        for (std::size_t key = 0; key < held.keys.size(); ++key) {
            if (held.keys[key]) tell_key(io, static_cast<Key>(key), false);
        }
        held = {};
        tell_modifiers_of(held, io);
    }
    io.AddFocusEvent(focus.here);
    return true;
}

bool apply(const KeyHeld&, ImGuiIO&, Held&, Given&) { return true; }

}  // namespace

void InputQueue::push(const InputEvent& event) {
    if (const auto* typed = std::get_if<Typed>(&event);
        typed && typed->character > 0xFFFF && letter_of_) {
        events_.push_back(Typed{letter_of_(typed->character)});
        return;
    }
    if (const auto* held = std::get_if<KeyHeld>(&event)) {
        // On a slow computer, queued repeats would continue after the key is released.
        if (!repeats(held->key) || events_.size() >= long_queue) return;
        events_.push_back(KeyStroke{held->key, Stroke::up});
        events_.push_back(KeyStroke{held->key, Stroke::down});
        return;
    }
    if (const auto* stroke = std::get_if<ButtonStroke>(&event);
        stroke && (stroke->button < 0 || stroke->button >= mouse_buttons))
        return;
    // Only the last of several positions matters; a window that is not drawn must not collect
    // thousands.
    if (std::holds_alternative<PointerAt>(event) && !events_.empty() &&
        std::holds_alternative<PointerAt>(events_.back())) {
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
    const auto apply_to = [&](const auto& event) { return apply(event, io, held_, given); };
    while (!events_.empty() && std::visit(apply_to, events_.front())) events_.pop_front();
    if (given.pressed == Key::tab) pause_ = frames_of_tab;
    return events_.size() != before;
}

}  // namespace sunting
