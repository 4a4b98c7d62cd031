// Local time, on Linux and macOS.
#include "base/system/local_time.hpp"

#include <array>
#include <ctime>

namespace mediaedit::internal {

std::optional<std::string> local_time_of(std::string_view utc) {
    constexpr std::size_t length = 19;
    constexpr auto form = "%Y-%m-%dT%H:%M:%S";
    constexpr std::time_t a_clock_never_set = 86400 * 366;  // such clocks start in 1970 or 1904
    std::tm parts{};
    if (utc.size() < length || !::strptime(std::string(utc).c_str(), form, &parts)) return {};
    const std::time_t moment = ::timegm(&parts);
    if (moment < a_clock_never_set || !::localtime_r(&moment, &parts)) return {};
    std::array<char, length + 1> text{};
    return std::string(text.data(), std::strftime(text.data(), text.size(), form, &parts));
}

}  // namespace mediaedit::internal
