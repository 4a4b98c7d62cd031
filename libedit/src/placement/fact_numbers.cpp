// Numbers of a file as sentences say them.
#include "placement/fact_numbers.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// One decimal where it is not 0. std::to_string would follow the locale, and printf too.
std::string with_a_tenth(std::int64_t tenths) {
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text;
}

}  // namespace

double aspect(PixelSize size) noexcept {
    return static_cast<double>(size.width) / std::max(1, size.height);
}

double cover_scale(PixelSize from, PixelSize to) noexcept {
    return std::max(static_cast<double>(to.width) / std::max(1, from.width),
                    static_cast<double>(to.height) / std::max(1, from.height));
}

double contain_scale(PixelSize from, PixelSize to) noexcept {
    return std::min(static_cast<double>(to.width) / std::max(1, from.width),
                    static_cast<double>(to.height) / std::max(1, from.height));
}

std::string size_text(PixelSize size) {
    return std::to_string(size.width) + " x " + std::to_string(size.height);
}

std::string bytes_text(std::uintmax_t bytes) {
    const auto rounded_up = [bytes](std::uintmax_t unit) {
        return static_cast<std::int64_t>(bytes / unit + (bytes % unit != 0 ? 1 : 0));
    };
    if (bytes >= 1'000'000'000) return with_a_tenth(rounded_up(100'000'000)) + " GB";
    if (bytes >= 1'000'000) return with_a_tenth(rounded_up(100'000)) + " MB";
    return std::to_string(rounded_up(1'000)) + " KB";
}

std::string seconds_text(double seconds) { return with_a_tenth(std::llround(seconds * 10)); }

std::string upper(std::string_view text) {
    std::string large(text);
    for (char& c : large)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return large;
}

}  // namespace mediaedit::internal
