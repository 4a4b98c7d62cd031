// The keys that the program uses, with GLFW's numbers.
#pragma once

namespace sunting {

enum class Key {
    space = 32,
    minus = 45,
    digit_0 = 48,
    plus = 61,  ///< the key "= +", and plus on the keypad
    a = 65,
    c = 67,
    o = 79,
    s = 83,
    v = 86,
    x = 88,
    y = 89,
    z = 90,
    escape = 256,
    enter = 257,  ///< also on the keypad
    tab = 258,
    backspace = 259,
    insert = 260,
    remove = 261,  ///< Delete; `delete` is a keyword
    right = 262,
    left = 263,
    down = 264,
    up = 265,
    page_up = 266,
    page_down = 267,
    home = 268,
    end = 269,
    f1 = 290,
    f11 = 300,
    left_shift = 340,
    left_control = 341,
    left_alt = 342,
    left_super = 343,
    right_shift = 344,
    right_control = 345,
    right_alt = 346,
    right_super = 347,
};

/// Below 512.
constexpr int number(Key key) { return static_cast<int>(key); }

constexpr bool is_letter(Key key) { return key >= Key::a && key <= Key::z; }

constexpr bool is_modifier(Key key) { return key >= Key::left_shift && key <= Key::right_super; }

/// Whether pressing it also types a character.
constexpr bool writes(Key key) { return key >= Key::space && key <= Key::z; }

/// Whether it repeats while it is held. Not Enter, Escape or Space: holding them must not skip
/// through the program.
constexpr bool repeats(Key key) {
    return (key >= Key::backspace && key <= Key::page_down) || key == Key::plus ||
           key == Key::minus;
}

}  // namespace sunting
