// Reading the data file of placements: "schema": "mediaedit.placements/1".
#pragma once

#include <mediaedit/placement.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct PlacementsFile {
    std::string date;  ///< YYYY-MM-DD: of two files the later one counts
    std::vector<Placement> placements;
};

/// Errors: bad_recipe; `where` is the field's path, such as "placements[3].max_bytes.value". An
/// unknown key is an error, as is a number without a source that the file lists. Source:
/// docs/apps/placements.md
PlacementsFile parse_placements_file(std::string_view json);

/// The placements alone. Errors: as parse_placements_file.
std::vector<Placement> parse_placements(std::string_view json);

/// The file compiled into the library.
extern const std::string_view placements_json;

}  // namespace mediaedit::internal
