// A film with long, short and held frames: every use of a time range follows the one table.
#include "media/video/trim/uneven_times.hpp"
#include "support/flashes_and_clicks.hpp"
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/uneven_film.hpp"
#include "video/decode/copy_plan.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;
using namespace mediaedit::test;

TEST_F(UnevenTimes, ThePlan) {
    auto file = internal::VideoFile::open(source(), {}, {});
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        const auto ranges = internal::plan_ranges(file, nullptr, {&row.range, 1});
        ASSERT_EQ(ranges.size(), 1u);
        const internal::CutClock clock(file, ranges);
        EXPECT_EQ(file.time_of(ranges[0].begin),
                  test::uneven_frames()[static_cast<std::size_t>(row.first)].from);
        EXPECT_NEAR(seconds(clock.time(clock.begin(ranges[0]))), seconds(row.from), 0.0001);
        EXPECT_NEAR(seconds(clock.time(clock.end(ranges[0]))), seconds(row.until), 0.0001);
    }
}

TEST_F(UnevenTimes, ATrim) {
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        Recipe recipe;
        recipe.keep = {row.range};
        const auto report = make(recipe);
        expect_kept(report, row, 1);
        if (row.first % 30 == 0 && row.last > row.first) {
            EXPECT_GT(report.frames_copied, 0) << "a key picture is copied, whole or shortened";
        }
    }
}

TEST_F(UnevenTimes, AnEdit) {
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        Recipe recipe;
        recipe.keep = {row.range};
        expect_kept(make(halved(recipe)), row, 0.5);
    }
}

TEST_F(UnevenTimes, AnEvenRate) {
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        Recipe recipe;
        recipe.keep = {row.range};
        recipe.constant_rate = 25;
        const auto report = make(recipe);
        const auto seen = test::read_film(report.file);
        EXPECT_NEAR(static_cast<double>(seen.size()), seconds(row.until - row.from) * 25, 0.76);
        const auto kept = test::kept_frames(row);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            EXPECT_NEAR(static_cast<double>(seen[i].time_us), static_cast<double>(i) * 40'000, 20);
            const auto middle = row.from + Time(40'000 * static_cast<std::int64_t>(i) + 20'000);
            // Offset by a quarter of a frame, so that small jitter neither drops nor doubles a
            // frame.
            const auto is_shown = [&](const test::TimedFrame& frame) {
                return frame.number == seen[i].number && frame.from <= middle + 10200us &&
                       middle - 10200us <= frame.until;
            };
            EXPECT_TRUE(std::ranges::any_of(kept, is_shown)) << i << ": " << seen[i].number;
        }
    }
}

TEST_F(UnevenTimes, JoinedParts) {
    Recipe recipe;
    std::vector<test::TimedFrame> expected;
    Time length{0};
    for (const std::size_t i : {1u, 3u, 6u, 8u}) {
        const auto& row = test::uneven_ranges()[i];
        recipe.keep.push_back(row.range);
        for (auto frame : test::kept_frames(row))
            expected.push_back({frame.number, frame.from - row.from + length, {}});
        length += row.until - row.from;
    }
    for (const bool is_encoded : {false, true}) {
        const auto report = make(is_encoded ? halved(recipe) : recipe);
        const auto seen = test::read_film(report.file, is_encoded ? 0.5 : 1);
        ASSERT_EQ(seen.size(), expected.size());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            EXPECT_EQ(seen[i].number, expected[i].number);
            EXPECT_NEAR(static_cast<double>(seen[i].time_us),
                        static_cast<double>(expected[i].from.count()), 200)
                << i;
        }
        EXPECT_NEAR(seconds(*report.duration), seconds(length), 0.0002);
        EXPECT_NEAR(test::watch_and_hear(report.file).audio_end, seconds(length), 0.025);
    }
}

/// A timed panel (like all overlays), a hidden area, and both together.
TEST_F(UnevenTimes, WhatIsShownAndWhatIsHiddenForAWhile) {
    constexpr int blue_u = 240, plate_v = 126;
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        Recipe shown, hidden;
        shown.overlays = {panel(row.range)};
        hidden.hidden = {{{0, 0.5, 0.4, 0.5}, HideWith::solid, row.range, {}}};
        auto both = shown;
        both.hidden = hidden.hidden;
        expect_seen(changes_at(make(hidden), 1, 0.2, 0.75, 2, plate_v), row.hide_from,
                    row.hide_until);
        for (const bool is_encoded : {false, true}) {
            const auto report = make(is_encoded ? halved(both) : both);
            expect_seen(changes_at(report, is_encoded ? 0.5 : 1, 0.75, 0.75, 1, blue_u), row.from,
                        row.until);
            expect_seen(changes_at(report, is_encoded ? 0.5 : 1, 0.2, 0.75, 2, plate_v),
                        row.hide_from, row.hide_until);
        }
    }
}

/// The number in a picture of the film.
int number_in(const cv::Mat& rgb) {
    int number = 0;
    for (int bit = 0; bit < 12; ++bit)
        if (rgb.at<cv::Vec3b>(8, bit * 16 + 8)[1] > 125) number |= 1 << bit;
    return number;
}

TEST_F(UnevenTimes, OneFrameAndThePreview) {
    auto preview = Preview::open(source());
    ASSERT_TRUE(preview) << preview.error().message;
    EXPECT_NEAR(seconds(*preview->info().duration), 9, 0.001);
    EXPECT_TRUE(preview->info().variable_frame_rate);
    EXPECT_FALSE(export_frame(source(), 9001ms, {*folder / "frame.png"}));
    for (const auto at : {0ms, 33ms, 40ms, 990ms, 1000ms, 2000ms, 3499ms, 3500ms, 4050ms, 4089ms,
                          5999ms, 7500ms, 8999ms, 1500ms, 4100ms}) {
        SCOPED_TRACE(at.count());
        const auto frame = std::ranges::find_if(
            test::uneven_frames(),
            [at](const test::TimedFrame& one) { return one.from <= at && at < one.until; });
        const auto written = export_frame(source(), at, {*folder / "frame.png", IfExists::replace});
        ASSERT_TRUE(written) << written.error().message;
        EXPECT_EQ(number_in(test::read_photo_pixels(written->file)), frame->number);
        for (const auto& row : test::uneven_ranges()) {
            Recipe recipe;
            recipe.overlays = {panel(row.range)};
            recipe.hidden = {{{0, 0.5, 0.4, 0.5}, HideWith::solid, row.range, {}}};
            const auto view = preview->edited(recipe, at, {208, 96});
            ASSERT_TRUE(view) << view.error().message;
            const cv::Mat rgba(view->size.height, view->size.width, CV_8UC4,
                               const_cast<std::uint8_t*>(view->rgba.data()));
            EXPECT_EQ(rgba.at<cv::Vec4b>(72, 156)[2] > 200 && rgba.at<cv::Vec4b>(72, 156)[0] < 60,
                      row.from <= at && at < row.until)
                << row.range.start.count();
            EXPECT_EQ(
                cv::norm(rgba.at<cv::Vec4b>(72, 40) - cv::Vec4b(72, 76, 82, 255), cv::NORM_INF) < 5,
                row.hide_from <= at && at < row.hide_until)
                << row.range.start.count();
        }
    }
}

}  // namespace
