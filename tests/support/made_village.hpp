// The village in tests.
#pragma once

#include <mediaedit/village.hpp>

namespace mediaedit::test {

/// Only its names; contact data is set by each test.
inline Village made_village() {
    Village village;
    village.village = "Sukamaju";
    village.district = "Sumberagung";
    village.regency = "Kabupaten Contoh";
    return village;
}

}  // namespace mediaedit::test
