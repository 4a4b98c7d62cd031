// Parts of a caption that are certainly harmless, so that no number is reported there.
#pragma once

#include "caption/analysed_caption.hpp"

#include <mediaedit/village.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// For each position of the plain text: does it belong to money, a date, a time, a measure, the
/// number of a letter, a row of years, a link or a hashtag?
std::vector<bool> harmless_places(const AnalysedCaption& caption);

/// The office's own phones, e-mail and address, which may be published.
class OwnFacts {
public:
    explicit OwnFacts(const std::optional<Village>& village);

    /// A phone matches with 0, 62 and +62 before it.
    [[nodiscard]] bool has_number(std::string_view digits) const;
    [[nodiscard]] bool has_email(std::u32string_view lower) const;
    /// Whether all words of `lower`, at least two, occur in the office's address.
    [[nodiscard]] bool has_address(std::u32string_view lower) const;

private:
    void add_numbers(const std::string& text);

    std::set<std::string, std::less<>> numbers_;
    std::set<std::u32string, std::less<>> emails_;
    std::u32string address_;
};

}  // namespace mediaedit::internal
