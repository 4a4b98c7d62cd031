// The village that tests write about.
#pragma once

#include <mediaedit/village.hpp>

namespace mediaedit::test {

/// Its names alone: how it is reached, each test says itself.
inline Village made_village() {
    Village village;
    village.village = "Sukamaju";
    village.district = "Sumberagung";
    village.regency = "Kabupaten Contoh";
    return village;
}

}  // namespace mediaedit::test
