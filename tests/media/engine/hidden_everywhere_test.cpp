// What is marked to be hidden is seen in no result, whatever else is done to the picture: random
// mixes of edits, the seeds fixed.
#include "plan/turning.hpp"
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "video/decode/frame_reader.hpp"
#include "video/frame/frame_picture.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/preview.hpp>
#include <mediaedit/turning.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// Stripes of two strong colours, whose mean is grey: neither colour is left where they are hidden.
const cv::Scalar violet(255, 0, 255), green(0, 255, 0);
const Area marked{0.58, 0.2, 0.26, 0.3};

class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    double between(double least, double most) {
        return least + (most - least) * static_cast<double>(engine_()) / 4294967295.0;
    }
    int below(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
    bool once_in(int count) { return below(count) == 0; }

private:
    std::mt19937 engine_;
};

/// What is done to the picture before and after its areas are hidden. `side_px`: the results'
/// shorter side, even.
Recipe random_edits(Dice& dice, int side_px) {
    Recipe recipe;
    recipe.turn = static_cast<Turn>(dice.below(4));
    recipe.mirror = dice.once_in(2);
    if (dice.once_in(2)) recipe.straighten_deg = dice.between(-40, 40);
    if (dice.once_in(2)) {
        const double width = dice.between(0.4, 0.9), height = dice.between(0.4, 0.9);
        recipe.crop = Area{dice.between(0, 1 - width), dice.between(0, 1 - height), width, height};
    }
    if (!dice.once_in(4)) {
        const PixelSize sizes[] = {{side_px, side_px},
                                   {side_px, side_px * 16 / 9 & ~1},
                                   {side_px * 2, side_px},
                                   {side_px, side_px * 5 / 4 & ~1}};
        recipe.canvas =
            Canvas{sizes[dice.below(4)], static_cast<Fit>(dice.below(4)), {240, 240, 240, 255}, {}};
        if (dice.once_in(3)) recipe.canvas->picture_area = Area{0, 0.25, 1, 0.75};
    }
    if (dice.once_in(3)) recipe.focus = Point{dice.between(0, 1), dice.between(0, 1)};
    return recipe;
}

std::string words(const Recipe& recipe) {
    auto text = "turn " + std::to_string(static_cast<int>(recipe.turn)) +
                (recipe.mirror ? ", mirror" : "") + ", straighten " +
                std::to_string(recipe.straighten_deg);
    if (recipe.crop) text += ", crop";
    if (recipe.canvas)
        text += ", fit " + std::to_string(static_cast<int>(recipe.canvas->fit)) + " of " +
                std::to_string(recipe.canvas->size.width) + "x" +
                std::to_string(recipe.canvas->size.height);
    return text;
}

cv::Rect marked_pixels(cv::Size size) {
    return {static_cast<int>(marked.x * size.width), static_cast<int>(marked.y * size.height),
            static_cast<int>(marked.width * size.width),
            static_cast<int>(marked.height * size.height)};
}

cv::Mat photo_with_stripes() {
    auto photo = test::made_scene(1200, 900);
    const auto part = marked_pixels(photo.size());
    for (int x = part.x, i = 0; x < part.x + part.width; x += 14, ++i)
        photo(cv::Rect(x, part.y, std::min(14, part.x + part.width - x), part.height))
            .setTo(i % 2 == 0 ? violet : green);
    return photo;
}

/// The share of pixels that have one of the stripes' colours.
double striped_share(const cv::Mat& rgb) {
    int count = 0;
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            const auto& pixel = rgb.at<cv::Vec3b>(y, x);
            const int apart = std::min(pixel[0], pixel[2]) - pixel[1];
            count += std::abs(apart) > 110 && std::abs(pixel[0] - pixel[2]) < 90;
        }
    return static_cast<double>(count) / static_cast<double>(rgb.total());
}

HiddenArea hidden_as(const Recipe& recipe, PixelSize upright, HideWith with) {
    return as_seen(HiddenArea{marked, with, {}, {}}, recipe, upright);
}

TEST(HiddenEverywhere, AMarkedPartOfAPhotoIsSeenInNoResult) {
    test::TemporaryFolder folder;
    test::write_photo(folder / "photo.png", photo_with_stripes());
    Dice dice(14);
    std::vector<Job> jobs;
    constexpr int mixes = 16;
    for (int i = 0; i < mixes; ++i) {
        auto recipe = random_edits(dice, 400);
        jobs.push_back({recipe, {.file = folder / ("open-" + std::to_string(i) + ".png")}});
        recipe.hidden = {hidden_as(recipe, {1200, 900}, static_cast<HideWith>(dice.below(3)))};
        jobs.push_back({recipe, {.file = folder / ("hidden-" + std::to_string(i) + ".png")}});
    }
    const auto reports = export_many(folder / "photo.png", jobs);
    auto preview = Preview::open(folder / "photo.png");
    ASSERT_TRUE(preview);
    int would_be_seen = 0;
    for (std::size_t i = 0; i < reports.size(); i += 2) {
        SCOPED_TRACE(words(jobs[i].recipe));
        ASSERT_TRUE(reports[i] && reports[i + 1]);
        would_be_seen += striped_share(test::read_photo_pixels(reports[i]->file)) > 0.005;
        EXPECT_LT(striped_share(test::read_photo_pixels(reports[i + 1]->file)), 1e-4);
        if (i % 12 != 0) continue;
        const auto shown = preview->edited(jobs[i + 1].recipe, Time(0), {300, 300});
        ASSERT_TRUE(shown);
        cv::Mat rgb;
        cv::cvtColor(cv::Mat(shown->size.height, shown->size.width, CV_8UC4,
                             const_cast<std::uint8_t*>(shown->rgba.data())),
                     rgb, cv::COLOR_RGBA2RGB);
        EXPECT_LT(striped_share(rgb), 1e-4);
    }
    EXPECT_GT(would_be_seen, mixes / 2) << "the test would see nothing";
}

/// Where a point of the turned picture lies in the result; empty: it is cut off.
std::optional<cv::Point> in_result(const Plan& plan, const Point& seen) {
    const double x = (seen.x * plan.turned.width - plan.crop.x) / plan.crop.width,
                 y = (seen.y * plan.turned.height - plan.crop.y) / plan.crop.height;
    if (x < 0.01 || x > 0.99 || y < 0.01 || y > 0.99) return {};
    return cv::Point(static_cast<int>(plan.placed.x + x * plan.placed.width),
                     static_cast<int>(plan.placed.y + y * plan.placed.height));
}

bool is_plate(const cv::Vec3b& pixel) {
    return std::abs(pixel[0] - 72) + std::abs(pixel[1] - 76) + std::abs(pixel[2] - 82) < 24;
}

/// Eyes, nose and mouth of a face.
std::vector<Point> features_of(const Area& face) {
    std::vector<Point> points;
    for (const double x : {0.1, 0.5, 0.9})
        for (const double y : {0.1, 0.5, 0.9})
            points.push_back({face.x + face.width * x, face.y + face.height * y});
    return points;
}

std::vector<Area> areas_of(const std::vector<FoundFace>& faces) {
    std::vector<Area> areas;
    for (const auto& face : faces) areas.push_back(face.area);
    return areas;
}

/// Exports `photo` by random mixes; each face of `faces`, in the picture as taken, must be covered.
void expect_faces_hidden(const std::filesystem::path& photo, const std::vector<Area>& faces,
                         unsigned seed, int mixes) {
    test::TemporaryFolder folder;
    Dice dice(seed);
    std::vector<Job> jobs;
    for (int i = 0; i < mixes; ++i) {
        auto recipe = random_edits(dice, 360);
        recipe.hide_faces = HideWith::solid;
        jobs.push_back({recipe, {.file = folder / (std::to_string(i) + ".png")}});
    }
    const auto reports = export_many(photo, jobs);
    auto preview = Preview::open(photo);
    ASSERT_TRUE(preview);
    int seen = 0;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        SCOPED_TRACE(words(jobs[i].recipe));
        ASSERT_TRUE(reports[i]) << reports[i].error().message;
        const auto plan = preview->planned(jobs[i].recipe);
        ASSERT_TRUE(plan);
        EXPECT_EQ(plan->result, reports[i]->size);
        const auto made = test::read_photo_pixels(reports[i]->file);
        const Turning turning(jobs[i].recipe, preview->info().size);
        for (const auto& face : faces)
            for (const auto& point : features_of(face))
                if (const auto there = in_result(*plan, turning.of(point))) {
                    EXPECT_TRUE(is_plate(made.at<cv::Vec3b>(*there))) << *there;
                    ++seen;
                }
    }
    EXPECT_GT(seen, mixes) << "the test would see nothing";
}

TEST(HiddenEverywhere, AFaceIsHiddenHoweverThePhotoIsTurned) {
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    const auto faces = find_faces(photo);
    ASSERT_TRUE(faces);
    expect_faces_hidden(photo, areas_of(*faces), 7, 8);
}

/// Two people, and an EXIF block that sets them upright.
TEST(HiddenEverywhere, FacesAreFoundUprightByExif) {
    const auto photo =
        std::filesystem::path(MEDIAEDIT_TEST_DATA) / "photos/grey-orient-6-two-people.jpg";
    const auto faces = find_faces(photo);
    ASSERT_TRUE(faces);
    ASSERT_GE(faces->size(), 1U);
    expect_faces_hidden(photo, areas_of(*faces), 21, 6);
}

/// The camera lay on its side or stood on its head, and wrote nothing down.
TEST(HiddenEverywhere, AFaceIsFoundWhicheverWayItLies) {
    test::TemporaryFolder folder;
    const auto photo = test::read_photo_pixels(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) /
                                               "samples/data/market.jpg");
    const Area face =
        find_faces(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg")
            ->front()
            .area;
    for (const Turn turn : {Turn::right, Turn::half, Turn::left}) {
        Recipe turned;
        turned.turn = turn;
        const auto file = folder / ("taken-" + std::to_string(static_cast<int>(turn)) + ".jpg");
        ASSERT_TRUE(
            export_media(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg",
                         turned, {.file = file}));
        const auto there = as_seen(face, turned, {photo.cols, photo.rows});
        const auto faces = find_faces(file);
        ASSERT_TRUE(faces);
        EXPECT_TRUE(std::ranges::any_of(*faces, [&](const FoundFace& one) {
            return std::abs(one.area.x - there.x) < 0.03 && std::abs(one.area.y - there.y) < 0.03 &&
                   std::abs(one.area.width - there.width) < 0.03;
        })) << static_cast<int>(turn);
        expect_faces_hidden(file, {there}, 30 + static_cast<unsigned>(turn), 2);
    }
}

TEST(HiddenEverywhere, AKeptFaceStaysWhereItIsSeen) {
    test::TemporaryFolder folder;
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    const auto info = probe(photo);
    const auto faces = find_faces(photo);
    ASSERT_TRUE(info && faces);
    std::vector<Job> jobs;
    for (const Turn turn : {Turn::none, Turn::right, Turn::half, Turn::left}) {
        Recipe recipe;
        recipe.turn = turn;
        recipe.mirror = turn == Turn::left;
        recipe.canvas = Canvas{{400, 400}, Fit::contain, {}, {}};
        recipe.hide_faces = HideWith::solid;
        for (const auto& face : *faces)
            recipe.keep_faces.push_back({as_seen(face.area, recipe, info->size), {}});
        jobs.push_back(
            {recipe, {.file = folder / (std::to_string(static_cast<int>(turn)) + ".png")}});
    }
    for (const auto& report : export_many(photo, jobs)) {
        ASSERT_TRUE(report);
        EXPECT_TRUE(std::ranges::none_of(
            report->notes, [](const Note& note) { return note.code == "faces_hidden"; }));
    }
}

/// A logo stays as it is, the same file as a photo in the result does not.
TEST(HiddenEverywhere, APhotoLaidInIsHiddenThoughItsFileIsALogoToo) {
    test::TemporaryFolder folder;
    const auto photo = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg";
    test::write_photo(folder / "plain.png", cv::Mat(600, 600, CV_8UC3, cv::Scalar(90, 140, 90)));
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    recipe.overlays = {
        PictureOverlay{.file = photo.string(), .area = Area{0, 0, 1, 0.66}, .focus = Point{}},
        PictureOverlay{.file = photo.string(), .anchor = Anchor::bottom_left, .size = 0.2}};
    const auto report = export_media(folder / "plain.png", recipe, {folder / "made.png"});
    ASSERT_TRUE(report) << report.error().message;
    const auto made = test::read_photo_pixels(report->file);
    const auto face = find_faces(photo)->front().area;
    EXPECT_TRUE(is_plate(made.at<cv::Vec3b>(static_cast<int>((face.y + face.height / 2) * 396),
                                            static_cast<int>((face.x + face.width / 2) * 600))));
}

/// Stripes in a film's picture, which are even: `(x, y)` in the picture as stored.
std::filesystem::path film_with_stripes(const test::TemporaryFolder& folder, int turn_deg) {
    test::FilmWish wish;
    wish.width = 480;
    wish.height = 360;
    wish.frames = 24;
    wish.group = 8;
    wish.moving_detail = 0;
    wish.turn_deg = turn_deg;
    wish.draw_more = [](AVFrame& frame, int) {
        const auto part = marked_pixels({frame.width, frame.height});
        for (int plane = 0; plane < 3; ++plane) {
            const int by = plane == 0 ? 1 : 2;
            cv::Mat pixels(frame.height / by, frame.width / by, CV_8U, frame.data[plane],
                           static_cast<std::size_t>(frame.linesize[plane]));
            constexpr int codes[2][3] = {{78, 214, 230}, {173, 42, 26}};  // violet, green
            for (int x = part.x & ~1, i = 0; x + 12 <= part.x + part.width; x += 12, ++i)
                pixels(cv::Rect(x / by, part.y / by, 12 / by, part.height / by))
                    .setTo(codes[i % 2][plane]);
        }
    };
    const auto file = folder / ("film-" + std::to_string(turn_deg) + ".mp4");
    test::make_film(file, wish);
    return file;
}

double most_striped(const std::filesystem::path& film) {
    FrameReader reader(film, {}, {}, 1);
    const auto frame = new_frame();
    double most = 0;
    while (reader.next(*frame)) most = std::max(most, striped_share(to_rgb(*frame)));
    return most;
}

TEST(HiddenEverywhere, AMarkedPartOfAClipIsSeenInNoResult) {
    test::TemporaryFolder folder;
    Dice dice(5);
    int would_be_seen = 0;
    constexpr int mixes = 10;
    for (const int turn_deg : {0, 90}) {
        const auto film = film_with_stripes(folder, turn_deg);
        const auto upright = probe(film)->size;
        // The mark as the file wants to be seen.
        Recipe file_turn;
        file_turn.turn = turn_deg == 90 ? Turn::right : Turn::none;
        const auto mark = as_seen(marked, file_turn, {480, 360});
        std::vector<Job> jobs;
        for (int i = 0; i < mixes / 2; ++i) {
            auto recipe = random_edits(dice, 240);
            if (dice.once_in(2)) recipe.keep = {{Time(100'000), Time(700'000)}};
            if (dice.once_in(2)) recipe.constant_rate = 24;
            const auto name = std::to_string(turn_deg) + "-" + std::to_string(i) + ".mp4";
            jobs.push_back({recipe, {.file = folder / ("open-" + name)}});
            recipe.hidden = {as_seen(HiddenArea{mark, static_cast<HideWith>(dice.below(3)), {}, {}},
                                     recipe, upright)};
            if (dice.once_in(2)) recipe.hidden.front().when = TimeRange{Time(0), {}};
            jobs.push_back({recipe, {.file = folder / ("hidden-" + name)}});
        }
        const auto reports = export_many(film, jobs);
        for (std::size_t i = 0; i < reports.size(); i += 2) {
            SCOPED_TRACE(words(jobs[i].recipe));
            ASSERT_TRUE(reports[i] && reports[i + 1]);
            would_be_seen += most_striped(reports[i]->file) > 0.005;
            EXPECT_LT(most_striped(reports[i + 1]->file), 1e-4);
        }
    }
    EXPECT_GE(would_be_seen, mixes / 2) << "the test would see nothing";
}

}  // namespace
