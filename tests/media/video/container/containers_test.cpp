// Whatever a container says about key pictures, clock and length: each picture is there once, at
// its time, and each can be decoded.
#include "support/made_film.hpp"
#include "support/odd_films.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <numeric>
#include <ostream>

namespace {

using namespace mediaedit;
namespace fs = std::filesystem;

std::vector<int> from_to(int first, int behind_last) {
    std::vector<int> numbers(static_cast<std::size_t>(behind_last - first));
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

std::vector<int> operator+(std::vector<int> one, const std::vector<int>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

test::FilmOptions film(int b_frames, int group = 30) {
    test::FilmOptions options;
    options.width = 192;  // only as large as its numbers need
    options.height = 64;
    options.b_frames = b_frames;
    options.group = group;
    return options;
}

struct OddFilm {
    const char* name;
    const char* file;
    std::function<void(const fs::path& file)> make;
    std::vector<int> numbers;  ///< of the pictures shown, 30 per second
    friend void PrintTo(const OddFilm& film, std::ostream* out) { *out << film.name; }
};

/// The number in the picture that a preview shows.
int number_in(const PictureView& view) {
    int number = 0;
    for (int bit = 0; bit < 12; ++bit)
        if (view.rgba[static_cast<std::size_t>((8 * view.size.width + bit * 16 + 8) * 4 + 1)] > 125)
            number |= 1 << bit;
    return number;
}

class OddFilms : public testing::TestWithParam<OddFilm> {
protected:
    test::TemporaryFolder folder;
    fs::path source;

    void SetUp() override {
        source = folder / GetParam().file;
        GetParam().make(source);
    }

    static Time at(int place) { return Time((place * 1'000'000LL + 15) / 30); }
    static std::vector<int> expected(int from, int behind) {
        const auto& all = GetParam().numbers;
        return {all.begin() + from, all.begin() + behind};
    }

    void expect_made(const Recipe& recipe, const std::vector<int>& numbers) {
        const auto report = export_media(source, recipe, {folder / "made.mp4", IfExists::replace});
        ASSERT_TRUE(report) << report.error().message << " (" << report.error().detail << ")";
        const double scale = recipe.canvas ? recipe.canvas->size.width / 192.0 : 1;
        EXPECT_EQ(test::numbers_of(test::read_film(report->file, scale)), numbers);
        EXPECT_FALSE(test::has_note(report->notes, "damaged_in_places"));
        EXPECT_NEAR(std::chrono::duration<double>(*report->duration).count(),
                    static_cast<double>(numbers.size()) / 30, 0.04);
    }
};

TEST_P(OddFilms, IsAsLongAsItsPictures) {
    const auto info = probe(source);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_NEAR(std::chrono::duration<double>(*info->duration).count(),
                static_cast<double>(GetParam().numbers.size()) / 30, 0.04);
    EXPECT_TRUE(info->notes.empty());
}

TEST_P(OddFilms, IsMadeWhole) {
    Recipe recipe;
    recipe.canvas = Canvas{{384, 128}, Fit::contain, {}, {}};
    expect_made(recipe, GetParam().numbers);
}

TEST_P(OddFilms, IsTrimmedExactly) {
    const int all = static_cast<int>(GetParam().numbers.size());
    for (const auto& [from, behind] :
         {std::pair{0, all}, {7, all - 5}, {all / 2 - 4, all / 2 + 20}}) {
        SCOPED_TRACE(testing::Message() << from << " to " << behind);
        Recipe recipe;
        // Slightly before the picture, since Matroska's clock is coarse.
        const Time early(2000);
        recipe.keep = {{std::max(Time(0), at(from) - early), at(behind) - early}};
        expect_made(recipe, expected(from, behind));
    }
}

TEST_P(OddFilms, IsShownInAnyOrder) {
    auto preview = Preview::open(source);
    ASSERT_TRUE(preview) << preview.error().message;
    const int all = static_cast<int>(GetParam().numbers.size());
    for (const int place :
         {0, 1, all - 1, all / 2, all / 2 + 1, all / 4, 3, all / 2 - 1, all / 2 + 25}) {
        const auto view = preview->original(at(place) + Time(5000), {192, 64});
        ASSERT_TRUE(view) << view.error().message;
        EXPECT_EQ(number_in(*view), GetParam().numbers[static_cast<std::size_t>(place)])
            << "at " << place;
    }
}

void make_with_keys(const fs::path& file,
                    const std::function<void(std::vector<std::uint32_t>&)>& change) {
    test::make_film(file, film(2));
    auto keys = test::key_flags(file);
    change(keys);
    test::set_key_flags(file, keys);
}

/// Two streams with numbers from 0, one after the other; the second one's clock begins at
/// `second_tick`.
void make_joined(const fs::path& file, int b_frames, std::int64_t first_tick,
                 std::int64_t second_tick) {
    const auto folder = file.parent_path();
    const std::vector<fs::path> parts{folder / "one.ts", folder / "two.ts"};
    auto options = film(b_frames);
    options.frames = 60;
    options.first_tick = first_tick;
    test::make_film(parts[0], options);
    options.first_tick = second_tick;
    test::make_film(parts[1], options);
    test::join(parts, file);
}

/// A film without its first packets: it begins within its second picture.
void make_headless(const fs::path& file, test::FilmOptions options) {
    test::make_film(file, options);
    test::drop_beginning(file, 60);
}

test::FilmOptions open_film(const char* encoder = "libx264") {
    auto options = film(2);
    options.open_groups = true;
    options.encoder = encoder;
    return options;
}

test::FilmOptions mpeg_2_film() {
    auto options = film(2);
    options.encoder = "mpeg2video";
    options.options = "b=4000000";
    return options;
}

test::FilmOptions refreshed_film() {
    auto options = film(0);
    options.frames = 150;
    options.options = "intra-refresh=1";
    return options;
}

INSTANTIATE_TEST_SUITE_P(
    KeysThatLie, OddFilms,
    testing::Values(OddFilm{"first_not_marked", "film.mp4",
                            [](const fs::path& file) {
                                make_with_keys(file, [](auto& keys) { keys.erase(keys.begin()); });
                            },
                            from_to(0, 120)},
                    OddFilm{"none_marked", "film.mp4",
                            [](const fs::path& file) {
                                make_with_keys(file, [](auto& keys) { keys.clear(); });
                            },
                            from_to(0, 120)},
                    OddFilm{"wrong_ones_marked", "film.mp4",
                            [](const fs::path& file) {
                                make_with_keys(file, [](auto& keys) {
                                    for (auto& key : keys) key += 7;
                                });
                            },
                            from_to(0, 120)},
                    OddFilm{"all_marked", "film.mp4",
                            [](const fs::path& file) {
                                test::make_film(file, film(2));
                                test::drop_key_flags(file);
                            },
                            from_to(0, 120)}),
    [](const testing::TestParamInfo<OddFilm>& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    PicturesThatLeanBack, OddFilms,
    testing::Values(
        OddFilm{"open_h264", "film.mp4",
                [](const fs::path& file) { test::make_film(file, open_film()); }, from_to(0, 120)},
        OddFilm{"open_h264_matroska", "film.mkv",
                [](const fs::path& file) { test::make_film(file, open_film()); }, from_to(0, 120)},
        OddFilm{"open_hevc", "film.mp4",
                [](const fs::path& file) { test::make_film(file, open_film("libx265")); },
                from_to(0, 120)},
        OddFilm{"open_mpeg_2", "film.mp4",
                [](const fs::path& file) { test::make_film(file, mpeg_2_film()); },
                from_to(0, 120)},
        OddFilm{"intra_refresh", "film.mp4",
                [](const fs::path& file) { test::make_film(file, refreshed_film()); },
                from_to(0, 150)},
        OddFilm{"intra_refresh_matroska", "film.mkv",
                [](const fs::path& file) { test::make_film(file, refreshed_film()); },
                from_to(0, 150)}),
    [](const testing::TestParamInfo<OddFilm>& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    StreamsWithoutTheirBeginning, OddFilms,
    testing::Values(
        OddFilm{"closed", "film.ts", [](const fs::path& file) { make_headless(file, film(2)); },
                from_to(30, 120)},
        OddFilm{"open", "film.ts", [](const fs::path& file) { make_headless(file, open_film()); },
                from_to(30, 120)},
        OddFilm{"hevc", "film.ts",
                [](const fs::path& file) { make_headless(file, open_film("libx265")); },
                from_to(30, 120)},
        OddFilm{"mpeg_2", "film.ts",
                [](const fs::path& file) { make_headless(file, mpeg_2_film()); }, from_to(30, 120)},
        OddFilm{"intra_refresh", "film.ts",
                [](const fs::path& file) { make_headless(file, refreshed_film()); },
                from_to(40, 150)}),
    [](const testing::TestParamInfo<OddFilm>& one) { return std::string(one.param.name); });

const auto twice = from_to(0, 60) + from_to(0, 60);
constexpr std::int64_t ticks_an_hour = 30 * 3600, wrap = (INT64_C(1) << 33) / 3000;

INSTANTIATE_TEST_SUITE_P(
    ClocksThatJump, OddFilms,
    testing::Values(
        OddFilm{"back", "film.ts", [](const fs::path& file) { make_joined(file, 0, 0, 0); }, twice},
        OddFilm{"back_out_of_order", "film.ts",
                [](const fs::path& file) { make_joined(file, 2, 0, 0); }, twice},
        OddFilm{"back_a_little", "film.ts",
                [](const fs::path& file) { make_joined(file, 2, 0, 54); }, twice},
        OddFilm{"back_by_hours", "film.ts",
                [](const fs::path& file) { make_joined(file, 2, 3 * ticks_an_hour, 0); }, twice},
        OddFilm{"forward", "film.ts",
                [](const fs::path& file) { make_joined(file, 2, 0, 150'000); }, twice},
        OddFilm{"wrapped", "film.ts",
                [](const fs::path& file) { make_joined(file, 2, wrap - 50, wrap + 10); }, twice}),
    [](const testing::TestParamInfo<OddFilm>& one) { return std::string(one.param.name); });

}  // namespace
