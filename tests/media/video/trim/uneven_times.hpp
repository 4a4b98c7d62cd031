// The film with uneven frame times, and what its results must hold.
#pragma once

#include "support/flashes_and_clicks.hpp"
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"
#include "support/uneven_film.hpp"
#include "video/decode/copy_plan.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <utility>
#include <vector>

namespace mediaedit::test {

inline constexpr double seconds(Time time) { return std::chrono::duration<double>(time).count(); }

/// Visible or not, and from when.
struct Change {
    bool is_seen;
    double at;
};

class UnevenTimes : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = new test::TemporaryFolder;
        test::make_uneven_film(source());
    }
    static void TearDownTestSuite() { delete std::exchange(folder, nullptr); }
    static std::filesystem::path source() { return *folder / "film.mp4"; }

    static Report make(const Recipe& recipe) {
        const auto report =
            export_media(source(), recipe, {*folder / "made.mp4", IfExists::replace});
        if (!report) {
            ADD_FAILURE() << report.error().message << " (" << report.error().detail << ")";
            return {};
        }
        return *report;
    }

    /// The result holds the kept frames at their times, and sound of the same length with exactly
    /// the clicks of that time.
    static void expect_kept(const Report& report, const test::UnevenRange& row, double scale) {
        const auto kept = test::kept_frames(row);
        const auto seen = test::read_film(report.file, scale);
        ASSERT_EQ(seen.size(), kept.size());
        for (std::size_t i = 0; i < kept.size(); ++i) {
            EXPECT_EQ(seen[i].number, kept[i].number);
            EXPECT_NEAR(static_cast<double>(seen[i].time_us),
                        static_cast<double>((kept[i].from - row.from).count()), 200)
                << kept[i].number;
        }
        const double length = seconds(row.until - row.from);
        EXPECT_NEAR(seconds(*report.duration), length, 0.0002);
        const auto heard = test::watch_and_hear(report.file);
        EXPECT_NEAR(heard.audio_end, length, 0.025);
        std::vector<double> expected, clicks = heard.clicks;
        for (int second = 0; second < 9; ++second)
            if (const double at = second - seconds(row.from); at > 0.02 && at < length - 0.02)
                expected.push_back(at);
        std::erase_if(clicks, [length](double at) { return at < 0.02 || at > length - 0.02; });
        EXPECT_THAT(clicks, testing::Pointwise(testing::DoubleNear(0.013), expected));
    }

    /// When a plane has this code at a point where the film never has it, by the times of the
    /// result's frames.
    static std::vector<Change> changes_at(const Report& report, double scale, double x, double y,
                                          std::size_t plane, int code) {
        const auto frames = test::read_film(report.file, scale);
        const auto codes = test::codes_at(report.file, x, y);
        std::vector<Change> changes;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const bool is_seen = std::abs(codes[i][plane] - code) < 7;
            if (is_seen != (!changes.empty() && changes.back().is_seen))
                changes.push_back({is_seen, static_cast<double>(frames[i].time_us) / 1e6});
        }
        return changes;
    }

    static void expect_seen(const std::vector<Change>& changes, Time from, Time until) {
        ASSERT_GE(changes.size(), 1u);
        EXPECT_TRUE(changes[0].is_seen);
        EXPECT_NEAR(changes[0].at, seconds(from), 0.0002);
        ASSERT_EQ(changes.size(), until < std::chrono::seconds(9) ? 2u : 1u);
        if (changes.size() == 2) { EXPECT_NEAR(changes[1].at, seconds(until), 0.0002); }
    }

    static Overlay panel(const TimeRange& when) {
        PanelOverlay overlay;
        overlay.area = {0.5, 0.5, 0.5, 0.5};
        overlay.color = {0, 0, 255, 255};
        overlay.when = when;
        return overlay;
    }

    static inline test::TemporaryFolder* folder = nullptr;
};

inline Recipe halved(Recipe recipe) {
    recipe.canvas = Canvas{{104, 48}, Fit::stretch, {}, {}};
    return recipe;
}

}  // namespace mediaedit::test
