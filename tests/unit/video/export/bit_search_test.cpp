// A file gets just below a byte limit in few attempts.
#include "video/export/bit_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

using namespace mediaedit;
using internal::BitSearch;

namespace {

struct Found {
    std::uintmax_t best = 0;  ///< 0: none fits
    int tries = 0;
};

Found found(std::uintmax_t limit, double seconds, const std::function<double(double)>& bytes_at) {
    BitSearch search(limit, Time(static_cast<std::int64_t>(seconds * 1e6)));
    Found found;
    double progress = search.progress();
    while (!search.is_done()) {
        const auto rate = search.rate();
        if (!rate) break;
        const auto bytes = static_cast<std::uintmax_t>(bytes_at(static_cast<double>(*rate)));
        search.tried(bytes);
        EXPECT_GT(search.progress(), progress);
        progress = search.progress();
        if (bytes <= limit) found.best = std::max(found.best, bytes);
        ++found.tries;
    }
    return found;
}

}  // namespace

TEST(BitSearch, AnEncoderThatKeepsItsRateNeedsOneOrTwoTries) {
    for (const double wrong : {0.93, 0.98, 1.0, 1.02, 1.07}) {
        const auto made =
            found(16'000'000, 60, [&](double rate) { return (rate * wrong + 128'000) * 60 / 8; });
        EXPECT_LE(made.best, 16'000'000U);
        EXPECT_GE(made.best, 15'200'000U) << wrong;
        EXPECT_LE(made.tries, 2) << wrong;
    }
}

TEST(BitSearch, OneThatGivesTwiceAsMuchIsBroughtDown) {
    const auto made =
        found(1'000'000, 10, [](double rate) { return (2 * rate + 64'000) * 10 / 8; });
    EXPECT_LE(made.best, 1'000'000U);
    EXPECT_GE(made.best, 900'000U);
}

TEST(BitSearch, PicturesThatTakeFewBitsDoNotKeepItTryingForEver) {
    const auto made = found(50'000'000, 10, [](double) { return 300'000.0; });
    EXPECT_EQ(made.best, 300'000U);
    EXPECT_LE(made.tries, 5);
}

TEST(BitSearch, WhatCannotBeIsNotTried) {
    EXPECT_FALSE(BitSearch(5'000, std::chrono::seconds(10)).rate());
    EXPECT_FALSE(BitSearch(16'000'000, std::chrono::hours(3)).rate());
    EXPECT_TRUE(BitSearch(16'000'000, Time(0)).rate()) << "a still of no length";
}

TEST(BitSearch, ATightLimitIsKnownBeforehand) {
    const PixelSize reel{1080, 1920};
    EXPECT_TRUE(BitSearch(16'000'000, std::chrono::seconds(60)).is_tight(reel, 30));
    EXPECT_FALSE(BitSearch(100'000'000, std::chrono::seconds(60)).is_tight(reel, 30));
}
