// How fast a preview shows a clip: any picture, and one after the other.
//
//     look_bench CLIP [WIDTH HEIGHT]
//
// Prints the median and the slowest of 60 jumps to anywhere, and the processor time of playing ten
// seconds. Never a test: it has no threshold.
#include <mediaedit/preview.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

int main(int count, char** words) {
    using namespace mediaedit;
    using Clock = std::chrono::steady_clock;
    if (count < 2) return 2;
    const PixelSize within{count > 3 ? std::atoi(words[2]) : 640,
                           count > 3 ? std::atoi(words[3]) : 360};
    auto opened = Preview::open(words[1]);
    if (!opened) return std::fprintf(stderr, "%s\n", opened.error().message.c_str()), 1;
    auto& preview = *opened;
    const auto length = preview.info().duration.value_or(Time(1));

    std::mt19937 random(1);
    std::vector<double> jumps;
    for (int i = 0; i < 60; ++i) {
        const Time at(std::uniform_int_distribution<std::int64_t>(0, length.count() - 1)(random));
        const auto begun = Clock::now();
        if (!preview.original(at, within)) return 1;
        jumps.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
    }
    std::ranges::sort(jumps);
    std::printf("jump: median %.1f ms, slowest %.1f ms\n", jumps[jumps.size() / 2], jumps.back());

    const double rate = preview.info().frame_rate;
    const auto begun = Clock::now();
    const auto begun_cpu = std::clock();
    const int pictures =
        static_cast<int>(std::min(10.0, std::chrono::duration<double>(length).count()) * rate);
    for (int i = 0; i < pictures; ++i)
        if (!preview.original(Time(static_cast<std::int64_t>((i + 0.5) / rate * 1e6)), within))
            return 1;
    const double seconds = pictures / rate;
    std::printf("playing %.1f s: %.2f s, %.2f of a core\n", seconds,
                std::chrono::duration<double>(Clock::now() - begun).count(),
                static_cast<double>(std::clock() - begun_cpu) / CLOCKS_PER_SEC / seconds);
}
