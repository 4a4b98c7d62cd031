// Sound of the preview is exact to the sample, whichever the codec.
#include "media/video/audio/previewed_audio.hpp"
#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

struct Kind {
    const char* name;
    const char* file;
    FilmMake make;
    friend void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }
};

FilmMake starting_late(FilmMake make) {
    make.picture_start = 1.4;
    return make;
}

class AudioPreviewOf : public testing::TestWithParam<Kind> {
protected:
    TemporaryFolder folder;
    std::filesystem::path file;
    void SetUp() override {
        file = folder / GetParam().file;
        make_film(file, GetParam().make);
    }
};

TEST_P(AudioPreviewOf, EachClickIsAtItsMomentInSequence) {
    auto audio = opened(file);
    EXPECT_TRUE(audio.has_audio());
    std::vector<std::int16_t> all;
    for (std::int64_t number = 0; number < 8 * rate_hz + rate_hz / 2; number += 1024) {
        const auto part = read(audio, moment(number), 1024);
        ASSERT_EQ(part.size(), 2048U);
        all.insert(all.end(), part.begin(), part.end());
    }
    const auto found = clicks(heard(all));
    // The click at 0 is cut in half.
    ASSERT_GE(found.size(), 8U);
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_NEAR(found[found.size() - 8 + i], static_cast<double>(i + 1), 0.001);
    // The same as in one read: nothing is lost or bridged between reads. (A new preview, since
    // decoders add noise that they never repeat.)
    auto other = opened(file);
    EXPECT_TRUE(read(other, Time(0), all.size() / 2) == all);
}

TEST_P(AudioPreviewOf, EachClickIsAtItsMomentWhereverOneGoes) {
    auto audio = opened(file);
    for (const double second : {7.0, 3.0, 8.0, 4.0, 1.0, 6.0, 5.0}) {
        const auto found = clicks(heard(read(audio, at(second - 0.0317), rate_hz / 10)));
        ASSERT_EQ(found.size(), 1U) << second;
        EXPECT_NEAR(found[0], 0.0317, 0.001) << second;
    }
}

TEST_P(AudioPreviewOf, TheWaveRisesWhereItClicks) {
    auto audio = opened(file);
    // Tenths of a second around the clicks from 2 to 7.
    const auto wave = audio.peaks({at(1.95), at(7.95)}, 60);
    ASSERT_TRUE(wave) << wave.error().message;
    ASSERT_EQ(wave->size(), 60U);
    for (std::size_t i = 0; i < wave->size(); ++i) {
        EXPECT_TRUE(i % 10 == 0 ? (*wave)[i] > 0.4F : (*wave)[i] < 0.05F)
            << i << ": " << (*wave)[i];
        EXPECT_LE((*wave)[i], 1.0F);
    }
    // In two parts, as a program that shows the waveform while it is read.
    auto first = *audio.peaks({at(1.95), at(4.95)}, 30);
    const auto second = *audio.peaks({at(4.95), at(7.95)}, 30);
    first.insert(first.end(), second.begin(), second.end());
    for (std::size_t i = 0; i < wave->size(); ++i) EXPECT_NEAR(first[i], (*wave)[i], 0.01) << i;
    // The next read is still right.
    EXPECT_EQ(clicks(heard(read(audio, at(2.5), rate_hz))).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    All, AudioPreviewOf,
    testing::Values(Kind{"aac", "a.mp4", options(AudioCodec::aac, 2)},
                    Kind{"mono_44_khz", "a.mov", options(AudioCodec::aac, 1, 44'100)},
                    Kind{"pcm", "a.mkv", options(AudioCodec::pcm, 2)},
                    Kind{"surround", "a.mp4", options(AudioCodec::ac3, 6)},
                    Kind{"aac_surround", "a.mkv", options(AudioCodec::aac, 6)},
                    Kind{"starts_late_ts", "a.ts", starting_late(options(AudioCodec::aac, 2))},
                    Kind{"starts_late_mp4", "a.mp4", starting_late(options(AudioCodec::aac, 2))}),
    [](const testing::TestParamInfo<Kind>& one) { return std::string(one.param.name); });

}  // namespace
