// Sound and pictures stay in sync over ten minutes: a flash and a click every ten seconds.
#include "support/flashes_and_clicks.hpp"
#include "support/made_audio.hpp"
#include "support/plain_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

constexpr double length = 600, apart = 10;
/// An offset that nobody notices. Units: seconds.
constexpr double in_step = 0.02;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

/// The click of click_wave every ten seconds, over silence.
double rare_click(double seconds, int channel) {
    const double from_click = seconds - apart * std::floor(seconds / apart + 0.5);
    if (std::abs(from_click) > 0.004 || seconds < apart / 2) return 0;
    return click_wave(from_click, channel);
}

/// One light picture at each ten seconds.
int rare_flash(double seconds) {
    const double since = seconds - apart * std::floor(seconds / apart + 1e-6);
    return since < 0.05 && seconds > apart / 2 ? 220 : 40;
}

struct Source {
    const char* name;
    const char* file;
    FilmMake make;
    friend void PrintTo(const Source& source, std::ostream* out) { *out << source.name; }
};

FilmMake ten_minutes() {
    FilmMake make;
    make.picture_seconds = make.audio_seconds = length;
    make.frame_rate = 10;
    make.picture_codec = PictureCodec::h264;
    make.width = 160;
    make.height = 120;
    make.channels = 1;
    make.wave = rare_click;
    make.light = rare_flash;
    return make;
}

FilmMake at_44_khz() {
    auto make = ten_minutes();
    make.rate_hz = 44'100;
    make.b_frames = 2;
    return make;
}

FilmMake audio_begins_late() {
    auto make = ten_minutes();
    make.picture_start = 1.4;
    make.audio_start = 0.0373;
    make.audio_seconds = length - make.audio_start;
    return make;
}

FilmMake uneven() {
    auto make = ten_minutes();
    make.audio_start = -0.0213;
    make.audio_seconds = length - make.audio_start;
    // Like a phone in the dark: each picture is up to a third of a frame early or late, except
    // those that flash.
    for (int i = 0; i < static_cast<int>(length) * make.frame_rate; ++i)
        make.picture_times.push_back(i * 0.1 + (i % 100 < 2 ? 0 : (i * 37 % 7 - 3) * 0.0113));
    return make;
}

class AudioInStep : public testing::TestWithParam<Source> {
protected:
    TemporaryFolder folder;

    void SetUp() override {
        if (!can_make_films()) GTEST_SKIP() << "no libx264";
        make_film(folder / GetParam().file, GetParam().make);
    }

    Report make(const Recipe& recipe) const {
        // One thread is faster for pictures so small.
        Control control;
        control.threads = 1;
        const auto report =
            export_media(folder / GetParam().file, recipe,
                         {folder / "made.mp4", IfExists::replace, Quality::small}, control);
        if (!report) {
            ADD_FAILURE() << report.error().message << " (" << report.error().detail << ")";
            return {};
        }
        return *report;
    }

    void trim_by_copying() const;
    void fill_a_shape_at_an_even_rate() const;

    /// `expected`: seconds of the result.
    static void expect_in_step(const char* what, const std::filesystem::path& file,
                               const std::vector<double>& expected) {
        const auto found = watch_and_hear(file);
        EXPECT_NEAR(found.first_picture, 0, 0.001);
        ASSERT_EQ(found.flashes.size(), expected.size());
        ASSERT_EQ(found.clicks.size(), expected.size());
        double worst = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_NEAR(found.flashes[i], expected[i], in_step) << i;
            EXPECT_NEAR(found.clicks[i], found.flashes[i], in_step) << i;
            worst = std::max(worst, std::abs(found.clicks[i] - found.flashes[i]));
        }
        RecordProperty(std::string(what) + "_worst_us", static_cast<int>(std::lround(worst * 1e6)));
    }
};

void AudioInStep::trim_by_copying() const {
    SCOPED_TRACE("three parts joined by copying");
    struct Part {
        double from, to;
    };
    const std::vector<Part> parts{{12.34, 205.6}, {251.05, 423.27}, {433.31, 597}};
    Recipe recipe;
    std::vector<double> expected;
    double before = 0;
    for (const auto& part : parts) {
        recipe.keep.push_back({at(part.from), at(part.to)});
        // A boundary inside a frame moves to the next frame; a frame shown for more than 100 ms is
        // cut there instead.
        const auto boundary = [&](double moment) {
            const auto& times = GetParam().make.picture_times;
            if (times.empty()) return std::ceil(moment * 10 - 1e-9) / 10;
            const auto next = std::ranges::lower_bound(times, moment);
            return next == times.begin() || *next - *std::prev(next) <= 0.1 ? *next : moment;
        };
        const double from = boundary(part.from), to = boundary(part.to);
        for (double moment = apart; moment < length; moment += apart)
            if (moment >= from && moment < to) expected.push_back(before + moment - from);
        before += to - from;
    }
    const auto report = make(recipe);
    EXPECT_EQ(report.mode, Mode::partly_copied);
    EXPECT_GT(report.frames_copied, 5000);
    EXPECT_NEAR(static_cast<double>(report.duration.value_or(Time(0)).count()) / 1e6, before,
                0.001);
    expect_in_step("trim", report.file, expected);
}

void AudioInStep::fill_a_shape_at_an_even_rate() const {
    SCOPED_TRACE("made anew at an even rate");
    Recipe recipe;
    recipe.canvas = Canvas{{72, 128}, Fit::contain, {}, {}};
    recipe.constant_rate = 12;
    std::vector<double> expected;
    for (double moment = apart; moment < length; moment += apart) expected.push_back(moment);
    const auto report = make(recipe);
    EXPECT_EQ(report.mode, Mode::encoded);
    expect_in_step("even_rate", report.file, expected);
}

// Both use one film, which takes longer to make than to trim.
TEST_P(AudioInStep, FromTheFirstToTheLast) {
    trim_by_copying();
    fill_a_shape_at_an_even_rate();
}

INSTANTIATE_TEST_SUITE_P(All, AudioInStep,
                         testing::Values(Source{"at_44_khz", "film.mp4", at_44_khz()},
                                         Source{"sound_begins_late", "film.mkv",
                                                audio_begins_late()},
                                         Source{"uneven", "film.mp4", uneven()}),
                         [](const auto& source) { return std::string(source.param.name); });

}  // namespace
