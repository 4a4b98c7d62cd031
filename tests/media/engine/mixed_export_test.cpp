// A film exported with added music: video copied or encoded, sound in sync, both ending together.
#include "support/flashes_and_clicks.hpp"
#include "support/made_audio.hpp"
#include "support/plain_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

class MixedExport : public testing::Test {
protected:
    TemporaryFolder folder;

    void SetUp() override {
        if (!can_make_films()) GTEST_SKIP() << "no libx264";
        FilmMake film;
        film.picture_codec = PictureCodec::h264;
        film.width = 160;
        film.height = 120;
        film.light = [](double seconds) {
            return std::abs(seconds - std::round(seconds)) < 0.001 ? 220 : 40;
        };
        make_film(folder / "film.mp4", film);
        FilmMake music;
        music.picture_seconds = 0;
        music.audio_seconds = 3;
        music.wave = [](double seconds, int) { return 0.5 * std::sin(2 * M_PI * 300 * seconds); };
        make_film(folder / "music.m4a", music);
    }

    Result<Report> make(Recipe recipe, const std::string& music) const {
        recipe.keep = {{at(0.52), at(3.52)}, {at(5.52), at(8.52)}};
        recipe.audio = {Audio::Kind::mix, (folder / music).string()};
        return export_media(folder / "film.mp4", recipe, {folder / "made.mp4"});
    }

    static void expect_whole(const Report& report) {
        const auto found = watch_and_hear(report.file);
        ASSERT_EQ(found.flashes.size(), 6U);
        ASSERT_EQ(found.clicks.size(), 6U);
        for (std::size_t i = 0; i < 6; ++i) {
            EXPECT_NEAR(found.flashes[i], static_cast<double>(i) + 0.48, 0.001);
            EXPECT_NEAR(found.clicks[i], found.flashes[i], 0.001);
        }
        EXPECT_NEAR(found.audio_end, 6, 0.001);
        EXPECT_TRUE(report.notes.empty());
    }
};

TEST_F(MixedExport, OfATrimCopiesThePictures) {
    const auto report = make({}, "music.m4a");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->mode, Mode::partly_copied);
    expect_whole(*report);
}

TEST_F(MixedExport, OfAnotherShapeEncodesThePictures) {
    Recipe recipe;
    recipe.canvas = Canvas{{90, 160}, Fit::contain, {}, {}};
    const auto report = make(recipe, "music.m4a");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->mode, Mode::encoded);
    expect_whole(*report);
}

TEST_F(MixedExport, AMissingFileIsNamedAndNothingIsLeft) {
    const auto report = make({}, "gone.m4a");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::not_found);
    EXPECT_NE(report.error().message.find("gone.m4a"), std::string::npos) << report.error().message;
    EXPECT_FALSE(std::filesystem::exists(folder / "made.mp4"));
}

}  // namespace
