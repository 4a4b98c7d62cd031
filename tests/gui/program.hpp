// The whole program in a window without a screen, used as a person does: tests find widgets by id,
// click them and type.
#pragma once

#include "app.hpp"
#include "platform/headless_window.hpp"
#include "platform/silent_audio_output.hpp"

#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace sunting::test {

namespace fs = std::filesystem;

struct ProgramOptions {
    int width = 1366, height = 768;
    std::string language = "en";
    bool greeted = true;
};

/// A home folder in a temporary folder, and the program with it.
class Program {
public:
    explicit Program(const ProgramOptions& options = {}) : options_(options) {
        setenv("HOME", home_.path().c_str(), 1);
        for (const auto* name :
             {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            setenv(name, (home_ / "xdg" / name).c_str(), 1);
        setenv("USER", "nobody-of-this-name", 1);
        for (const auto* folder : {"Pictures", "Videos", "Downloads"})
            fs::create_directories(home_ / folder);
        auto settings = store().settings();
        settings.language = options.language;
        settings.greeted = options.greeted;
        settings.village.village = "Sukamaju";
        settings.village.district = "Sumberagung";
        settings.village.regency = "Kabupaten Contoh";
        if (!store().keep(settings)) throw std::runtime_error("no settings");
    }

    [[nodiscard]] fs::path home() const { return home_.path(); }
    [[nodiscard]] fs::path pictures() const { return home_ / "Pictures"; }
    [[nodiscard]] static WorkStore store() { return WorkStore(); }

    fs::path photo(const std::string& name, int width = 1200, int height = 1500,
                   int orientation = 1) const {
        const auto file = pictures() / name;
        mediaedit::test::write_phone_jpeg(file, mediaedit::test::made_scene(width, height),
                                          orientation);
        return file;
    }
    fs::path broken_photo(const std::string& name) const {
        const auto file = pictures() / name;
        std::ofstream(file) << "\xFF\xD8\xFF\xE0 that is all that came over the cable";
        return file;
    }
    /// Its frames carry their numbers.
    fs::path film(const std::string& name, const mediaedit::test::FilmOptions& video) const {
        const auto file = home_ / "Videos" / name;
        mediaedit::test::make_film(file, video);
        return file;
    }

    void start() {
        end();
        running_ = std::make_unique<Running>(options_);
        settle();
    }
    void end() { running_.reset(); }
    /// Simulates a power cut: only what was stored stays.
    void kill() {
        const auto marker = store().interrupted();
        end();
        store().now_working_on(marker);
    }

    [[nodiscard]] App& app() { return running_->app; }
    [[nodiscard]] HeadlessWindow& window() { return running_->window; }
    [[nodiscard]] const State& state() { return app().state(); }
    [[nodiscard]] const Work& work() { return *state().work(); }

    /// Shows frames until no work is running.
    void settle() {
        if (!app().settle(6000)) ADD_FAILURE() << "the program does not come to rest";
    }
    /// Shows frames until `enough`. If that never comes, the test runs into its time limit.
    void frames_until(const std::function<bool()>& enough) {
        while (!enough()) {
            app().frame();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    /// nullptr: not on the screen, not even scrolled away.
    [[nodiscard]] const Widget* find(const std::string& id) {
        const auto& all = app().widgets();
        const auto found = std::ranges::find(all, id, &Widget::id);
        return found == all.end() ? nullptr : &*found;
    }
    /// Errors: std::runtime_error, with the ids that exist.
    [[nodiscard]] const Widget& get(const std::string& id) {
        if (const auto* widget = find(id)) return *widget;
        std::string there;
        for (const auto& widget : app().widgets())
            if (!widget.id.empty()) there += " " + widget.id;
        throw std::runtime_error("no " + id + " among" + there);
    }
    /// Whether a label on the screen contains these words.
    [[nodiscard]] bool says(const std::string& words) {
        return std::ranges::any_of(app().widgets(), [&](const Widget& widget) {
            return widget.label.find(words) != std::string::npos;
        });
    }

    /// Scrolls with the wheel until it is visible as far as there is room.
    void reveal(const std::string& id) {
        for (int tries = 0; tries < 120; ++tries) {
            const auto widget = get(id);
            const float seen = widget.seen.height();
            if (seen >= std::min(widget.box.height(), 40.0F) &&
                (seen >= widget.box.height() - 1 || tries > 60))
                return;
            // Over its panel, if that is visible.
            const float middle = widget.window ? widget.window->InnerClipRect.GetCenter().y
                                               : static_cast<float>(height()) / 2;
            window().move_to(
                std::clamp(widget.box.middle().x, 4.0F, static_cast<float>(width()) - 4), middle);
            window().scroll(widget.box.middle().y > middle ? -1.0F : 1.0F);
            for (int i = 0; i < 4; ++i) app().frame();
        }
        throw std::runtime_error(id + " cannot be scrolled to");
    }
    /// Presses without waiting for the effect.
    void press_only(const std::string& id) {
        reveal(id);
        const auto at = get(id).seen.middle();
        window().click(at.x, at.y);
        for (int i = 0; i < 6 || window().more_input(); ++i) app().frame();
    }
    void press(const std::string& id) {
        press_only(id);
        settle();
    }
    void type(const std::string& id, const std::string& words) {
        press_only(id);
        window().type(words);
        settle();
    }
    void key(Key key, std::initializer_list<Key> held = {}) {
        window().press(key, held);
        settle();
    }
    void drag(float from_x, float from_y, float to_x, float to_y) {
        window().move_to(from_x, from_y);
        for (int i = 0; i < 3; ++i) app().frame();
        window().press_button();
        for (int i = 0; i < 3; ++i) app().frame();
        for (int step = 1; step <= 8; ++step) {
            window().move_to(from_x + (to_x - from_x) * static_cast<float>(step) / 8,
                             from_y + (to_y - from_y) * static_cast<float>(step) / 8);
            for (int i = 0; i < 2; ++i) app().frame();
        }
        window().release_button();
        settle();
    }
    void show(int with_width, int with_height, int size_percent, const std::string& language) {
        window().resize(with_width, with_height);
        options_.width = with_width;
        options_.height = with_height;
        auto settings = state().settings;
        settings.size_percent = size_percent;
        settings.language = language;
        if (!(settings == state().settings)) app().act(ChangeSettings{settings});
        settle();
    }

    /// Saves and waits for the end.
    void save() {
        press_only("next");
        frames_until([&] {
            return state().saving.phase != Saving::Phase::running &&
                   state().saving.phase != Saving::Phase::none;
        });
        settle();
    }

    [[nodiscard]] int width() const { return options_.width; }
    [[nodiscard]] int height() const { return options_.height; }

private:
    struct Running {
        struct Context {
            Context() {
                ImGui::CreateContext();
                ImGui::GetIO().IniFilename = nullptr;
            }
            ~Context() { ImGui::DestroyContext(); }
            Context(const Context&) = delete;
            Context& operator=(const Context&) = delete;
        } context;
        HeadlessWindow window;
        App app;
        explicit Running(const ProgramOptions& options)
            : window(options.width, options.height),
              app(window, store(), std::make_unique<SilentAudioOutput>(false)) {}
    };

    ProgramOptions options_;
    mediaedit::test::TemporaryFolder home_;
    std::unique_ptr<Running> running_;
};

/// Every file below a folder with its contents, to check that nothing was changed.
inline std::vector<std::pair<std::string, std::string>> contents_of(const fs::path& folder) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        all.emplace_back(fs::relative(entry.path(), folder).string(),
                         std::string(std::istreambuf_iterator<char>(in), {}));
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace sunting::test
