// Placements as targets of a call.
#pragma once

#include <mediaedit/placement.hpp>

#include <initializer_list>
#include <vector>

namespace mediaedit::test {

inline std::vector<Placement> targets(std::initializer_list<const char*> ids) {
    std::vector<Placement> found;
    for (const char* id : ids) found.push_back(find_placement(id).value());
    return found;
}

}  // namespace mediaedit::test
