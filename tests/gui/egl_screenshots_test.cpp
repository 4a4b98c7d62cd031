// Screenshots of the program in both languages. With SUNTING_SCREENSHOTS=FOLDER they are stored
// there, as PNG, for the documentation.
#include "app.hpp"
#include "platform/egl_window.hpp"
#include "support/made_photos.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

namespace {

using namespace sunting;
using namespace mediaedit::test;
namespace fs = std::filesystem;

class Screenshots : public testing::TestWithParam<const char*> {
protected:
    TemporaryFolder home;

    void SetUp() override {
        setenv("HOME", (home / "").c_str(), 1);
        for (const auto* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            unsetenv(name);
        fs::create_directories(home / "Pictures");
        fs::create_directories(home / "Videos");
        const fs::path samples = fs::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data";
        fs::copy_file(samples / "market.jpg", home / "Pictures/pasar-desa.jpg");
        fs::copy_file(samples / "sky.mp4", home / "Videos/langit.mp4");
        for (int i = 1; i <= 5; ++i) {
            cv::Mat picture(600, 800, CV_8UC3, cv::Scalar(60 + 30 * i, 140, 220 - 30 * i));
            const auto bytes = make_png(picture);
            std::ofstream(home / ("Pictures/kegiatan-" + std::to_string(i) + ".png"),
                          std::ios::binary)
                .write(reinterpret_cast<const char*>(bytes.data()),
                       static_cast<std::streamsize>(bytes.size()));
        }
        fs::last_write_time(home / "Pictures/pasar-desa.jpg",
                            fs::file_time_type::clock::now() + std::chrono::seconds(5));
        Settings settings;
        settings.language = GetParam();
        settings.greeted = true;
        settings.village.village = "Sukamaju";
        settings.village.district = "Sumberagung";
        settings.village.regency = "Kabupaten Contoh";
        settings.village.office_whatsapp = "0812-0000-0000";
        settings.results = home / "Pictures/Sunting";
        ASSERT_TRUE(WorkStore().keep(settings));
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        auto opened = open_egl_window(1366, 700);
        if (!opened) GTEST_SKIP() << opened.error().message;
        window = std::move(*opened);
        app = std::make_unique<App>(*window, WorkStore(), new_sdl_audio_output());
        app->settle();
    }

    void TearDown() override {
        app.reset();
        window.reset();
        ImGui::DestroyContext();
    }

    void click(const std::string& id) {
        const auto& all = app->widgets();
        const auto found = std::ranges::find(all, id, &Widget::id);
        ASSERT_NE(found, all.end()) << id;
        const auto at = found->seen.middle();
        window->click(at.x, at.y);
        ASSERT_TRUE(app->settle()) << id;
    }
    void type(const std::string& id, std::string_view text) {
        click(id);
        window->type(text);
        ASSERT_TRUE(app->settle());
    }

    void take_help(const std::string& name) {
        click("bar.help");
        take(name);
        click("help.close");
    }

    /// Compares the screen with the screenshot in the documentation. Text, times and the length of
    /// a bar may differ, so both are compared at a small size: no part may have moved or changed
    /// its colour.
    void expect_as_in_the_documentation(const std::string& name, const cv::Mat& rgb) {
        const auto file =
            fs::path(MEDIAEDIT_SOURCE_FOLDER) / "docs/images" / ("sunting-" + name + ".png");
        if (GetParam() != std::string("id") || !fs::exists(file)) return;
        cv::Mat now, then;
        cv::resize(rgb, now, {128, 66}, 0, 0, cv::INTER_AREA);
        cv::resize(read_photo_pixels(file), then, {128, 66}, 0, 0, cv::INTER_AREA);
        cv::Mat differences;
        cv::absdiff(now, then, differences);
        const auto mean = cv::mean(differences);
        EXPECT_LT(std::max({mean[0], mean[1], mean[2]}), 9) << name;
        EXPECT_LT(cv::countNonZero(differences.reshape(1) > 60), 128 * 66 * 3 / 20) << name;
    }

    void take(const std::string& name) {
        window->move_to(1, 1);
        app->settle();
        const auto pixels = window->read_pixels();
        cv::Mat rgb(700, 1366, CV_8UC3, const_cast<unsigned char*>(pixels.data()));
        std::set<unsigned> colors;
        for (int y = 0; y < rgb.rows; y += 7)
            for (int x = 0; x < rgb.cols; x += 7) {
                const auto& pixel = rgb.at<cv::Vec3b>(y, x);
                colors.insert(static_cast<unsigned>(pixel[0] / 16 * 256 + pixel[1] / 16 * 16 +
                                                    pixel[2] / 16));
            }
        EXPECT_GT(colors.size(), 8U) << name << " is empty";
        expect_as_in_the_documentation(name, rgb);
        const char* folder = std::getenv("SUNTING_SCREENSHOTS");
        if (!folder || !*folder) return;
        fs::create_directories(folder);
        const auto png = make_png(rgb);
        std::ofstream(fs::path(folder) / (name + "-" + GetParam() + ".png"), std::ios::binary)
            .write(reinterpret_cast<const char*>(png.data()),
                   static_cast<std::streamsize>(png.size()));
    }

    std::unique_ptr<EglWindow> window;
    std::unique_ptr<App> app;
};

TEST_P(Screenshots, OfAPhoto) {
    take("home");
    click("home.photo");
    click("file.pasar-desa.jpg");
    take("choose");
    click("next");
    take("frame");
    take_help("help-frame");
    click("next");
    take("looks");
    click("template.activity");
    type("word.title", "Pasar desa kini bayar pindai QR");
    take("words");
    click("next");
    type("form.apa", "Pelatihan pembayaran QR");
    type("form.siapa", "12 pedagang pasar");
    click("form.tanggal.today");
    take("caption");
    click("next");
    take("save");
    click("next");
    EXPECT_EQ(app->state().saving.phase, Saving::Phase::done);
    take("saved");
    take_help("help-saved");
}

TEST_P(Screenshots, OfPractice) {
    click("practise");
    take("practice");
}

TEST_P(Screenshots, OfAClip) {
    click("home.video");
    click("file.langit.mp4");
    click("next");
    click("middle");
    take("trim");
    take_help("help-trim");
    click("next");
    take("upright");
}

TEST_P(Screenshots, OfManyAndOfSettings) {
    click("home.many");
    click("file.pasar-desa.jpg");
    click("file.kegiatan-1.png");
    click("file.kegiatan-2.png");
    take("choose-many");
    click("next");
    take("many");
    click("bar.settings");
    take("settings");
}

INSTANTIATE_TEST_SUITE_P(Languages, Screenshots, testing::Values("id", "en"),
                         [](const auto& given) { return std::string(given.param); });

}  // namespace
