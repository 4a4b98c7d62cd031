// The crop for an upright reel: one steady crop per scene, changed exactly at the scene's first
// frame.
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"
#include "video/analyze/analysis_frames.hpp"
#include "video/analyze/scene_cuts.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/preview.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;

constexpr double left = 0.25, right = 0.75;

/// Portrait, a little less than a third of the films' width.
Recipe reel() {
    Recipe recipe;
    recipe.canvas = Canvas{{90, 160}, Fit::cover};
    return recipe;
}

struct Film {
    const char* name;
    std::vector<int> cuts;
    int group = 30;
    int b_frames = 0;
};

std::ostream& operator<<(std::ostream& out, const Film& film) { return out << film.name; }

test::FilmOptions wish_of(const Film& film) {
    test::FilmOptions options;
    options.width = 320;
    options.height = 180;
    options.frames = 150;
    options.group = film.group;
    options.b_frames = film.b_frames;
    options.options = "colorspace=bt709:color_primaries=bt709:color_trc=bt709";
    options.cuts = film.cuts;
    options.is_scenic = true;
    return options;
}

Time time_of(int number) { return Time((number * 1'000'000LL + 15) / 30); }

/// The x in the film of each result frame's middle; measured below the subject, whose noise spoils
/// colours.
std::vector<double> places_in(const std::filesystem::path& result) {
    std::vector<double> places;
    for (const auto& codes : test::codes_at(result, 0.5, 0.92))
        places.push_back((codes[1] - test::place_code(0)) /
                         (test::place_code(1) - test::place_code(0)));
    return places;
}

/// Where the middle of each picture should have been.
std::vector<double> wanted_places(int first, int behind, const std::vector<int>& cuts) {
    std::vector<double> places;
    for (int i = first; i < behind; ++i)
        places.push_back((std::ranges::upper_bound(cuts, i) - cuts.begin()) % 2 == 0 ? left
                                                                                     : right);
    return places;
}

void expect_near(const std::vector<double>& seen, const std::vector<double>& wanted) {
    ASSERT_EQ(seen.size(), wanted.size());
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_NEAR(seen[i], wanted[i], 0.12) << i;
    // The crop is steady.
    for (std::size_t i = 1; i < seen.size(); ++i) {
        if (wanted[i] == wanted[i - 1]) { EXPECT_NEAR(seen[i], seen[i - 1], 0.03) << i; }
    }
}

class FocusOf : public testing::TestWithParam<Film> {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path source = folder / "film.mp4";
    void SetUp() override { test::make_film(source, wish_of(GetParam())); }
};

TEST_P(FocusOf, FollowsEachSceneAndMovesAtTheCut) {
    const auto report = export_media(source, reel(), {folder / "reel.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    expect_near(places_in(report->file), wanted_places(0, 150, GetParam().cuts));
}

TEST_P(FocusOf, OnePassMakesSeveralResultsAlike) {
    auto square = reel();
    square.canvas->size = {120, 120};
    const std::vector<Job> jobs{{reel(), {folder / "reel.mp4"}}, {square, {folder / "square.mp4"}}};
    const auto reports = export_many(source, jobs);
    ASSERT_EQ(reports.size(), 2U);
    ASSERT_TRUE(reports[0] && reports[1]);
    const auto wanted = wanted_places(0, 150, GetParam().cuts);
    expect_near(places_in(reports[0]->file), wanted);
    // The film's edges limit how far the square's middle can move.
    const auto places = places_in(reports[1]->file);
    ASSERT_EQ(places.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        EXPECT_NEAR(places[i], wanted[i] == left ? 0.29 : 0.71, 0.12) << i;
}

TEST_P(FocusOf, APartOfTheClipHasItsOwnScenes) {
    auto recipe = reel();
    recipe.keep = {{time_of(20), time_of(40)}, {time_of(60), time_of(140)}};
    const auto report = export_media(source, recipe, {folder / "reel.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    auto wanted = wanted_places(20, 40, GetParam().cuts);
    const auto rest = wanted_places(60, 140, GetParam().cuts);
    wanted.insert(wanted.end(), rest.begin(), rest.end());
    expect_near(places_in(report->file), wanted);
}

TEST_P(FocusOf, APreviewShowsTheSame) {
    auto preview = Preview::open(source);
    ASSERT_TRUE(preview);
    const auto wanted = wanted_places(0, 150, GetParam().cuts);
    std::vector<int> numbers{0, 30, 149};
    for (const int cut : GetParam().cuts) numbers.insert(numbers.end(), {cut, cut - 1});
    for (const int number : numbers) {
        const auto view = preview->edited(reel(), time_of(number), {90, 160});
        ASSERT_TRUE(view) << view.error().message;
        const auto* pixel =
            view->rgba.data() +
            4 * (static_cast<std::size_t>(view->size.height / 2 * view->size.width) +
                 static_cast<std::size_t>(view->size.width / 2));
        // Blue grows to the right, whatever the brightness.
        EXPECT_EQ(pixel[2] > pixel[0], wanted[static_cast<std::size_t>(number)] == right) << number;
    }
}

INSTANTIATE_TEST_SUITE_P(All, FocusOf,
                         testing::Values(Film{"no_cut", {}}, Film{"at_a_key_picture", {60}},
                                         Film{"within_a_group", {74}, 60, 3},
                                         Film{"one_long_group", {47}, 250, 2},
                                         Film{"there_and_back", {41, 97}, 30, 2}),
                         [](const testing::TestParamInfo<Film>& one) {
                             return std::string(one.param.name);
                         });

/// The numbers of the first pictures of scenes.
std::vector<int> cuts_of(const test::FilmOptions& options) {
    using namespace internal;
    const test::TemporaryFolder folder;
    test::make_film(folder / "film.mp4", options);
    FrameReader frames(folder / "film.mp4", {}, {}, 1);
    MediaInfo info;
    info.kind = MediaKind::video;
    info.size = {options.width, options.height};
    const KeptRange all{0, INT64_MAX / 4, {}, false};
    AnalysisFrames looks({}, info, frames, 64);
    std::vector<Glance> seen;
    const auto frame = new_frame();
    for (int number = 5; number < options.frames; number += 13) {
        frames.start_at(frames.file().ticks_of(frames.file().picture(), time_of(number)));
        if (frames.next(*frame)) seen.push_back(glance_at(frame->pts, looks.look(*frame)));
    }
    std::vector<int> numbers;
    for (const auto cut : find_scene_cuts({}, info, frames, {&all, 1}, seen))
        numbers.push_back(static_cast<int>(
            std::lround(static_cast<double>(frames.file().time_of(cut).count()) * 30 / 1e6)));
    return numbers;
}

TEST(SceneCuts, AreFoundAtTheirPicture) {
    EXPECT_THAT(cuts_of(wish_of({"", {20, 77, 131}})), testing::ElementsAre(20, 77, 131));
    EXPECT_THAT(cuts_of(wish_of({"", {}})), testing::IsEmpty());
}

TEST(SceneCuts, AFlashIsNone) { EXPECT_THAT(cuts_of(wish_of({"", {50, 52}})), testing::IsEmpty()); }

TEST(SceneCuts, AShortSceneBelongsToTheOneBefore) {
    EXPECT_THAT(cuts_of(wish_of({"", {50, 60}})), testing::ElementsAre(60));
}

TEST(SceneCuts, MovementIsNone) {
    test::FilmOptions options;
    options.width = 320;
    options.height = 180;
    EXPECT_THAT(cuts_of(options), testing::IsEmpty());
}

}  // namespace
