// The village's profile: reading, writing, exporting as one file.
#include "base/base64.hpp"
#include "engine/open_photo.hpp"
#include "support/made_photos.hpp"
#include "support/made_pictures.hpp"
#include "support/made_village.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/village.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace {

using namespace mediaedit;

Village full_village() {
    auto village = test::made_village();
    village.logo = "logo.png";
    village.main_color = {0x12, 0x34, 0x56, 255};
    village.second_color = {0xfe, 0xdc, 0xba, 255};
    village.font = "Noto Serif";
    village.office_phone = "(0299) 700000";
    village.office_whatsapp = "0812-0000-0000";
    village.office_email = "kantor@sukamaju.desa.id";
    village.office_address = "Jl. Raya Sukamaju No. 1";
    village.other_numbers = {"0099-01-000000-50-0"};
    village.aspiration_form = "https://sukamaju.desa.id/usul";
    village.lapor = false;
    village.hashtags = {"DesaSukamaju", "#KabupatenContoh"};
    village.opening_hours = "Senin-Jumat 08.00-15.00 WIB";
    return village;
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

void write_plain_png(const std::filesystem::path& file, int side, const cv::Scalar& color) {
    const auto bytes = test::make_png(cv::Mat(side, side, CV_8UC3, color));
    write(file, {bytes.begin(), bytes.end()});
}

TEST(Village, ComesBackAsItWasWritten) {
    for (const auto& village : {full_village(), [] {
                                    Village least;
                                    least.village = "A";
                                    return least;
                                }()}) {
        const auto read = parse_village(to_json(village));
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(*read, village);
        EXPECT_EQ(to_json(*read), to_json(village));
    }
}

TEST(Village, NamesTheFieldThatIsWrong) {
    const std::pair<const char*, const char*> cases[]{
        {R"({"village":"A"})", "schema"},
        {R"({"schema":"mediaedit.village/2","village":"A"})", "schema"},
        {R"({"schema":"mediaedit.recipe/1","village":"A"})", "schema"},
        {R"({"schema":"mediaedit.village/1"})", "village"},
        {R"({"schema":"mediaedit.village/1","village":""})", "village"},
        {R"({"schema":"mediaedit.village/1","village":7})", "village"},
        {R"({"schema":"mediaedit.village/1","village":"A","main_color":"blue"})", "main_color"},
        {R"({"schema":"mediaedit.village/1","village":"A","office":{"phon":"1"}})", "office.phon"},
        {R"({"schema":"mediaedit.village/1","village":"A","office":{"other_numbers":["1",2]}})",
         "office.other_numbers[1]"},
        {R"({"schema":"mediaedit.village/1","village":"A","answers":{"lapor":"yes"}})",
         "answers.lapor"},
        {R"({"schema":"mediaedit.village/1","village":"A","hashtags":"x"})", "hashtags"},
    };
    for (const auto& [json, where] : cases) {
        const auto read = parse_village(json);
        ASSERT_FALSE(read) << json;
        EXPECT_EQ(read.error().code, ErrorCode::bad_recipe) << json;
        EXPECT_EQ(read.error().where, where) << json;
    }
}

TEST(Village, FindsItsLogoBesideItself) {
    const test::TemporaryFolder folder;
    write(folder / "desa.json", to_json(full_village()));
    const auto read = read_village(folder / "desa.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->logo, (folder / "logo.png").string());
    EXPECT_EQ(read_village(folder / "none.json").error().code, ErrorCode::not_found);
}

TEST(Village, IsHandedOnAsOneFileWhoseLogoIsDrawn) {
    const test::TemporaryFolder home, other;
    write_plain_png(home / "logo.png", 40, {255, 0, 0});
    auto village = full_village();
    village.logo = (home / "logo.png").string();
    const auto sent = export_village(village, other / "desa.json");
    ASSERT_TRUE(sent) << sent.error().message;
    std::filesystem::remove(home / "logo.png");

    const auto got = read_village(other / "desa.json");
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(*got, *sent);
    EXPECT_TRUE(got->logo.starts_with("data:image/png;base64,"));

    // On a white photo the logo's corner is red.
    write_plain_png(other / "photo.png", 400, {255, 255, 255});
    Recipe recipe;
    recipe.overlays.push_back(PictureOverlay{.file = got->logo, .size = 0.5});
    const auto made = export_media(other / "photo.png", recipe, {other / "result.png"});
    ASSERT_TRUE(made) << made.error().message;
    const auto seen =
        internal::decode(internal::open_photo(other / "result.png", {}), 1, {}).picture.pixels;
    EXPECT_EQ(test::color_name(seen, 100, 100), "red");
    EXPECT_EQ(test::color_name(seen, 390, 390), "white");
}

TEST(Village, DoesNotHandOnALogoThatIsNone) {
    const test::TemporaryFolder folder;
    write(folder / "logo.png", "no picture");
    auto village = full_village();
    village.logo = (folder / "logo.png").string();
    const auto sent = export_village(village, folder / "desa.json");
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, ErrorCode::unsupported);
    EXPECT_FALSE(std::filesystem::exists(folder / "desa.json"));
}

TEST(Village, IsKeptAmongTheUsersOwn) {
    const test::TemporaryFolder home, usb;
    const char* before = std::getenv("XDG_DATA_HOME");
    const std::string kept = before ? before : "";
    setenv("XDG_DATA_HOME", home.path().c_str(), 1);
    auto village = full_village();
    village.logo.clear();
    village.village = "Suka Maju/../x";  // a foreign file's name must not become a path
    write(usb / "from-district.json", to_json(village));
    const auto first = import_village(usb / "from-district.json"),
               second = import_village(usb / "from-district.json");
    const auto files = village_files();
    before ? setenv("XDG_DATA_HOME", kept.c_str(), 1) : unsetenv("XDG_DATA_HOME");
    ASSERT_TRUE(first) << first.error().message;
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ(first->parent_path(), home / "mediaedit" / "villages");
    EXPECT_EQ(first->filename(), "Suka-Maju-x.json");
    EXPECT_EQ(files.size(), 2u);
    EXPECT_EQ(*read_village(*second), village);
}

TEST(Base64, IsReadBackAndDoubtsWhatIsDamaged) {
    using namespace mediaedit::internal;
    std::vector<std::uint8_t> bytes;
    for (int length = 0; length < 40; ++length) {
        EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
        bytes.push_back(static_cast<std::uint8_t>(length * 37));
    }
    EXPECT_FALSE(from_base64("abc"));
    EXPECT_FALSE(from_base64("ab!d"));
    EXPECT_FALSE(bytes_in_address("photo;base64,QUJD"));
    EXPECT_EQ(bytes_in_address("data:image/png;base64,QUJD")->size(), 3u);
}

}  // namespace
