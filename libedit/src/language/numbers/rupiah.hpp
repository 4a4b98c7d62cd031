// Amounts of rupiah as people type them and as captions write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// An amount in whole rupiah; nothing for other text and for more than 15 digits.
std::optional<std::int64_t> read_rupiah(std::string_view text);

/// "Rp1.250.000", in English "Rp1,250,000".
std::string rupiah(std::int64_t amount, std::string_view language);

/// "Rp 1.250.000", "Rp. 1250000", "1250000", "1.250.000,00" become "Rp1.250.000"; "1,25 juta"
/// becomes "Rp1,25 juta", in English "Rp1.25 million". Nothing for other text.
std::optional<std::string> money_in_words(std::string_view text, std::string_view language);

}  // namespace mediaedit::internal
