// Damaged films: nothing is printed to stderr.
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>

namespace {

using namespace mediaedit;

struct Damage {
    const char* name;
    test::FilmOptions film;
    std::function<void(std::string&)> spoil;
};

std::ostream& operator<<(std::ostream& out, const Damage& damage) { return out << damage.name; }

class Quiet : public testing::TestWithParam<Damage> {};

TEST_P(Quiet, NothingIsPrinted) {
    const test::TemporaryFolder folder;
    const auto file = folder / GetParam().name;
    test::make_film(file, GetParam().film);
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    GetParam().spoil(bytes);
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));

    Recipe cut, small;
    cut.keep = {{Time(300'000), Time(3'500'000)}};
    small.canvas = Canvas{{96, 96}, Fit::cover, {}, {}};
    small.focus = Point{0.5, 0.5};
    testing::internal::CaptureStderr();
    static_cast<void>(probe(file));
    for (const auto& recipe : {cut, small})
        static_cast<void>(export_media(file, recipe, {folder / "made.mp4", IfExists::replace}));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

template <int parts_of_100>
void cut_at(std::string& bytes) {
    bytes.resize(bytes.size() * parts_of_100 / 100);
}
constexpr auto cut_short = &cut_at<60>;

/// The table says that the last picture has 16 MB.
void swell_last_picture(std::string& bytes) {
    const auto box = bytes.find("stsz");
    ASSERT_NE(box, bytes.npos);
    std::size_t count = 0;
    for (std::size_t i = box + 12; i < box + 16; ++i)
        count = count << 8 | static_cast<unsigned char>(bytes[i]);
    bytes[box + 16 + (count - 1) * 4] = 1;
}

test::FilmOptions of(const char* encoder) {
    test::FilmOptions options;
    options.encoder = encoder;
    return options;
}

INSTANTIATE_TEST_SUITE_P(All, Quiet,
                         testing::Values(Damage{"cut_short.mkv", of("libx264"), cut_short},
                                         Damage{"swollen.mp4", of("libx264"), &swell_last_picture},
                                         Damage{"cut_short.avi", of("mpeg4"), cut_short},
                                         Damage{"cut_short.webm", of("libvpx"), cut_short},
                                         Damage{"cut_short.ts", of("libx264"), cut_short},
                                         Damage{"cut_short.flv", of("libx264"), cut_short},
                                         Damage{"cut_37.flv", of("libx264"), &cut_at<37>},
                                         Damage{"cut_41.flv", of("libx264"), &cut_at<41>},
                                         Damage{"cut_83.flv", of("libx264"), &cut_at<83>},
                                         Damage{"cut_37.mkv", of("libx264"), &cut_at<37>},
                                         Damage{"cut_83.mkv", of("libx264"), &cut_at<83>}));

}  // namespace
