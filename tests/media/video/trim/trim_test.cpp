// A trim holds exactly the requested pictures, once and in order; everything that can be copied is
// copied bit by bit.
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;

std::vector<int> from_to(int first, int behind_last) {
    std::vector<int> numbers(static_cast<std::size_t>(behind_last - first));
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

struct Film {
    const char* name;
    test::FilmOptions options;
    const char* ending = "mp4";
};

std::ostream& operator<<(std::ostream& out, const Film& film) {
    return out << film.name << '.' << film.ending;
}

class TrimOf : public testing::TestWithParam<Film> {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path source;
    std::vector<Time> times;

    void SetUp() override {
        source = folder / ("film." + std::string(GetParam().ending));
        test::make_film(source, GetParam().options);
        for (const auto& frame : test::read_film(source)) times.emplace_back(frame.time_us);
        times.push_back(times.back() + Time(33'334));
    }

    /// Presentation time of picture `n`.
    Time at(int n) const { return times[static_cast<std::size_t>(n)]; }

    Report trim(std::vector<TimeRange> keep) {
        Recipe recipe;
        recipe.keep = std::move(keep);
        const auto report = export_media(source, recipe, {folder / "cut.mp4", IfExists::replace});
        if (!report) {
            ADD_FAILURE() << report.error().message << " (" << report.error().detail << ")";
            return {};
        }
        return *report;
    }

    /// How many pictures of the result are stored as in the source.
    std::int64_t copied_in(const std::filesystem::path& result) const {
        const auto hashes = test::picture_hashes(source);
        const std::set<std::uint64_t> known(hashes.begin(), hashes.end());
        const auto all = test::picture_hashes(result);
        return std::ranges::count_if(all, [&](std::uint64_t hash) { return known.contains(hash); });
    }
};

TEST_P(TrimOf, EveryStartAndEndIsExact) {
    for (const auto& [first, behind] : {std::pair{0, 120},
                                        {0, 75},
                                        {1, 2},
                                        {13, 77},
                                        {29, 31},
                                        {30, 60},
                                        {31, 119},
                                        {59, 90},
                                        {60, 120},
                                        {45, 58},
                                        {88, 120}}) {
        SCOPED_TRACE(testing::Message() << first << " to " << behind);
        const auto report = trim({{at(first), at(behind)}});
        if (report.file.empty()) continue;
        EXPECT_EQ(test::numbers_of(test::read_film(report.file)), from_to(first, behind));
        EXPECT_EQ(report.frames_copied + report.frames_encoded, behind - first);
        EXPECT_EQ(copied_in(report.file), report.frames_copied);
        EXPECT_GE(test::worst_psnr(source, report.file), 45);
        EXPECT_NEAR(static_cast<double>(report.duration->count()),
                    static_cast<double>((at(behind) - at(first)).count()), 2000);
    }
}

TEST_P(TrimOf, PartsAreJoined) {
    const auto report = trim({{at(7), at(40)}, {at(52), at(53)}, {at(66), at(101)}});
    auto expected = from_to(7, 40);
    expected.push_back(52);
    const auto last = from_to(66, 101);
    expected.insert(expected.end(), last.begin(), last.end());
    const auto frames = test::read_film(report.file);
    EXPECT_EQ(test::numbers_of(frames), expected);
    for (std::size_t i = 0; i < frames.size(); ++i)
        EXPECT_NEAR(static_cast<double>(frames[i].time_us), static_cast<double>(i) * 1e6 / 30, 2000)
            << i;
    EXPECT_EQ(copied_in(report.file), report.frames_copied);
}

TEST_P(TrimOf, CopiesWhatLiesBetween) {
    const auto report = trim({{at(13), at(107)}});
    // From the first key picture inside; with reordering a few at the end are encoded.
    EXPECT_GE(report.frames_copied, 107 - 30 - 8);
    EXPECT_EQ(report.mode, Mode::partly_copied);
}

/// The share of the lower half of a picture that is as light as the letters.
double letters_in(const std::filesystem::path& film, Time time,
                  const std::filesystem::path& folder) {
    const auto frame = export_frame(film, time, {folder / "frame.png", IfExists::replace});
    EXPECT_TRUE(frame);
    const auto pixels = test::read_photo_pixels(folder / "frame.png");
    cv::Mat light;
    cv::inRange(pixels.rowRange(pixels.rows / 2, pixels.rows), cv::Scalar(235, 235, 235),
                cv::Scalar(255, 255, 255), light);
    return cv::mean(light)[0] / 255;
}

/// A text of one second is drawn only on that second's pictures, whichever container.
class TitleOf : public testing::TestWithParam<int> {};

TEST_P(TitleOf, EncodesItsOwnPicturesOnly) {
    test::TemporaryFolder folder;
    test::FilmOptions options;
    options.width = 1280;
    options.height = 720;
    options.b_frames = 2;
    options.turn_deg = GetParam();
    options.moving_detail = 0;
    const auto source = folder / "film.mp4";
    test::make_film(source, options);
    Recipe recipe;
    TextOverlay title;
    title.text = "Kerja bakti";
    title.size = 0.12;
    title.when = TimeRange{1s, 2s};
    recipe.overlays = {title};
    const auto report = export_media(source, recipe, {folder / "titled.mp4"});
    ASSERT_TRUE(report) << report.error().message << report.error().detail;
    EXPECT_EQ(report->mode, Mode::partly_copied);
    EXPECT_EQ(test::numbers_of(test::read_film(report->file)), from_to(0, 120));
    EXPECT_GE(report->frames_copied, 80);
    EXPECT_LE(report->frames_encoded, 40);
    const auto source_hashes = test::picture_hashes(source),
               hashes = test::picture_hashes(report->file);
    ASSERT_EQ(hashes.size(), source_hashes.size());
    for (std::size_t i = 60; i < 120; ++i) EXPECT_EQ(hashes[i], source_hashes[i]) << i;
    EXPECT_LT(letters_in(report->file, 950ms, folder.path()), 0.001);
    EXPECT_GT(letters_in(report->file, 1s, folder.path()), 0.005);
    EXPECT_GT(letters_in(report->file, 1950ms, folder.path()), 0.005);
    EXPECT_LT(letters_in(report->file, 2s, folder.path()), 0.001);
}

INSTANTIATE_TEST_SUITE_P(All, TitleOf, testing::Values(0, 90, 180, 270),
                         [](const testing::TestParamInfo<int>& one) {
                             return "turned" + std::to_string(one.param);
                         });

/// How a film's colours are encoded, and whether it is tagged.
struct Colours {
    const char* name;
    const char* options;
    const char* pixels = "yuv420p";
    double red_weight = 0.299, blue_weight = 0.114;
    bool is_full = false;

    /// The standard conversion to RGB.
    cv::Vec3d rgb(const std::array<double, 3>& codes) const {
        const double light = is_full ? codes[0] : (codes[0] - 16) * 255 / 219.0,
                     scale = is_full ? 1 : 255 / 224.0;
        const double red = light + 2 * (1 - red_weight) * (codes[2] - 128) * scale,
                     blue = light + 2 * (1 - blue_weight) * (codes[1] - 128) * scale;
        return {red,
                (light - red_weight * red - blue_weight * blue) / (1 - red_weight - blue_weight),
                blue};
    }
};

std::ostream& operator<<(std::ostream& out, const Colours& colours) { return out << colours.name; }

/// Drawings on BT.601 or full range pictures have the right colours, and their surroundings stay
/// unchanged.
class LogoOnColours : public testing::TestWithParam<Colours> {};

TEST_P(LogoOnColours, OnlyItsOwnPlaceChanges) {
    const auto& colours = GetParam();
    test::TemporaryFolder folder;
    test::FilmOptions options;
    options.b_frames = 2;
    options.options = colours.options;
    options.pixels = colours.pixels;
    const auto source = folder / "film.mp4";
    test::make_film(source, options);
    const cv::Vec3d logo_colour(210, 60, 40);
    test::write_photo(
        folder / "logo.png",
        cv::Mat(64, 64, CV_8UC3, cv::Scalar(logo_colour[0], logo_colour[1], logo_colour[2])));
    Recipe recipe;
    PictureOverlay logo;
    logo.file = (folder / "logo.png").string();
    logo.anchor = Anchor::bottom;
    logo.size = 0.3;
    logo.when = TimeRange{1s, 2s};
    recipe.overlays = {logo};
    const auto report = export_media(source, recipe, {folder / "made.mp4"});
    ASSERT_TRUE(report) << report.error().message << report.error().detail;
    EXPECT_EQ(report->mode, Mode::partly_copied);
    EXPECT_EQ(test::numbers_of(test::read_film(report->file)), from_to(0, 120));
    EXPECT_GE(test::worst_psnr(source, report->file, 0.5), 45);
    const auto source_hashes = test::picture_hashes(source),
               hashes = test::picture_hashes(report->file);
    ASSERT_EQ(hashes.size(), source_hashes.size());
    const auto codes = test::codes_at(report->file, 0.5, 0.82),
               before = test::codes_at(source, 0.5, 0.82);
    for (std::size_t i = 0; i < 120; ++i) {
        const bool is_logo = cv::norm(colours.rgb(codes[i]) - logo_colour, cv::NORM_INF) < 4;
        EXPECT_EQ(is_logo, i >= 30 && i < 60) << i << ": " << colours.rgb(codes[i]);
        if (i >= 30 && i < 60) continue;
        EXPECT_EQ(hashes[i], source_hashes[i]) << i;
        EXPECT_EQ(codes[i], before[i]) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, LogoOnColours,
    testing::Values(
        Colours{"untagged", ""},
        Colours{"pal", "colorspace=bt470bg:color_primaries=bt470bg:color_trc=gamma28"},
        Colours{"ntsc", "colorspace=smpte170m:color_primaries=smpte170m:color_trc=smpte170m"},
        Colours{"full_range", "colorspace=bt470bg:color_range=pc", "yuvj420p", 0.299, 0.114, true},
        Colours{"full_range_709",
                "colorspace=bt709:color_primaries=bt709:color_trc=bt709:color_range=pc", "yuvj420p",
                0.2126, 0.0722, true},
        Colours{"tagged_709", "colorspace=bt709:color_primaries=bt709:color_trc=bt709", "yuv420p",
                0.2126, 0.0722}),
    [](const testing::TestParamInfo<Colours>& one) { return std::string(one.param.name); });

test::FilmOptions film(int b_frames, const char* options = "") {
    test::FilmOptions made;
    made.b_frames = b_frames;
    made.options = options;
    return made;
}

test::FilmOptions late_film() {
    auto options = film(2);
    options.first_tick = 300;
    return options;
}

test::FilmOptions turned_film() {
    auto options = film(0);
    options.turn_deg = 90;
    return options;
}

test::FilmOptions deep_film() {
    auto options = film(2);
    options.pixels = "yuv422p10le";
    return options;
}

INSTANTIATE_TEST_SUITE_P(
    All, TrimOf,
    testing::Values(Film{"plain", film(0)}, Film{"three_b", film(3)},
                    Film{"pyramid", film(7, "b-pyramid=normal")}, Film{"late_start", late_film()},
                    Film{"turned", turned_film()}, Film{"baseline", film(0, "profile=baseline")},
                    Film{"high_422_10_bit", deep_film()}, Film{"quicktime", film(3), "mov"},
                    Film{"matroska", film(3), "mkv"}),
    [](const testing::TestParamInfo<Film>& one) { return std::string(one.param.name); });

}  // namespace
