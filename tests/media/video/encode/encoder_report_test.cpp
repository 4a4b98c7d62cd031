// The report names the encoder, and a graphics card that fails midway costs only time.
#include "support/fake_encoders.hpp"
#include "support/made_film.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"
#include "video/analyze/describe.hpp"
#include "video/export/export_video.hpp"

#include <mediaedit/export_media.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string>
#include <utility>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::Fault;

std::vector<int> up_to(int behind_last) {
    std::vector<int> numbers(static_cast<std::size_t>(behind_last));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

Recipe doubled() {
    Recipe recipe;
    recipe.canvas = Canvas{{640, 480}, Fit::stretch, {}, {}};
    return recipe;
}

class EncoderReport : public testing::Test {
protected:
    test::TemporaryFolder folder;
    std::shared_ptr<test::FakeLog> log = std::make_shared<test::FakeLog>();

    std::filesystem::path film(const test::FilmOptions& options = {}) const {
        test::make_film(folder / "film.mp4", options);
        return folder / "film.mp4";
    }

    EncoderChoice with(Fault fault, int fails_at = 0) const {
        return EncoderChoice(
            {test::fake_encoder({"h264_fake", fault, fails_at, EncoderCandidate::Kind::hardware},
                                log),
             test::known_encoder()});
    }

    Job job(const std::string& name, const Recipe& recipe = doubled()) const {
        return {recipe, {folder / name, IfExists::refuse}};
    }

    static std::vector<Result<Report>> make(const std::filesystem::path& source,
                                            const std::vector<Job>& jobs, EncoderChoice& encoders) {
        const Control control;
        const std::vector<Result<Logos>> logos(jobs.size(), Result<Logos>(Logos()));
        return export_video(describe_video(source, control), jobs, logos, control, encoders);
    }
};

TEST_F(EncoderReport, NamesACardThatIsProvenElseTheProcessor) {
    const auto source = film();
    for (const auto& [fault, name] :
         {std::pair{Fault::none, "h264_fake"}, {Fault::swaps, "libx264"}}) {
        SCOPED_TRACE(name);
        auto encoders = with(fault);
        const auto made = make(source, {job(std::string(name) + ".mp4")}, encoders);
        ASSERT_TRUE(made[0]) << made[0].error().detail;
        EXPECT_EQ(made[0]->encoder, name);
        EXPECT_FALSE(test::has_note(made[0]->notes, "hardware_failed"));
        EXPECT_EQ(test::numbers_of(test::read_film(made[0]->file, 2)), up_to(120));
    }
}

TEST_F(EncoderReport, ACardThatFailsOnTheWayIsReplacedAndTheReportSaysSo) {
    for (const int fails_at : {9, 50, 120}) {  // the last one fails at the end of the stream
        SCOPED_TRACE(fails_at);
        auto encoders = with(Fault::later, fails_at);
        std::vector<Job> jobs{job("one" + std::to_string(fails_at) + ".mp4"),
                              job("two" + std::to_string(fails_at) + ".mp4")};
        jobs[1].recipe.canvas->size = {480, 360};
        jobs[1].recipe.audio.kind = Audio::Kind::off;
        const auto made = make(film(), jobs, encoders);
        for (int i = 0; i < 2; ++i) {
            ASSERT_TRUE(made[static_cast<std::size_t>(i)])
                << made[static_cast<std::size_t>(i)].error().detail;
            const auto& report = *made[static_cast<std::size_t>(i)];
            EXPECT_EQ(report.encoder, "libx264");
            EXPECT_EQ(report.frames_encoded, 120);
            EXPECT_EQ(std::ranges::count(report.notes, std::string("hardware_failed"), &Note::code),
                      1);
            EXPECT_EQ(test::numbers_of(test::read_film(report.file, i == 0 ? 2 : 1.5)), up_to(120));
        }
        // The same process does not try it again.
        const int opened = log->opened;
        EncoderOptions options;
        options.size = {640, 480};
        EXPECT_EQ(encoders.open(options).name, "libx264");
        EXPECT_EQ(log->opened, opened);
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "."), {}), 1 + 6);
}

TEST_F(EncoderReport, ALimitOfBytesIsMetByTheProcessor) {
    auto encoders = with(Fault::none);
    auto options = job("made.mp4");
    options.output.max_bytes = 150'000;
    const auto made = make(film(), {options}, encoders);
    ASSERT_TRUE(made[0]) << made[0].error().message;
    EXPECT_EQ(made[0]->encoder, "libx264");
    EXPECT_LE(made[0]->bytes, 150'000U);
    EXPECT_EQ(log->asked_for, 0);
}

TEST_F(EncoderReport, SeamsAreMadeByX264AndACopyHasNoEncoder) {
    const auto source = film();
    auto encoders = with(Fault::none);
    Recipe cut, whole;
    cut.keep = {{Time(500'000), Time(3'500'000)}};
    whole.keep = {{Time(1'000'000), Time(3'000'000)}};
    const auto made = make(source, {job("cut.mp4", cut), job("whole.mp4", whole)}, encoders);
    ASSERT_TRUE(made[0] && made[1]);
    EXPECT_EQ(made[0]->mode, Mode::partly_copied);
    EXPECT_EQ(made[0]->encoder, "libx264");
    EXPECT_EQ(made[1]->mode, Mode::copied);
    EXPECT_EQ(made[1]->encoder, "");
    EXPECT_EQ(log->asked_for, 0);
}

TEST_F(EncoderReport, TheUsualEncodersAreNamedToo) {
    const auto made = export_media(film(), doubled(), {folder / "made.mp4"});
    ASSERT_TRUE(made);
    EXPECT_NE(made->encoder, "");
    EXPECT_EQ(test::numbers_of(test::read_film(made->file, 2)), up_to(120));
}

}  // namespace
