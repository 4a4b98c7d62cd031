// Times of day as people type them and as captions write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// "08:00", "8.00-11.00", "08.00 s.d. 11.00 WIB", "08.00 - selesai", "jam 8 pagi", "8:30 am" become
/// "08.00–11.00 WIB"; in English "08:00–11:00 WIB". WIB is the default zone. Nothing for other
/// text.
std::optional<std::string> time_in_words(std::string_view text, std::string_view language);

}  // namespace mediaedit::internal
