// Presentation times from an MP4's tables are the ones that FFmpeg reads.
#include "video/container/mp4_times.hpp"
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"
#include "video/container/video_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

using namespace mediaedit;
using internal::shown_times;

namespace {

std::vector<std::int64_t> as_ffmpeg_reads(const std::filesystem::path& path) {
    auto file = internal::VideoFile::open(path, {}, {});
    std::vector<std::int64_t> times;
    const auto packet = internal::new_packet();
    while (file.read(*packet)) times.push_back(packet->pts - file.origin());
    return times;
}

std::vector<std::int64_t> by_tables(const std::filesystem::path& path, std::size_t most = 100'000) {
    auto times = shown_times(path, internal::read_mp4_layout(path).tracks.at(0), most);
    const auto first = times.empty() ? 0 : *std::ranges::min_element(times);
    for (auto& time : times) time -= first;
    return times;
}

class Mp4Times : public testing::Test {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path film(const test::FilmOptions& options, const char* name = "film.mp4") {
        test::make_film(folder / name, options);
        return folder / name;
    }
};

}  // namespace

TEST_F(Mp4Times, EvenAndInOrder) {
    const auto file = film({});
    EXPECT_EQ(by_tables(file), as_ffmpeg_reads(file));
    EXPECT_EQ(by_tables(file).size(), 120U);
}

TEST_F(Mp4Times, OutOfOrderAndUneven) {
    test::FilmOptions options;
    options.b_frames = 3;
    for (int i = 0; i < options.frames; ++i) options.times.push_back(i * 5 + i % 4);
    options.ticks_a_second = 90;
    for (const auto* name : {"film.mp4", "film.mov"}) {
        const auto file = film(options, name);
        EXPECT_EQ(by_tables(file), as_ffmpeg_reads(file)) << name;
    }
}

TEST_F(Mp4Times, NoMoreThanAskedFor) { EXPECT_EQ(by_tables(film({}), 7).size(), 7U); }

TEST_F(Mp4Times, TablesThatEndEarlyGiveWhatIsThere) {
    const auto file = film({});
    auto track = internal::read_mp4_layout(file).tracks.at(0);
    track.decode_times.end = track.decode_times.begin + 8;
    EXPECT_TRUE(shown_times(file, track, 1000).empty());
    track.decode_times = {std::filesystem::file_size(file) - 4,
                          std::filesystem::file_size(file) + 400};
    EXPECT_LE(shown_times(file, track, 1000).size(), 1000U);
    EXPECT_TRUE(shown_times(folder / "none.mp4", track, 1000).empty());
}
