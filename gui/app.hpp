// Connects window, view, model and workers.
#pragma once

#include "model/state.hpp"
#include "platform/audio_output.hpp"
#include "platform/window.hpp"
#include "texture_shelf.hpp"
#include "view/widgets/fonts.hpp"
#include "view/widgets/theme.hpp"
#include "view/widgets/widgets.hpp"
#include "worker/desk.hpp"
#include "worker/player.hpp"
#include "worker/worker.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sunting {

class App {
public:
    /// An ImGui context must be current. `window` must outlive this.
    App(Window& window, WorkStore store, std::unique_ptr<AudioOutput> audio);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// The same as dropping them into the window.
    void take_files(std::vector<std::filesystem::path> files);

    /// Waits for input or results, and shows one frame. False: the person closed the program.
    bool frame();
    /// Shows frames until no work is running, at most `most_frames`. For tests and screenshots.
    /// False: work is still running.
    bool settle(int most_frames = 2000);

    [[nodiscard]] const State& state() const { return state_; }
    /// The widgets of the last frame.
    [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
    void act(const Action& action);
    /// Called after every frame.
    std::function<void(const std::vector<Widget>&)> on_shown;

private:
    void run(const Effect& effect);
    void take_from_workers();
    void take_keys(const std::vector<Widget>& widgets);
    void follow_player();
    void follow_theme();
    void show();
    /// Passes the screen's current needs to the desk.
    void want();
    [[nodiscard]] double wait_s() const;
    [[nodiscard]] bool is_waiting() const;

    Window& window_;
    State state_;
    Worker worker_;
    Desk desk_;
    Player player_;
    TextureShelf textures_;
    Theme theme_;
    Fonts fonts_;
    float scale_ = 0;
    std::vector<Widget> widgets_;
    std::vector<Need> needs_;
    bool changed_ = true;     ///< since the needs were computed
    bool show_again_ = true;  ///< ImGui needs one more frame for what an action changed
    double last_shown_s_ = 0;
    bool shown_dark_ = false, shown_contrast_ = false;
};

}  // namespace sunting
