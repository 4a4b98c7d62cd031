// Makes the sound of a result and compares its clicks with those of the source.
#pragma once

#include "video/audio/audio_maker.hpp"
#include "video/audio/audio_reader.hpp"
#include "video/audio/audio_source.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::test {

inline Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

struct Made {
    HeardAudio heard;
    std::vector<std::string> notes;
};

inline Made make(const std::filesystem::path& file, const internal::AudioOptions& options) {
    internal::AudioMaker maker(internal::VideoFile::open(file, {}, {}), options);
    EXPECT_FALSE(maker.copied());
    Made made{hear(maker), {}};
    for (const auto& note : maker.notes()) made.notes.push_back(note.code);
    EXPECT_TRUE(made.heard.even);
    EXPECT_EQ(made.heard.rate_hz, 48'000);
    EXPECT_NEAR(made.heard.end, static_cast<double>(options.result_duration.count()) / 1e6, 0.0001);
    return made;
}

/// The clicks in the kept ranges, on the result's clock.
inline std::vector<double> expected_clicks(const std::vector<TimeRange>& keep,
                                           double result_duration, double audio_end = 1e9) {
    std::vector<double> places;
    double before = 0;
    for (const auto& range : keep) {
        const double start = static_cast<double>(range.start.count()) / 1e6;
        const double end = range.end ? static_cast<double>(range.end->count()) / 1e6
                                     : start + result_duration - before;
        for (double second = std::ceil(start - 1e-9); second < end; ++second) {
            // A click on the cut itself cannot be measured, nor one at the very start, where the
            // encoder begins.
            const bool whole = second - start > 0.03 && end - second > 0.03 && second < audio_end;
            if (whole) places.push_back(before + second - start);
        }
        before += end - start;
    }
    return places;
}

inline void expect_clicks(const HeardAudio& heard, const std::vector<double>& places,
                          double within = 0.002) {
    const auto found = clicks(heard);
    ASSERT_EQ(found.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        EXPECT_NEAR(found[i], places[i], within) << "click " << i;
}

class AudioMaking : public testing::Test {
protected:
    TemporaryFolder folder;

    std::filesystem::path film(const FilmMake& make, const std::string& name = "film.mp4") {
        make_film(folder / name, make);
        return folder / name;
    }
};

}  // namespace mediaedit::test
