// Packets read ahead are the file's, in order, and stopping early does not wait.
#include "video/decode/pictures_ahead.hpp"

#include "base/failure.hpp"
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <stop_token>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

class PicturesAheadTest : public testing::TestWithParam<int> {
protected:
    test::TemporaryFolder folder;

    std::filesystem::path film() {
        test::FilmOptions options;
        options.b_frames = 2;
        options.frames = 120;
        options.width = 640;
        options.height = 480;
        options.options = "preset=ultrafast:crf=1";
        test::make_film(folder / "film.mp4", options);
        EXPECT_GT(std::filesystem::file_size(folder / "film.mp4"), 5U << 20)
            << "more than may wait";
        return folder / "film.mp4";
    }

    template <class Next>
    static std::vector<std::int64_t> times(Next&& next) {
        std::vector<std::int64_t> all;
        const auto packet = new_packet();
        while (next(*packet)) all.push_back(packet->pts);
        return all;
    }
};

TEST_P(PicturesAheadTest, AllComeInTheFilesOrder) {
    auto file = VideoFile::open(film(), {}, {}), other = file.reopened();
    const auto from = av_rescale_q(75, {1, 30}, file.picture().time_base);
    other.seek(from);
    const auto expected = times([&](AVPacket& packet) { return other.read_picture(packet); });
    ASSERT_EQ(expected.size(), 60U) << "from the key picture before it";
    PicturesAhead ahead(file, from, GetParam());
    EXPECT_EQ(times([&](AVPacket& packet) { return ahead.next(packet); }), expected);
    const auto packet = new_packet();
    EXPECT_FALSE(ahead.next(*packet));
}

TEST_P(PicturesAheadTest, OneMayLeaveEarly) {
    auto file = VideoFile::open(film(), {}, {});
    { const PicturesAhead unread(file, 0, GetParam()); }
    PicturesAhead ahead(file, 0, GetParam());
    const auto packet = new_packet();
    EXPECT_TRUE(ahead.next(*packet));
}

TEST_P(PicturesAheadTest, StoppingReachesTheReader) {
    std::stop_source stop;
    auto file = VideoFile::open(film(), {}, stop.get_token());
    PicturesAhead ahead(file, 0, GetParam());
    stop.request_stop();
    const auto packet = new_packet();
    EXPECT_THROW(while (ahead.next(*packet)){}, Failure);
}

INSTANTIATE_TEST_SUITE_P(Threads, PicturesAheadTest, testing::Values(1, 2));

}  // namespace
