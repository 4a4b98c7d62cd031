// A placement by its id; a slip of the pen is answered with the ids that come close.
#include "base/guard.hpp"
#include "base/message.hpp"

#include <mediaedit/placement.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace mediaedit {
namespace internal {
namespace {

constexpr std::size_t most_suggestions = 4;
/// Longer than any id: comparing more costs time and says nothing.
constexpr std::size_t longest_compared = 80;

/// How many letters must be added, taken away or replaced.
std::size_t edit_distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t k = 0; k < other.size(); ++k) {
            const std::size_t replaced = diagonal + (one[i] == other[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({row[k] + 1, diagonal + 1, replaced});
        }
    }
    return row.back();
}

/// The letters as ids write them: lower case, words joined by hyphens.
std::string as_id(std::string_view text) {
    std::string id(text.substr(0, longest_compared));
    for (char& c : id) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '_') c = '-';
    }
    return id;
}

std::string ids_close_to(std::string_view wanted) {
    const auto asked = as_id(wanted);
    std::vector<std::pair<std::size_t, std::string_view>> close;
    for (const auto& placement : placements()) {
        // A part of an id, such as "story", means all that have it.
        const bool part = asked.size() >= 3 && placement.id.find(asked) != placement.id.npos;
        const auto distance = edit_distance(asked, placement.id);
        if (part || distance <= std::max<std::size_t>(2, asked.size() / 4))
            close.emplace_back(part ? 0 : distance, placement.id);
    }
    std::stable_sort(close.begin(), close.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (close.size() > most_suggestions) close.resize(most_suggestions);
    std::string list;
    for (const auto& [distance, id] : close) (list += list.empty() ? "" : ", ") += id;
    return list;
}

}  // namespace
}  // namespace internal

Result<Placement> find_placement(std::string_view id) {
    return internal::guard([&] {
        for (const auto& placement : placements())
            if (placement.id == id) return placement;
        const auto close = internal::ids_close_to(id);
        if (close.empty())
            internal::fail(ErrorCode::bad_argument,
                           tr("There is no placement {id}; choose one from the list of placements.",
                              {{"id", id}}),
                           std::string(id));
        internal::fail(ErrorCode::bad_argument,
                       tr("There is no placement {id}; perhaps you mean: {ids}.",
                          {{"id", id}, {"ids", close}}),
                       std::string(id));
    });
}

}  // namespace mediaedit
