// Edits of a clip: parts never cross and never leave it.
#include "states.hpp"

#include "model/edits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr Time whole{10s};

Work film() {
    auto work = photo_work({"/home/ibu/film.mp4"});
    work.task = Task::video;
    return work;
}

std::vector<std::pair<double, double>> parts_of(const Work& work) {
    std::vector<std::pair<double, double>> parts;
    for (const auto& part : kept_parts(work, 0, whole))
        parts.emplace_back(std::chrono::duration<double>(part.start).count(),
                           std::chrono::duration<double>(*part.end).count());
    return parts;
}

TEST(TrimEditsTest, WithoutAChoiceAllIsKeptAndNothingIsWrittenDown) {
    EXPECT_THAT(parts_of(film()), ElementsAre(std::pair(0.0, 10.0)));
    auto work = with_part_start(film(), 0, 0, 2s, whole);
    EXPECT_EQ(work.post.items[0].recipe.keep.size(), 1u);
    work = with_part_start(std::move(work), 0, 0, 0s, whole);
    // So a clip that is kept whole can be copied.
    EXPECT_EQ(work, film());
}

TEST(TrimEditsTest, EndsNeverCrossAndNeverLeaveTheClip) {
    auto work = with_part_start(film(), 0, 0, -5s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(0.0, 10.0)));
    work = with_part_end(std::move(work), 0, 0, 90s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(0.0, 10.0)));
    work = with_part_end(std::move(work), 0, 0, 4s, whole);
    work = with_part_start(std::move(work), 0, 0, 8s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(3.8, 4.0)));
    work = with_part_end(std::move(work), 0, 0, 1s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(3.8, 4.0)));
}

TEST(TrimEditsTest, TheMiddleGoesAndComesBack) {
    auto work = with_middle_removed(film(), 0, 0, whole);
    ASSERT_EQ(parts_of(work).size(), 2u);
    EXPECT_NEAR(parts_of(work)[0].second, 10.0 / 3, 1e-5);
    EXPECT_NEAR(parts_of(work)[1].first, 20.0 / 3, 1e-5);
    EXPECT_EQ(parts_of(work)[1].second, 10);
    EXPECT_NEAR(std::chrono::duration<double>(kept_length(work, 0, whole)).count(), 20.0 / 3, 1e-4);
    work = with_gap_closed(std::move(work), 0, 1, whole);
    EXPECT_EQ(work, film());
}

TEST(TrimEditsTest, NeighboursKeepApart) {
    auto work = with_middle_removed(film(), 0, 0, whole);
    work = with_part_end(std::move(work), 0, 0, 9s, whole);
    EXPECT_EQ(parts_of(work)[0].second, parts_of(work)[1].first);
    work = with_part_start(std::move(work), 0, 1, 1s, whole);
    EXPECT_EQ(parts_of(work)[0].second, parts_of(work)[1].first);
    work = with_gap_closed(std::move(work), 0, 0, whole);  // before the first part there is no gap
    EXPECT_EQ(parts_of(work).size(), 2u);
}

TEST(TrimEditsTest, TooShortAPartHasNoMiddle) {
    auto work = with_part_end(film(), 0, 0, 500ms, whole);
    EXPECT_EQ(with_middle_removed(work, 0, 0, whole), work);
    // The ends of a clip shorter than the least part cannot move.
    const Time flash{100ms};
    work = with_part_start(film(), 0, 0, 50ms, flash);
    EXPECT_EQ(kept_parts(work, 0, flash).front().start, Time(0));
    work = with_part_end(film(), 0, 0, 50ms, flash);
    EXPECT_EQ(*kept_parts(work, 0, flash).front().end, flash);
}

TEST(TrimEditsTest, WhateverIsDoneThePartsRiseAndLieInTheClip) {
    std::mt19937 random(7);
    const auto up_to = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    for (int round = 0; round < 50; ++round) {
        auto work = film();
        for (int step = 0; step < 60; ++step) {
            const auto part = static_cast<std::size_t>(up_to(4));
            const Time at{(up_to(14'000) - 2'000) * 1000};
            switch (up_to(4)) {
                case 0: work = with_part_start(std::move(work), 0, part, at, whole); break;
                case 1: work = with_part_end(std::move(work), 0, part, at, whole); break;
                case 2: work = with_middle_removed(std::move(work), 0, part, whole); break;
                case 3: work = with_gap_closed(std::move(work), 0, part, whole); break;
                default: break;
            }
            Time before{0};
            for (const auto& kept : kept_parts(work, 0, whole)) {
                ASSERT_GE(kept.start, before);
                ASSERT_GE(*kept.end - kept.start, least_part)
                    << "round " << round << ", step " << step;
                before = *kept.end;
            }
            ASSERT_LE(before, whole);
        }
    }
}

}  // namespace
