// The packets after a seam are decoded while they are written, so that decoding errors are found.
#include "video/trim/seam_watch.hpp"
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"
#include "video/container/video_file.hpp"
#include "video/decode/copy_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

using namespace mediaedit;
using internal::CannotCopy;
using internal::SeamWatch;
using internal::VideoFile;

namespace {

struct Watched {
    bool is_fine = true;
    std::string why;
};

/// Watches a film from its start; `change` may alter packets and returns false to drop one.
Watched watched(const test::FilmOptions& options, const std::function<bool(int, AVPacket&)>& change,
                int seam_at = 0, int threads = 2) {
    const test::TemporaryFolder folder;
    test::make_film(folder / "film.mp4", options);
    auto file = VideoFile::open(folder / "film.mp4", {}, {});
    try {
        SeamWatch watch(*file.picture().codecpar, file.picture().time_base, threads);
        const auto packet = internal::new_packet();
        int number = 0;
        while (file.read(*packet)) {
            if (number == seam_at) watch.seam();
            if (change(number++, *packet)) watch.put(*packet);
        }
        watch.finish();
        return {};
    } catch (const CannotCopy& reason) {
        EXPECT_EQ(reason.code, "verification");
        return {false, reason.detail};
    }
}

bool as_it_is(int, AVPacket&) { return true; }

/// The lower half of one picture is damaged.
std::function<bool(int, AVPacket&)> damaged(int which) {
    return [which](int number, AVPacket& packet) {
        if (number != which) return true;
        EXPECT_EQ(av_packet_make_writable(&packet), 0);
        std::fill(packet.data + packet.size / 2, packet.data + packet.size, std::uint8_t{0x5A});
        return true;
    };
}

test::FilmOptions with_b_frames() {
    test::FilmOptions options;
    options.b_frames = 3;
    return options;
}

}  // namespace

TEST(SeamWatch, AWholeFilmIsFine) {
    EXPECT_TRUE(watched({}, as_it_is).is_fine);
    EXPECT_TRUE(watched(with_b_frames(), as_it_is).is_fine);
}

TEST(SeamWatch, WithoutItsKeyPictureNothingIsFine) {
    EXPECT_FALSE(watched({}, [](int number, AVPacket&) { return number != 0; }).is_fine);
}

TEST(SeamWatch, DamageIsFound) { EXPECT_FALSE(watched({}, damaged(3)).is_fine); }

TEST(SeamWatch, PicturesUnderUnknownParameterSetsAreFound) {
    const test::TemporaryFolder folder;
    test::FilmOptions other;
    other.options = "x264-params=sps-id=5";
    test::make_film(folder / "film.mp4");
    test::make_film(folder / "other.mp4", other);
    auto file = VideoFile::open(folder / "film.mp4", {}, {}),
         strange = VideoFile::open(folder / "other.mp4", {}, {});
    EXPECT_THROW(
        {
            SeamWatch watch(*file.picture().codecpar, file.picture().time_base, 2);
            const auto packet = internal::new_packet();
            watch.seam();
            while (strange.read(*packet)) watch.put(*packet);
            watch.finish();
        },
        CannotCopy);
}

TEST(SeamWatch, WhatLiesFarBehindASeamIsTheSourcesOwn) {
    EXPECT_TRUE(watched({}, damaged(25)).is_fine);
}

TEST(SeamWatch, ASecondSeamIsLookedAtAsTheFirst) {
    EXPECT_TRUE(watched({}, as_it_is, 60).is_fine);
    EXPECT_FALSE(watched({}, damaged(62), 60).is_fine);
}

TEST(SeamWatch, TheCallersThreadAloneSeesTheSame) {
    EXPECT_TRUE(watched(with_b_frames(), as_it_is, 0, 1).is_fine);
    EXPECT_FALSE(watched({}, damaged(3), 0, 1).is_fine);
}

TEST(SeamWatch, AWatchThatIsGivenUpEnds) {
    const test::TemporaryFolder folder;
    test::make_film(folder / "film.mp4");
    auto file = VideoFile::open(folder / "film.mp4", {}, {});
    SeamWatch watch(*file.picture().codecpar, file.picture().time_base, 2);
    watch.seam();
    const auto packet = internal::new_packet();
    for (int i = 0; i < 5 && file.read(*packet); ++i) watch.put(*packet);
}
