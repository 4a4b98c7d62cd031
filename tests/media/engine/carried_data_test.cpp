// Embedded metadata is reported to the person, and is in no result.
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/carried_data.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace {

using namespace mediaedit;
namespace fs = std::filesystem;

std::string in_words(const EmbeddedMetadata& carried) {
    std::string all;
    for (const auto& item : carried.items) all += item.name + "=" + item.value + "; ";
    return all;
}

EmbeddedMetadata carried_by(const fs::path& file) {
    auto carried = carried_data(file);
    EXPECT_TRUE(carried) << file << " " << carried.error().message;
    return carried ? *carried : EmbeddedMetadata{};
}

TEST(EmbeddedMetadata, APhotoOfAPhoneHasPositionAndDevice) {
    const auto carried = carried_by(test::data_folder() / "photos/avif-pixel-4a-exif-icc.avif");
    EXPECT_TRUE(carried.has(Carried::place)) << in_words(carried);
    EXPECT_TRUE(carried.has(Carried::device));
    EXPECT_TRUE(carried.has(Carried::time));
    EXPECT_FALSE(carried.place) << "it was set to nought";
    EXPECT_TRUE(std::ranges::any_of(carried.items, [](const CarriedItem& item) {
        return item.name == "exif.Model" && item.value == "Pixel 4a";
    })) << in_words(carried);
}

TEST(EmbeddedMetadata, APositionIsReportedInDegrees) {
    const test::TemporaryFolder folder;
    test::write_phone_jpeg(folder / "photo.jpg", test::made_scene(64, 48));
    const auto carried = carried_by(folder / "photo.jpg");
    ASSERT_TRUE(carried.place) << in_words(carried);
    EXPECT_TRUE(carried.place->latitude > -8.5 && carried.place->latitude < -6)
        << carried.place->latitude << " is not in Central Java";
    EXPECT_TRUE(carried.place->longitude > 108 && carried.place->longitude < 112)
        << carried.place->longitude;
}

TEST(EmbeddedMetadata, AVideoOfAPhoneHasPositionAndDevice) {
    const auto carried =
        carried_by(test::data_folder() / "videos/phone-iphone-4s-rot-90-mono-gps.mov");
    EXPECT_TRUE(carried.has(Carried::place)) << in_words(carried);
    EXPECT_TRUE(carried.has(Carried::device));
    EXPECT_TRUE(carried.place.has_value());
}

TEST(EmbeddedMetadata, APlainPictureHasNone) {
    const auto carried = carried_by(test::data_folder() / "photos/png-interlaced-16bit-rgba.png");
    EXPECT_TRUE(carried.items.empty()) << in_words(carried);
    EXPECT_FALSE(carried_data("/nowhere.jpg"));
}

/// Files that can be exported, from a folder that also holds damaged ones.
std::vector<fs::path> readable(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto info = probe(entry.path());
            info && static_cast<std::int64_t>(info->size.width) * info->size.height < 20'000'000 &&
            (!info->duration || *info->duration < std::chrono::seconds(6)))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Exports each file as a small photo or video without its metadata. Returns how many had some.
int expect_clean(const std::vector<fs::path>& files, std::initializer_list<const char*> endings) {
    test::TemporaryFolder folder;
    int with_metadata = 0;
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename());
        const auto before = carried_data(file);
        EXPECT_TRUE(before);
        if (before && !before->items.empty()) ++with_metadata;
        for (const auto* ending : endings) {
            Recipe recipe;
            recipe.canvas = Canvas{{160, 120}, Fit::contain, {}, {}};
            const auto report = export_media(
                file, recipe, {folder / (std::string("made") + ending), IfExists::replace});
            if (!report) continue;  // damaged after its header
            const auto after = carried_by(report->file);
            EXPECT_TRUE(after.items.empty()) << ending << " " << in_words(after);
        }
    }
    return with_metadata;
}

TEST(EmbeddedMetadata, NothingOfItIsInAPhotoThatWasMade) {
    EXPECT_GE(expect_clean(readable(test::data_folder() / "photos"), {".jpg", ".png", ".webp"}), 3);
    const auto shared = readable(test::shared_media() / "photos");
    if (!shared.empty()) { EXPECT_GE(expect_clean(shared, {".jpg"}), 20); }
}

TEST(EmbeddedMetadata, NothingOfItIsInAVideoThatWasMade) {
    EXPECT_GE(expect_clean(readable(test::data_folder() / "videos"), {".mp4"}), 1);
    const auto shared = readable(test::shared_media() / "videos");
    if (!shared.empty()) { EXPECT_GE(expect_clean(shared, {".mp4"}), 8); }
}

TEST(EmbeddedMetadata, NothingOfItIsInAVideoWhosePicturesWereCopied) {
    test::TemporaryFolder folder;
    const auto source = test::shared_media() / "videos/phone-1080p-sky-with-audio.mp4";
    if (!fs::exists(source)) GTEST_SKIP() << "needs the shared media";
    EXPECT_TRUE(carried_by(source).has(Carried::place));
    Recipe recipe;
    recipe.keep = {TimeRange{Time(0), Time(2'000'000)}};
    const auto report = export_media(source, recipe, {folder / "trimmed.mp4"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_TRUE(carried_by(report->file).items.empty()) << in_words(carried_by(report->file));
}

}  // namespace
