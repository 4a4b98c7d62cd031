// Sunting makes photos and clips ready to be posted: a window around the library mediaedit.
#include "app.hpp"
#include "describe_screen.hpp"
#include "platform/audio_output.hpp"
#include "platform/crash_log.hpp"
#include "platform/window.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/version.hpp>

#include <imgui.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

namespace {

struct Context {
    Context() { ImGui::CreateContext(); }
    ~Context() { ImGui::DestroyContext(); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

}  // namespace

int main(int count, char** words) {
    using namespace sunting;
    // Input methods need UTF-8; files need numbers with a decimal point.
    if (!std::setlocale(LC_ALL, "C.UTF-8")) std::setlocale(LC_ALL, "");
    std::setlocale(LC_NUMERIC, "C");
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(words[i]) == "--version") {
            std::printf("sunting %s\n", mediaedit::version());
            return 0;
        }
        if (std::string_view(words[i]) == "--help" || std::string_view(words[i]) == "-h") {
            std::printf(
                "%s\n",
                mediaedit::tr(
                    "Usage: sunting [FILE...]\nMakes photos and short videos ready to be posted, "
                    "with a window. The files are opened as if they were dropped into it.")
                    .c_str());
            return 0;
        }
        files.push_back(std::filesystem::absolute(words[i]));
    }
    const Context context;
    ImGui::GetIO().IniFilename = nullptr;
    auto window = open_window({.width = 1280, .height = 700, .title = "Sunting", .visible = true});
    if (!window) {
        std::fprintf(stderr, "%s\n", window.error().message.c_str());
        return 1;
    }
    log_crashes((*window)->renderer());
    App app(**window, WorkStore(), new_sdl_audio_output());
    if (const char* described = std::getenv("SUNTING_DESCRIBE"); described && *described)
        app.on_shown = ScreenDescription(described);
    if (!files.empty()) app.take_files(std::move(files));
    while (app.frame()) {}
    return 0;
}
