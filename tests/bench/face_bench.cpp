// How long it takes to look for faces.
//
//     face_bench FILE [THREADS]
//
// Prints the median and the slowest of 9 searches of a photo, reading it included; of a video the
// time to follow its faces, beside its own length. Never a test: it has no threshold. What is
// found, and what is not, tests/media/subjects/shared_faces_test.cpp prints.
#include <mediaedit/faces.hpp>
#include <mediaedit/media_info.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int count, char** words) {
    using namespace mediaedit;
    using Clock = std::chrono::steady_clock;
    if (count < 2) return 2;
    Control control;
    control.threads = count > 2 ? std::atoi(words[2]) : 0;
    const auto info = probe(words[1], control);
    if (!info) return std::fprintf(stderr, "%s\n", info.error().message.c_str()), 1;
    const bool is_video = info->kind == MediaKind::video;
    std::vector<double> times;
    std::size_t faces = 0;
    for (int i = 0; i < (is_video ? 1 : 9); ++i) {
        const auto begun = Clock::now();
        if (is_video) faces = follow_faces(words[1], control).value().size();
        else faces = find_faces(words[1], control).value().size();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
    }
    std::ranges::sort(times);
    std::printf("%dx%d, %zu faces: median %.0f ms, slowest %.0f ms", info->size.width,
                info->size.height, faces, times[times.size() / 2], times.back());
    if (info->duration)
        std::printf(", for %.1f s of film", std::chrono::duration<double>(*info->duration).count());
    std::printf("\n");
}
