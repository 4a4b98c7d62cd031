// What in a caption is certainly harmless, so that no number check looks at it.
#pragma once

#include "caption/analysed_caption.hpp"

#include <mediaedit/village.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// Marks, for each place of the plain text, money, dates, times, measures, letter numbers, years,
/// web addresses, hashtags.
std::vector<bool> harmless_places(const AnalysedCaption& reading);

/// The office's own: phones, e-mail, address, the village's account.
class OwnFacts {
public:
    explicit OwnFacts(const std::optional<Village>& village);

    /// `digits` as they stand; phones match with 0, 62 and +62.
    [[nodiscard]] bool has_number(std::string_view digits) const;
    [[nodiscard]] bool has_email(std::u32string_view lower) const;
    /// Whether all the words of `lower`, at least two, stand in the office's address.
    [[nodiscard]] bool has_address(std::u32string_view lower) const;

private:
    void add_numbers(const std::string& text);

    std::set<std::string, std::less<>> numbers_;
    std::set<std::u32string, std::less<>> emails_;
    std::u32string address_;
};

}  // namespace mediaedit::internal
