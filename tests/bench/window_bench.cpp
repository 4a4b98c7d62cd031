// How soon the window follows the hand: a photo dragged under its frames, a clip scrubbed. Without
// a screen; with --drawn everything is drawn by Mesa in software, as on a computer without a
// graphics card, else not at all.
//
//   window_bench [--drawn] PHOTO CLIP
#include "app.hpp"
#ifdef HAS_EGL
#  include "platform/egl_window.hpp"
#endif
#include "platform/headless_window.hpp"
#include "platform/silent_audio_output.hpp"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace sunting;
using Clock = std::chrono::steady_clock;

double ms(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void tell(const char* what, const std::vector<double>& values) {
    std::printf("%-46s median %6.1f ms   95 %% %6.1f ms   longest %6.1f ms   (%zu)\n", what,
                percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1),
                values.size());
}

long resident_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6) / 1024;
    return 0;
}

/// Thirty moves per second for five seconds. For each card: the age of what it shows, at every
/// frame.
void drag(App& app, HeadlessWindow& window) {
    const auto& all = app.widgets();
    const auto stage = std::ranges::find(all, "stage", &Widget::id);
    if (stage == all.end()) {
        std::puts("no stage: the photo could not be opened");
        return;
    }
    const auto middle = stage->box.middle();
    window.move_to(middle.x, middle.y);
    window.press_button();
    app.frame();
    std::map<unsigned long, Clock::time_point> moments;  // when each version came
    std::vector<double> ages, frames;
    const auto begun = Clock::now();
    for (int i = 1; i <= 150; ++i) {
        const auto frame_begun = Clock::now();
        window.move_to(middle.x + static_cast<float>(i % 60) * 3,
                       middle.y + static_cast<float>(i % 30));
        app.frame();
        moments.try_emplace(app.state().work_version, Clock::now());
        for (const auto& [slot, answer] : app.state().answers) {
            if (!slot.starts_with("card:")) continue;
            // A result is out of date from the arrival of the next version.
            const auto next = moments.upper_bound(std::stoul(answer.key));
            if (i >= 30)
                ages.push_back(next == moments.end() ? 0 : ms(Clock::now() - next->second));
        }
        frames.push_back(ms(Clock::now() - frame_begun));
        std::this_thread::sleep_until(begun + std::chrono::milliseconds(33 * i));
    }
    window.release_button();
    app.settle();
    tell("a frame of a drag, without drawing", frames);
    tell("age of the results shown beside it", ages);
}

/// Waits for a worker, as the real window does; needless frames would take a core from the decoder.
void wait_for_wake(const HeadlessWindow& window, int wakes) {
    const auto begun = Clock::now();
    while (window.wakes() == wakes && Clock::now() - begun < std::chrono::milliseconds(250))
        std::this_thread::sleep_for(std::chrono::microseconds(200));
}

/// `rested`: the pointer rests there briefly, as before a real click.
void scrub(App& app, const HeadlessWindow& window, bool rested) {
    const auto& items = app.state().post().items;
    const auto facts = app.state().facts(items.front().file);
    if (!facts || !facts->info.duration) {
        std::puts("no clip: it could not be opened");
        return;
    }
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int64_t> anywhere(0,
                                                         facts->info.duration->count() - 100'000);
    std::vector<double> waits;
    for (int i = 0; i < 40; ++i) {
        const auto before = app.state().answer("uncut:0")->key;
        const auto at = mediaedit::Time(anywhere(random));
        if (rested) {
            app.act(RestOn{at - std::min(at, mediaedit::Time(150'000))});
            for (int frame = 0; frame < 3; ++frame) {
                app.frame();
                std::this_thread::sleep_for(std::chrono::milliseconds(66));
            }
        }
        const auto begun = Clock::now();
        app.act(SeekTo{at});
        do {
            const int wakes = window.wakes();
            app.frame();
            if (app.state().answer("uncut:0")->key == before) wait_for_wake(window, wakes);
        } while (app.state().answer("uncut:0")->key == before &&
                 Clock::now() - begun < std::chrono::seconds(3));
        waits.push_back(ms(Clock::now() - begun));
    }
    tell(rested ? "the same, the pointer having rested there"
                : "from a press on the line to the exact picture",
         waits);
}

std::unique_ptr<HeadlessWindow> window_of(bool is_drawn) {
#ifdef HAS_EGL
    if (is_drawn) {
        auto window = open_egl_window(1366, 700);
        if (window) return std::move(*window);
        std::puts(window.error().message.c_str());
        std::exit(1);
    }
#endif
    if (is_drawn) std::puts("built without EGL: nothing is drawn");
    return std::make_unique<HeadlessWindow>(1366, 700);
}

}  // namespace

int main(int count, char** words) {
    const bool is_drawn = count > 1 && words[1] == std::string_view("--drawn");
    if (is_drawn) ++words, --count;
    if (count != 3) {
        std::puts("window_bench [--drawn] PHOTO CLIP");
        return 2;
    }
    const auto home = std::filesystem::temp_directory_path() / "window_bench";
    std::filesystem::create_directories(home);
    setenv("HOME", home.c_str(), 1);
    setenv("XDG_DATA_HOME", home.c_str(), 1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    {
        const auto opened = window_of(is_drawn);
        auto& window = *opened;
        App app(window, WorkStore(home), std::make_unique<SilentAudioOutput>());
        app.act(GreetingDone{});
        app.settle();
        std::printf("resident at the beginning: %ld MB\n", resident_mb());
        app.take_files({std::filesystem::absolute(words[1])});
        app.settle();
        app.act(GoTo{Step::frame});
        app.settle();
        std::printf("resident with the photo: %ld MB\n", resident_mb());
        drag(app, window);
        std::printf("resident after the drag: %ld MB\n", resident_mb());
        app.act(GoHome{});
        app.settle();
        app.act(Begin{Task::video});
        app.act(TakeFiles{{std::filesystem::absolute(words[2])}});
        app.act(GoTo{Step::trim});
        app.settle();
        scrub(app, window, false);
        scrub(app, window, true);
        std::printf("resident with the clip: %ld MB\n", resident_mb());
    }
    ImGui::DestroyContext();
    std::filesystem::remove_all(home);
    return 0;
}
