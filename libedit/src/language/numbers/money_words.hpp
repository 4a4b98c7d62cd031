// Words for thousands and millions of rupiah, Indonesian and English.
#pragma once

#include <array>
#include <string_view>

namespace mediaedit::internal {

struct MoneyWord {
    std::string_view typed;
    double factor;
    std::string_view indonesian, english;  ///< as captions write them
    bool in_prose = true;  ///< false: only in an answer about money, for "m" may be a metre
};

inline constexpr std::array<MoneyWord, 12> money_words{{{"ribu", 1e3, "ribu", "thousand"},
                                                        {"rb", 1e3, "ribu", "thousand"},
                                                        {"thousand", 1e3, "ribu", "thousand"},
                                                        {"juta", 1e6, "juta", "million"},
                                                        {"jt", 1e6, "juta", "million"},
                                                        {"million", 1e6, "juta", "million"},
                                                        {"miliar", 1e9, "miliar", "billion"},
                                                        {"milyar", 1e9, "miliar", "billion"},
                                                        {"billion", 1e9, "miliar", "billion"},
                                                        {"m", 1e9, "miliar", "billion", false},
                                                        {"triliun", 1e12, "triliun", "trillion"},
                                                        {"trillion", 1e12, "triliun", "trillion"}}};

}  // namespace mediaedit::internal
