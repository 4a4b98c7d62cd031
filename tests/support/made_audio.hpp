// Films and sounds made for tests: a click at each whole second, over a quiet tone.
#pragma once

#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

namespace mediaedit::test {

enum class AudioCodec { aac, pcm, ac3 };
enum class PictureCodec { mpeg4, h264 };

/// The sample of a channel at a time on the film's clock (seconds, 0 at its first picture). Units:
/// -1 to 1.
using Wave = std::function<double(double seconds, int channel)>;

/// A click of 8 ms around each whole second, and a tone at -46 dB.
double click_wave(double seconds, int channel);

struct FilmMake {
    double picture_seconds = 10;  ///< 0: no pictures
    int frame_rate = 25;
    double picture_start = 0;  ///< time of the first picture in the file
    PictureCodec picture_codec = PictureCodec::mpeg4;
    int width = 32, height = 32;
    int b_frames = 0;
    std::vector<double> picture_times{};  ///< on the film's clock, rising from 0; empty: even
    std::function<int(double)> light = [](double) {
        return 128;
    };  ///< of the whole picture at this time. Units: luma code
    AudioCodec codec = AudioCodec::aac;
    int rate_hz = 48'000;
    int channels = 2;        ///< 0: no sound
    double audio_start = 0;  ///< on the film's clock
    double audio_seconds = 10;
    double stretch = 1;  ///< factor by which timestamps run slower than samples
    Wave wave = click_wave;
    /// Packets that begin in these spans (film's clock, seconds) are left out, or filled with
    /// garbage.
    std::vector<std::pair<double, double>> missing{}, broken{};
};

/// The file name extension chooses the container: mp4, mov, mkv, flv, wav, mka, ...
void make_film(const std::filesystem::path& file, const FilmMake& make);

}  // namespace mediaedit::test
