// Sizes of outline, shadow and box. Units: em.
#pragma once

namespace mediaedit::internal::look {

inline constexpr double outline = 0.08;  ///< visible width outside the letters
inline constexpr double shadow_sigma = 0.07;
inline constexpr double shadow_drop = 0.035;  ///< downwards
inline constexpr double reach = 0.225;        ///< of the shadow, the largest: drop + 2.7 sigma

inline constexpr double cap_height = 0.714;  ///< of Noto Sans; most sans fonts are similar
inline constexpr double ascender = 0.78;     ///< of b, d, l
inline constexpr double descender = 0.24;
inline constexpr double pad_across = 0.46;  ///< box: beside the lines
inline constexpr double pad_down =
    0.42;  ///< box: above capitals and below the baseline, so that capitals are centred
inline constexpr double pad_least =
    0.14;  ///< box: around ink that is higher or deeper than Latin letters
inline constexpr double corner = 0.28;

}  // namespace mediaedit::internal::look
