// Every screen in both languages and in all sizes: nothing overlaps, is cut or lies outside.
#include "layout.hpp"
#include "program.hpp"

#include "model/edits.hpp"
#include "view/screens/screens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;

class ScreensTest : public testing::Test {
protected:
    Program program_;

    /// Checks the current screen in all languages and sizes. `at_each` restores its state after its
    /// contents were loaded again.
    void expect_good_everywhere(const std::string& screen,
                                const std::function<void()>& at_each = {}) {
        for (const std::string language : {"id", "en"})
            for (const auto& [width, height] : {std::pair(1366, 768), std::pair(1024, 600)})
                for (const int percent : {100, 150, 200}) {
                    program_.show(width, height, percent, language);
                    if (at_each) at_each();
                    EXPECT_FALSE(program_.app().widgets().empty());
                    for (const auto& fault :
                         faults_of(program_.app().widgets(), static_cast<float>(width),
                                   static_cast<float>(height)))
                        ADD_FAILURE() << screen << ", " << language << ", " << width << "x"
                                      << height << ", " << percent << " %: " << fault;
                }
    }

    void choose(const std::string& what, const std::vector<fs::path>& files) {
        program_.press("home." + what);
        for (const auto& file : files) program_.app().act(ToggleFile{file});
        program_.settle();
    }
    void go_to(Step step) {
        program_.app().act(GoTo{step});
        program_.settle();
        ASSERT_EQ(program_.state().step, step);
    }
};

TEST_F(ScreensTest, Greeting) {
    ProgramOptions options;
    options.greeted = false;
    Program first(options);
    first.start();
    ASSERT_EQ(first.state().screen, Screen::greeting);
    for (const int percent : {100, 150, 200})
        for (const std::string language : {"id", "en"})
            for (const auto& [width, height] : {std::pair(1366, 768), std::pair(1024, 600)}) {
                first.show(width, height, percent, language);
                for (const auto& fault : faults_of(first.app().widgets(), static_cast<float>(width),
                                                   static_cast<float>(height)))
                    ADD_FAILURE() << "greeting, " << language << ", " << width << "x" << height
                                  << ", " << percent << " %: " << fault;
            }
}

TEST_F(ScreensTest, Home) {
    program_.photo("Kerja bakti membersihkan saluran irigasi di dusun Krajan.jpg");
    program_.start();
    choose("photo",
           {program_.pictures() / "Kerja bakti membersihkan saluran irigasi di dusun Krajan.jpg"});
    program_.kill();
    program_.start();
    ASSERT_TRUE(program_.find("interrupted"));
    expect_good_everywhere("home");
}

TEST_F(ScreensTest, Choose) {
    for (int i = 0; i < 9; ++i)
        program_.photo("IMG_20260512_1422" + std::to_string(10 + i) + ".jpg", 320, 240);
    program_.broken_photo("rusak.jpg");
    fs::create_directories(program_.pictures() / "Kegiatan PKK tahun 2026");
    program_.start();
    choose("photo", {program_.pictures() / "IMG_20260512_142210.jpg"});
    expect_good_everywhere("choose");
    program_.app().act(ShowPlace{{SourceFolder::Kind::folder, program_.pictures()}});
    expect_good_everywhere("choose, a folder");
}

TEST_F(ScreensTest, Frame) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    choose("photo", {file});
    go_to(Step::frame);
    expect_good_everywhere("frame");
    program_.app().act(Change{"blur faces",
                              {},
                              with_hidden_area(with_faces(program_.work(), 0, FaceChoice::hide), 0,
                                               {0.1, 0.1, 0.2, 0.2})});
    program_.app().act(ToggleCovering{});
    expect_good_everywhere("frame, while covering");
}

TEST_F(ScreensTest, Words) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    choose("photo", {file});
    go_to(Step::words);
    TextOverlay text;
    text.text = "Posyandu Melati";
    program_.app().act(Change{"change text", {}, with_text(program_.work(), 0, text)});
    expect_good_everywhere("words");
    ASSERT_TRUE(program_.find("template.none"));
    for (const auto& widget : std::vector(program_.app().widgets()))
        if (widget.id.starts_with("template.") && widget.id != "template.none") {
            program_.app().act(
                Change{"choose a look", {}, with_template(program_.work(), widget.id.substr(9))});
            program_.show(1024, 600, 150, "id");
            for (const auto& fault : faults_of(program_.app().widgets(), 1024, 600))
                ADD_FAILURE() << widget.id << ": " << fault;
        }
}

TEST_F(ScreensTest, Caption) {
    program_.start();
    program_.press("home.caption");
    auto work = with_field(program_.work(), "apa", "Posyandu Melati");
    work = with_caption(
        std::move(work), "Instagram",
        "Hubungi Ibu Sri 0812-3456-7890, NIK 3322010101010001. Mari datang ke balai desa.");
    program_.app().act(Change{"answer a question", {}, std::move(work)});
    expect_good_everywhere("caption");
}

TEST_F(ScreensTest, CaptionOfAPhoto) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    choose("photo", {file});
    go_to(Step::caption);
    expect_good_everywhere("caption of a photo");
}

TEST_F(ScreensTest, SaveBeforeAndAfter) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    choose("photo", {file});
    program_.app().act(
        Change{"answer a question", {}, with_field(program_.work(), "apa", "Posyandu Melati")});
    go_to(Step::save);
    expect_good_everywhere("save, before");
    program_.show(1366, 768, 100, "en");
    program_.save();
    ASSERT_EQ(program_.state().saving.phase, Saving::Phase::done);
    // Another language makes the work unsaved again, so only the sizes change.
    for (const auto& [width, height] : {std::pair(1366, 768), std::pair(1024, 600)})
        for (const int percent : {100, 150, 200}) {
            program_.show(width, height, percent, "en");
            ASSERT_EQ(program_.state().saving.phase, Saving::Phase::done);
            for (const auto& fault : faults_of(program_.app().widgets(), static_cast<float>(width),
                                               static_cast<float>(height)))
                ADD_FAILURE() << "save, after, " << width << "x" << height << ", " << percent
                              << " %: " << fault;
        }
}

TEST_F(ScreensTest, WhileItSavesAndWhenItIsAsked) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    choose("photo", {file});
    go_to(Step::save);
    // In the middle of saving: the state alone decides what is shown.
    program_.app().act(Save{});
    program_.app().act(AskToQuit{});
    program_.app().frame();
    program_.app().frame();
    for (const auto& fault : faults_of(program_.app().widgets(), 1366, 768)) ADD_FAILURE() << fault;
    ASSERT_TRUE(program_.find("question.yes"));
    program_.app().act(Answered{false});
    program_.settle();
}

TEST_F(ScreensTest, Trim) {
    mediaedit::test::FilmOptions video;
    video.width = 240;
    video.height = 426;
    const auto file = program_.film("VID-20260512-WA0001.mp4", video);
    program_.start();
    choose("video", {file});
    go_to(Step::trim);
    program_.app().act(Change{
        "remove a part",
        {},
        with_middle_removed(program_.work(), 0, 0, *program_.state().facts(file)->info.duration)});
    program_.app().act(ShowPart{1});
    program_.settle();
    ASSERT_TRUE(program_.find("rejoin"));
    expect_good_everywhere("trim");
}

TEST_F(ScreensTest, TrimOfAWideFilm) {
    const auto file = program_.film("film.mp4", {});
    program_.start();
    choose("video", {file});
    go_to(Step::trim);
    expect_good_everywhere("trim of a wide film");
    go_to(Step::frame);
    expect_good_everywhere("frame of a wide film");
}

TEST_F(ScreensTest, TenPhotosAtOnce) {
    std::vector<fs::path> files;
    for (int i = 0; i < 10; ++i)
        files.push_back(program_.photo("foto " + std::to_string(i) + ".jpg", 200, 250));
    program_.start();
    choose("many", files);
    ASSERT_EQ(program_.work().post.items.size(), 10u);
    expect_good_everywhere("many, choose");
    go_to(Step::frame);
    expect_good_everywhere("many, frame");
    go_to(Step::words);
    expect_good_everywhere("many, words");
    go_to(Step::save);
    expect_good_everywhere("many, save");
}

TEST_F(ScreensTest, Settings) {
    program_.start();
    program_.press("bar.settings");
    expect_good_everywhere("settings");
    for (const bool dark : {false, true})
        for (const bool contrast : {false, true}) {
            auto settings = program_.state().settings;
            settings.dark = dark;
            settings.high_contrast = contrast;
            program_.app().act(ChangeSettings{settings});
            program_.settle();
            for (const auto& fault : faults_of(program_.app().widgets(), 1024, 600))
                ADD_FAILURE() << fault;
        }
}

TEST_F(ScreensTest, Help) {
    const auto file = program_.photo("foto.jpg");
    program_.start();
    program_.press("bar.help");
    expect_good_everywhere("help of the start");
    program_.press("help.close");
    choose("photo", {file});
    for (const auto step : {Step::choose, Step::frame, Step::words, Step::caption, Step::save}) {
        go_to(step);
        program_.app().act(ToggleHelp{});
        expect_good_everywhere("help");
    }
}

TEST_F(ScreensTest, Practice) {
    program_.start();
    program_.press("practise");
    ASSERT_EQ(program_.state().step, Step::frame);
    for (const auto step : {Step::frame, Step::words, Step::caption, Step::save}) {
        go_to(step);
        ASSERT_TRUE(program_.find("guide"));
        expect_good_everywhere("practice, " + step_name(step));
    }
    // The person's own photos need no guide.
    program_.photo("foto.jpg");
    go_to(Step::choose);
    program_.press("file.foto.jpg");
    EXPECT_FALSE(program_.find("guide"));
}

TEST_F(ScreensTest, TwoPhotosOfOneNameInTwoFoldersAreTwo) {
    const auto one = program_.photo("IMG_0001.jpg", 320, 240);
    fs::create_directories(program_.home() / "Downloads");
    const auto other = program_.home() / "Downloads" / "IMG_0001.jpg";
    fs::copy_file(one, other);
    program_.start();
    program_.press("home.many");
    std::vector<std::string> cards;
    for (const auto& widget : program_.app().widgets())
        if (widget.id.starts_with("file.")) cards.push_back(widget.id);
    ASSERT_EQ(cards.size(), 2u);
    ASSERT_NE(cards[0], cards[1]);
    program_.press(cards[1]);
    program_.press(cards[0]);
    ASSERT_EQ(program_.work().post.items.size(), 2u);
    EXPECT_NE(program_.work().post.items[0].file, program_.work().post.items[1].file);
}

TEST_F(ScreensTest, AVeryLongNameStaysInItsPlace) {
    const std::string name = std::string(100, 'x') + " Ñandú — Posyandu “Melati”.jpg";
    const auto file = program_.photo(name, 320, 240);
    program_.start();
    choose("photo", {file});
    expect_good_everywhere("a long name");
}

}  // namespace
