// A played clip whose pictures and sound carry numbers.
#pragma once

#include "platform/audio_output.hpp"
#include "worker/player.hpp"

#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/preview.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace sunting::test {

using mediaedit::PictureView;
using mediaedit::Preview;
using mediaedit::Time;
using mediaedit::TimeRange;
using mediaedit::test::AudioCodec;
using mediaedit::test::FilmMake;
using mediaedit::test::make_film;
using mediaedit::test::PictureCodec;
using mediaedit::test::TemporaryFolder;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

inline constexpr int rate = 25, pictures = 50;
inline constexpr Time buffer{1024 * 1'000'000 / 48'000};

inline Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

/// Each frame's brightness gives its number; the level of the audio gives the tenth of a second.
inline FilmMake numbered_film() {
    FilmMake make;
    make.picture_seconds = make.audio_seconds = static_cast<double>(pictures) / rate;
    make.frame_rate = rate;
    make.picture_codec = PictureCodec::h264;
    make.width = make.height = 64;
    make.light = [](double seconds) {
        return 24 + 4 * static_cast<int>(std::lround(seconds * rate));
    };
    make.codec = AudioCodec::pcm;
    make.wave = [](double seconds, int) { return 0.01 * (1 + std::floor(seconds * 10 + 1e-6)); };
    return make;
}

inline int number_in(const PictureView& view) {
    const auto middle =
        static_cast<std::size_t>(view.size.height / 2) * static_cast<std::size_t>(view.size.width) +
        static_cast<std::size_t>(view.size.width / 2);
    const double light = view.rgba[4 * middle] * 219.0 / 255 + 16;
    return static_cast<int>(std::lround((light - 24) / 4));
}

inline int tenth_in(std::int16_t sample) {
    return static_cast<int>(std::lround(sample / 327.68)) - 1;
}

inline bool wait_until(const std::function<bool()>& holds,
                       milliseconds at_most = milliseconds(20'000)) {
    for (const auto end = steady_clock::now() + at_most; steady_clock::now() < end;
         std::this_thread::sleep_for(milliseconds(1)))
        if (holds()) return true;
    return holds();
}

/// A clock that the test moves.
struct FakeClock {
    std::shared_ptr<std::atomic<std::int64_t>> now_us =
        std::make_shared<std::atomic<std::int64_t>>(1'000'000);
    Time operator()() const { return Time(*now_us); }
    void pass(Time time) const { *now_us += time.count(); }
};

/// Loudspeakers that count the sample frames they were given.
class CountingOutput final : public AudioOutput {
public:
    CountingOutput(std::unique_ptr<AudioOutput> inner,
                   std::shared_ptr<std::atomic<std::int64_t>> handed)
        : inner_(std::move(inner)), handed_(std::move(handed)) {}
    bool open(Fill fill) override {
        return inner_->open([this, fill = std::move(fill)](std::span<std::int16_t> samples) {
            fill(samples);
            *handed_ += static_cast<std::int64_t>(samples.size()) / 2;
        });
    }
    [[nodiscard]] Time latency() const override { return inner_->latency(); }
    void pause() override { inner_->pause(); }
    void resume() override { inner_->resume(); }
    void close() override { inner_->close(); }

private:
    std::unique_ptr<AudioOutput> inner_;
    std::shared_ptr<std::atomic<std::int64_t>> handed_;
};

class PlayerOfFilm : public testing::Test {
protected:
    TemporaryFolder folder;
    std::filesystem::path file = folder / "film.mkv";
    FakeClock clock;

    void SetUp() override { make_film(file, numbered_film()); }

    [[nodiscard]] PlayedClip clip(std::vector<TimeRange> ranges = {}) const {
        auto opened = Preview::open(file);
        if (!opened) throw std::runtime_error(opened.error().message);
        auto preview = std::make_shared<Preview>(std::move(opened).value());
        PlayedClip clip;
        clip.source = file;
        clip.ranges = std::move(ranges);
        clip.duration = preview->info().duration.value();
        clip.frame_rate = rate;
        clip.picture_at = [preview](Time moment) { return preview->original(moment, {64, 64}); };
        return clip;
    }
};

}  // namespace sunting::test
