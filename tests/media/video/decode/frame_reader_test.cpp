// Which picture the reader returns next.
#include "video/decode/frame_reader.hpp"

#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// 120 pictures, one per tick of its rate.
class FrameReaderTest : public testing::Test {
protected:
    test::TemporaryFolder folder;
    Frame frame = new_frame();

    FrameReader open(int group) {
        test::FilmOptions options;
        options.group = group;
        test::make_film(folder / "film.mp4", options);
        return FrameReader(folder / "film.mp4", {}, {}, 1);
    }
    static std::int64_t ticks(const FrameReader& frames, int number) {
        return av_rescale_q(number, {1, 30}, frames.file().picture().time_base);
    }
    int next(FrameReader& frames) {
        if (!frames.next(*frame)) return -1;
        return static_cast<int>(
            av_rescale_q(frame->pts, frames.file().picture().time_base, {1, 30}));
    }
};

TEST_F(FrameReaderTest, NearIsTheKeyPictureBefore) {
    auto frames = open(30);
    frames.start_near(ticks(frames, 100));
    EXPECT_EQ(next(frames), 90);
    frames.go_near(ticks(frames, 20));
    EXPECT_EQ(next(frames), 0) << "behind what was read there is no other way";
}

TEST_F(FrameReaderTest, PlacesThatFollowEachOtherAreNotDecodedTwice) {
    auto frames = open(60);
    frames.go_near(ticks(frames, 0));
    EXPECT_EQ(next(frames), 0);
    frames.go_near(ticks(frames, 50));
    EXPECT_EQ(next(frames), 1) << "the key picture was read already";
    frames.go_near(ticks(frames, 70));
    EXPECT_EQ(next(frames), 60) << "another is nearer";
    frames.go_near(ticks(frames, 119));
    EXPECT_EQ(next(frames), 61);
}

TEST_F(FrameReaderTest, AfterARestItStartsAnywhere) {
    auto frames = open(30);
    frames.start_at(ticks(frames, 40));
    EXPECT_EQ(next(frames), 40);
    frames.rest();
    EXPECT_EQ(next(frames), -1);
    frames.go_near(ticks(frames, 41));
    EXPECT_EQ(next(frames), 30) << "what was read before is forgotten";
    frames.rest();
    frames.start_at(ticks(frames, 100));
    EXPECT_EQ(next(frames), 100);
    EXPECT_EQ(frames.faults(), 0);
}

TEST_F(FrameReaderTest, AfterTheEndNothingIsGoneOnFrom) {
    auto frames = open(60);
    frames.start_at(ticks(frames, 119));
    EXPECT_EQ(next(frames), 119);
    EXPECT_EQ(next(frames), -1);
    frames.go_near(ticks(frames, 130));
    EXPECT_EQ(next(frames), 60);
}

}  // namespace
