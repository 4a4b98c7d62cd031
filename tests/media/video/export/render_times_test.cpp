// Times of encoded results: every picture of the source is there in time.
#include "media/video/export/render_fixture.hpp"
#include "support/made_film.hpp"
#include "support/mp4_walker.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

TEST_F(RenderVideo, EveryPictureIsThereInTime) {
    const auto report = make(film(), doubled());
    const auto frames = test::read_film(report.file, 2);
    EXPECT_EQ(test::numbers_of(frames), from_to(0, 120));
    for (std::size_t i = 0; i < frames.size(); ++i)
        EXPECT_NEAR(static_cast<double>(frames[i].time_us), static_cast<double>(i) * 1e6 / 30, 20)
            << i;
    EXPECT_EQ(report.size, (PixelSize{640, 480}));
    EXPECT_EQ(report.mode, Mode::encoded);
    EXPECT_EQ(report.frames_encoded, 120);
    EXPECT_NEAR(static_cast<double>(report.duration->count()), 4e6, 1000);
}

TEST_F(RenderVideo, KeyPicturesComeEveryTwoSeconds) {
    auto options = test::FilmOptions();
    options.frames = 200;
    const auto frames = test::read_film(make(film(options), doubled()).file, 2);
    for (std::size_t i = 0; i < frames.size(); ++i) EXPECT_EQ(frames[i].is_key, i % 60 == 0) << i;
}

TEST_F(RenderVideo, KeptPartsAreExact) {
    auto recipe = doubled();
    recipe.keep = {{at(13), at(20)}, {at(55), at(56)}, {at(90), {}}};
    auto expected = from_to(13, 20);
    expected.push_back(55);
    const auto last = from_to(90, 120);
    expected.insert(expected.end(), last.begin(), last.end());
    EXPECT_EQ(test::numbers_of(test::read_film(make(film(), recipe).file, 2)), expected);
}

TEST_F(RenderVideo, PicturesOutOfOrderInAnAviAreCutExactly) {
    test::FilmOptions options;
    options.encoder = "mpeg4";
    options.b_frames = 2;
    const auto source = film(options, "film.avi");
    Recipe recipe;
    for (const auto& [first, behind] : {std::pair{0, 120}, {13, 77}, {29, 31}, {60, 120}}) {
        SCOPED_TRACE(testing::Message() << first << " to " << behind);
        recipe.keep = {{at(first), at(behind)}};
        const auto report = make(source, recipe);
        if (report.file.empty()) continue;
        EXPECT_EQ(test::numbers_of(test::read_film(report.file)), from_to(first, behind));
    }
}

TEST_F(RenderVideo, UnevenTimesStayOrBecomeEven) {
    test::FilmOptions options;
    options.tick = 1;
    options.ticks_a_second = 600;
    options.frames = 40;
    for (int i = 0; i < 40; ++i)
        options.times.push_back(i * 20 + (i % 4 == 3 ? 17 : 0));  // every fourth picture late
    const auto source = film(options);
    const auto uneven = test::read_film(make(source, doubled()).file, 2);
    ASSERT_EQ(test::numbers_of(uneven), from_to(0, 40));
    for (int i = 0; i < 40; ++i)
        EXPECT_NEAR(static_cast<double>(uneven[static_cast<std::size_t>(i)].time_us),
                    static_cast<double>(options.times[static_cast<std::size_t>(i)]) / 600 * 1e6,
                    20);

    auto recipe = doubled();
    recipe.constant_rate = 60;
    const auto even = test::read_film(make(source, recipe).file, 2);
    EXPECT_NEAR(static_cast<double>(even.size()), 80, 2);
    for (std::size_t i = 0; i < even.size(); ++i) {
        EXPECT_NEAR(static_cast<double>(even[i].time_us), static_cast<double>(i) * 1e6 / 60, 20);
        // At most one position off.
        const auto should = options.times[static_cast<std::size_t>(even[i].number)];
        EXPECT_NEAR(static_cast<double>(even[i].time_us), static_cast<double>(should) / 600 * 1e6,
                    1e6 / 29)
            << i;
    }
}

/// An MP4 of 15360 ticks per second whose first track shows one second from `first`, then one from
/// `second`, at 30 pictures per second.
void set_two_edits(const std::filesystem::path& file, std::uint32_t first, std::uint32_t second) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto get = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    const auto text = [](std::uint32_t value) {
        return std::string{static_cast<char>(value >> 24), static_cast<char>(value >> 16),
                           static_cast<char>(value >> 8), static_cast<char>(value)};
    };
    const auto moov = bytes.rfind("moov"), elst = bytes.find("elst", moov);
    const auto begin = get(elst + 16);  // the media time of its only edit
    const auto edit = [&](std::uint32_t picture) {
        return text(1000) + text(begin + picture * 512) + text(0x10000);
    };
    for (const auto box : {moov, bytes.find("trak", moov), bytes.find("edts", moov), elst})
        bytes.replace(box - 4, 4, text(get(box - 4) + 12));
    bytes.replace(elst + 8, 16, text(2) + edit(first) + edit(second));
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST_F(RenderVideo, EachEditBeginsWhereTheOneBeforeItEnds) {
    test::FilmOptions options;
    options.b_frames = 2;
    options.options = "b-adapt=0";
    for (const int second : {75, 76, 77}) {
        SCOPED_TRACE(second);
        const auto source = film(options);
        set_two_edits(source, 20, static_cast<std::uint32_t>(second));
        const auto report = make(source, doubled());
        auto expected = from_to(20, 50);
        const auto last = from_to(second, second + 30);
        expected.insert(expected.end(), last.begin(), last.end());
        const auto frames = test::read_film(report.file, 2);
        EXPECT_EQ(test::numbers_of(frames), expected);
        for (std::size_t i = 0; i < frames.size(); ++i)
            EXPECT_NEAR(static_cast<double>(frames[i].time_us), static_cast<double>(i) * 1e6 / 30,
                        100)
                << i;
        EXPECT_FALSE(test::has_note(report.notes, "damaged_in_places"));
    }
}

}  // namespace
