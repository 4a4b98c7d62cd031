// The syntax of values on the command line: times, areas, sizes, colours, names.
#pragma once

#include <mediaedit/mediaedit.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// SS.mmm, MM:SS.mmm or HH:MM:SS.mmm. Errors: UsageError naming `flag`.
mediaedit::Time parse_time(std::string_view text, const std::string& flag);

/// FROM-TO or FROM-.
mediaedit::TimeRange parse_range(std::string_view text, const std::string& flag);
std::vector<mediaedit::TimeRange> parse_ranges(std::string_view text, const std::string& flag);

/// x,y,width,height as fractions or percentages, or each with `px`, which needs the picture's size.
mediaedit::Area parse_area(std::string_view text, mediaedit::PixelSize picture,
                           const std::string& flag);
mediaedit::Point parse_point(std::string_view text, mediaedit::PixelSize picture,
                             const std::string& flag);

/// WxH, in lower or upper case. One side may be left out (800x, x600) and is then 0.
mediaedit::PixelSize parse_size(std::string_view text, const std::string& flag);

/// #rrggbb, #rrggbbaa, white, black, red, green, blue, yellow, grey, or transparent.
mediaedit::Color parse_color(std::string_view text, const std::string& flag);
bool is_color(std::string_view text);

double parse_number(std::string_view text, const std::string& flag);

/// A fraction: 0.06 or 6%.
double parse_fraction(std::string_view text, const std::string& flag);

/// 5000000, 5MB, 800 kb (powers of ten, as platforms count).
std::uintmax_t parse_bytes(std::string_view text, const std::string& flag);

mediaedit::Anchor parse_anchor(const std::string& word, const std::string& flag);
mediaedit::TextStyle parse_text_style(const std::string& word, const std::string& flag);
mediaedit::Fit parse_fit(const std::string& word, const std::string& flag);
mediaedit::Turn parse_turn(const std::string& word, const std::string& flag);
mediaedit::HideWith parse_hide_with(const std::string& word, const std::string& flag);
mediaedit::Quality parse_quality(const std::string& word, const std::string& flag);
mediaedit::IfExists parse_if_exists(const std::string& word, const std::string& flag);

/// Splits at `by`, without the spaces around the parts.
std::vector<std::string> split(std::string_view text, char by);

}  // namespace cli
