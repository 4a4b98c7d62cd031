// prepare_all: several photos at once.
#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/prepare.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "unit/placement/prepare/prepare_samples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <stdexcept>
#include <stop_token>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

Control with_threads(int threads) {
    Control control;
    control.threads = threads;
    return control;
}

/// Five files; the third is no photo.
class PrepareAll : public testing::Test {
protected:
    test::TemporaryFolder folder;
    std::vector<std::filesystem::path> sources;
    const std::vector<Placement> targets{placement("x-post"), placement("x-square")};

    void SetUp() override {
        for (int i = 0; i < 5; ++i) {
            sources.push_back(folder / ("photo " + std::to_string(i) + ".jpg"));
            // The first takes longest, so that the others finish before it.
            if (i == 2) std::ofstream(sources.back()) << "no photo";
            else
                test::write_phone_jpeg(sources.back(),
                                       windows(i == 0 ? 3000 : 1200 + 10 * i, i == 0 ? 3000 : 900));
        }
    }
};

TEST_F(PrepareAll, ResultsComeInOrderAndABadOneStopsNothing) {
    std::vector<std::size_t> order;
    prepare_all(
        sources, [](std::size_t, const MediaInfo&) { return Recipe{}; }, targets, folder / "out",
        {}, with_threads(4),
        [&](std::size_t index, auto results) {
            order.push_back(index);
            if (index == 2) {
                EXPECT_EQ(results.error().code, ErrorCode::unsupported);
                return;
            }
            ASSERT_EQ(results->size(), targets.size());
            for (std::size_t i = 0; i < targets.size(); ++i) {
                ASSERT_TRUE((*results)[i]);
                EXPECT_EQ((*results)[i]->source, sources[index]);
                EXPECT_EQ((*results)[i]->file.filename(),
                          sources[index].stem().string() + "--" + targets[i].id + ".jpg");
                EXPECT_EQ(test::read_photo_pixels((*results)[i]->file).cols, targets[i].size.width);
            }
        });
    EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4));
}

TEST_F(PrepareAll, EachSourceHasItsOwnRecipe) {
    prepare_all(
        sources,
        [](std::size_t index, const MediaInfo& info) -> Result<Recipe> {
            if (index == 3) return Error{ErrorCode::bad_recipe, "not this one", "", ""};
            if (index == 4) throw std::runtime_error("thrown");
            EXPECT_EQ(info.size.width, index == 0 ? 3000 : 1210);
            Recipe recipe;
            if (index == 1) recipe.adjust.color = -1;
            return recipe;
        },
        targets, folder / "out", {}, with_threads(2),
        [&](std::size_t index, auto results) {
            if (index > 1) {
                const auto expected = index == 2   ? ErrorCode::unsupported
                                      : index == 3 ? ErrorCode::bad_recipe
                                                   : ErrorCode::internal;
                EXPECT_EQ(results.error().code, expected);
                return;
            }
            std::vector<cv::Mat> channels;
            cv::split(test::read_photo_pixels((*results)[0]->file), channels);
            EXPECT_EQ(cv::norm(channels[0], channels[2], cv::NORM_INF) < 4, index == 1) << index;
        });
}

TEST_F(PrepareAll, PhotosThatNeedMoreThanTheBudgetAreMadeOneByOne) {
    int done = 0;
    auto control = with_threads(4);
    control.limits.max_memory_bytes = 30'000'000;  // the largest decoded photo just fits
    prepare_all(
        sources, [](std::size_t, const MediaInfo&) { return Recipe{}; }, targets, folder / "out",
        {}, control, [&](std::size_t, auto results) { done += results && (*results)[0]; });
    EXPECT_EQ(done, 4);
}

TEST_F(PrepareAll, ProgressIsOfAllAndNeverFalls) {
    double last = 0;
    std::set<std::size_t> moved;
    auto control = with_threads(3);
    control.on_progress = [&](const Progress& progress) {
        EXPECT_GE(progress.fraction, last);
        last = progress.fraction;
        moved.insert(progress.source);
    };
    prepare_all(
        sources, [](std::size_t, const MediaInfo&) { return Recipe{}; }, targets, folder / "out",
        {}, control, [](std::size_t, auto) {});
    EXPECT_EQ(last, 1);
    EXPECT_EQ(moved.size(), sources.size());
}

TEST_F(PrepareAll, SourcesNotStartedWhenStoppedAreNotReported) {
    std::stop_source stop;
    std::vector<std::size_t> reported;
    auto control = with_threads(1);
    control.stop = stop.get_token();
    prepare_all(
        sources, [](std::size_t, const MediaInfo&) { return Recipe{}; }, targets, folder / "out",
        {}, control,
        [&](std::size_t index, auto) {
            reported.push_back(index);
            if (index == 1) stop.request_stop();
        });
    EXPECT_THAT(reported, testing::ElementsAre(0, 1));
}

}  // namespace
