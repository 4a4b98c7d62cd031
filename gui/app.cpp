// Connects window, view, model and workers.
#include "app.hpp"

#include "model/edits.hpp"
#include "model/recipes.hpp"
#include "model/update.hpp"
#include "platform/imgui_versions.hpp"
#include "platform/keys.hpp"
#include "platform/own_files.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/keyboard.hpp"
#include "view/widgets/typed_text.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/preview.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

double now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

constexpr PixelSize played_px{640, 640};

/// The player has its own preview, opened in its thread.
PictureAt pictures_of(const std::filesystem::path& file, Recipe recipe) {
    auto preview = std::make_shared<std::optional<Preview>>();
    return [file, recipe = std::move(recipe), preview](Time at) -> Result<PictureView> {
        if (!*preview) {
            Control control;
            control.threads = 1;
            auto opened = Preview::open(file, control);
            if (!opened) return opened.error();
            preview->emplace(std::move(*opened));
        }
        return recipe == Recipe{} ? (*preview)->original(at, played_px)
                                  : (*preview)->edited(recipe, at, played_px);
    };
}

const char* pasted(void* window) {
    static std::string text;
    text = emoji_shelf().to_shown(static_cast<Window*>(window)->clipboard());
    return text.c_str();
}

void copied(void* window, const char* text) {
    static_cast<Window*>(window)->set_clipboard(emoji_shelf().to_text(without_soft_breaks(text)));
}

}  // namespace

App::App(Window& window, WorkStore store, std::unique_ptr<AudioOutput> audio)
    : window_(window),
      worker_(std::move(store), [&window] { window.wake(); }),
      desk_([&window] { window.wake(); }),
      player_(std::move(audio), [&window] { window.wake(); }),
      textures_(window) {
    auto& io = ImGui::GetIO();
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would need frames
    io.GetClipboardTextFn = pasted;
    io.SetClipboardTextFn = copied;
    io.ClipboardUserData = &window_;
    state_.settings = worker_.store().settings();
    set_language(state_.settings.language);
    state_.sample = sample_photo();
    state_.screen = state_.settings.greeted ? Screen::home : Screen::greeting;
    const auto interrupted = worker_.store().interrupted();
    auto earlier = worker_.store().earlier();
    const auto last = std::ranges::find(earlier, interrupted, &EarlierWork::id);
    std::optional<EarlierWork> offered;
    if (last != earlier.end()) offered = *last;
    act(EarlierCame{std::move(earlier), std::move(offered)});
    window_.set_title("Sunting");
    window_.set_letters([](char32_t character) { return emoji_shelf().letter_of(character); });
}

App::~App() {
    player_.close();
    worker_.finish_storing();
    worker_.store().now_working_on({});
}

void App::act(const Action& action) {
    for (const auto& effect : update(state_, action)) run(effect);
    if (!std::holds_alternative<Ticked>(action)) {
        changed_ = true;
        show_again_ = true;
    }
}

void App::take_files(std::vector<std::filesystem::path> files) { act(TakeFiles{std::move(files)}); }

void App::run(const Effect& effect) {
    if (const auto* put = std::get_if<PutOnClipboard>(&effect)) window_.set_clipboard(put->text);
    else if (const auto* language = std::get_if<SpeakLanguage>(&effect))
        desk_.meanwhile([&] { set_language(language->language); });
    else if (const auto* play = std::get_if<Play>(&effect)) {
        const auto& item = state_.post().items[state_.item];
        const auto facts = state_.facts(play->file);
        PlayedClip clip{.source = play->file,
                        .ranges = play->ranges,
                        .duration = facts->info.duration.value_or(Time(0)),
                        .frame_rate = std::clamp(facts->info.frame_rate, 1.0, 30.0),
                        .with_audio = play->audio,
                        .picture_at = pictures_of(play->file, uncut(item.recipe, item))};
        player_.play(std::move(clip), play->from);
    } else if (std::holds_alternative<Pause>(effect)) player_.pause();
    else worker_.run(effect);
}

void App::take_from_workers() {
    for (auto& answer : desk_.take()) act(AnswerCame{std::move(answer)});
    for (const auto& action : worker_.take()) act(action);
    if (auto dropped = window_.take_dropped_files(); !dropped.empty())
        act(TakeFiles{std::move(dropped)});
}

void App::follow_player() {
    if (!state_.playback.playing) return;
    const auto shown = player_.picture();
    const bool playing = player_.playing();
    act(PlayMoved{player_.position(), shown.picture, playing, !player_.has_audio_device()});
    if (!playing && !player_.finished()) player_.pause();
}

void App::follow_theme() {
    const auto& settings = state_.settings;
    const float scale = window_.content_scale() * static_cast<float>(settings.size_percent) / 100;
    const bool new_emoji = fonts_.body && fonts_.emoji != emoji_shelf().sequences().size();
    if (!new_emoji && scale == scale_ && settings.dark == shown_dark_ &&
        settings.high_contrast == shown_contrast_)
        return;
    theme_ = make_theme(settings.dark, settings.high_contrast, scale);
    shown_dark_ = settings.dark;
    shown_contrast_ = settings.high_contrast;
    apply(theme_);
    if (scale == scale_ && !new_emoji) return;
    scale_ = scale;
    fonts_ = make_fonts(scale);
    write_in(*fonts_.body);
    window_.rebuild_fonts();
}

void App::take_keys(const std::vector<Widget>& widgets) {
    const auto& io = ImGui::GetIO();
    const auto pressed = [](Key key) { return key_pressed(key, false); };
    if (pressed(Key::tab) && !io.KeyCtrl) move_ring(widgets, io.KeyShift ? -1 : 1);
    if (io.KeyCtrl) {
        // A text field has its own undo and redo.
        if (!Ui::typing() && pressed(Key::z)) act(Undo{});
        if (!Ui::typing() && pressed(Key::y)) act(Redo{});
        if (pressed(Key::s) && state_.screen == Screen::work)
            act(state_.step == Step::save ? Action(Save{}) : Action(GoTo{Step::save}));
        if (pressed(Key::o) && state_.screen == Screen::work) act(BrowseElsewhere{});
        return;
    }
    if (pressed(Key::f1)) act(ToggleHelp{});
    if (Ui::typing()) return;
    if (pressed(Key::escape)) {
        if (state_.question) act(Answered{false});
        else act(GoBack{});
    }
    // Enter and Space press the button that has the keyboard focus.
    if (io.NavVisible) {
        if (pressed(Key::enter)) press_by_enter(ImGui::GetFocusID());
        return;
    }
    if (pressed(Key::space) && state_.screen == Screen::work && state_.step == Step::trim)
        act(TogglePlay{});
    if (pressed(Key::enter)) {
        // Enter must not reveal private data: people press it without reading.
        if (state_.question) act(Answered{state_.question->about != Question::About::copy_unfixed});
        else if (state_.help) act(ToggleHelp{});
        else if (state_.screen == Screen::work && state_.step != Step::save) act(GoOn{});
    }
}

void App::show() {
    ImGui::NewFrame();
    // ImGui would revert the text at Escape; here Escape only leaves the field.
    if (Ui::typing() && key_pressed(Key::escape, false)) ImGui::ClearActiveID();
    Ui ui(theme_, fonts_, textures_);
    show_window(state_, ui);
    take_keys(ui.widgets());
    widgets_ = ui.widgets();
    for (auto& action : ui.take_actions()) act(action);
    want();  // workers begin while this frame is drawn
    ImGui::Render();
    window_.end_frame();
    textures_.next_frame();
    if (on_shown) on_shown(widgets_);
}

double App::wait_s() const {
    if (show_again_ || window_.more_input()) return 0;
    if (state_.playback.playing) return 1.0 / 30;
    if (state_.saving.phase == Saving::Phase::running || state_.toast) return 0.25;
    return -1;
}

bool App::frame() {
    const bool wants_on = window_.begin_frame(wait_s());
    show_again_ = false;
    take_from_workers();
    follow_player();
    const double now = now_s();
    act(Ticked{last_shown_s_ > 0 ? std::min(1.0, now - last_shown_s_) : 0});
    last_shown_s_ = now;
    follow_theme();
    show();
    if (!wants_on) {
        act(AskToQuit{});
        if (!state_.wants_quit) window_.cancel_close();
    }
    want();
    return !state_.wants_quit;
}

void App::want() {
    if (!std::exchange(changed_, false)) return;
    needs_ = needs_of(state_);
    std::erase_if(needs_, [&](const Need& need) {
        const auto* answer = state_.answer(need.slot);
        return answer && answer->key == need.key;
    });
    desk_.want(needs_);
}

bool App::is_waiting() const {
    return !needs_.empty() || state_.unsaved || state_.saving.phase == Saving::Phase::running;
}

bool App::settle(int most_frames) {
    for (int i = 0, quiet = 0; i < most_frames; ++i) {
        frame();
        quiet = is_waiting() || window_.more_input() || show_again_ ? 0 : quiet + 1;
        if (quiet > 3) {
            // The results of disk tasks count too.
            worker_.finish_storing();
            frame();
            if (!show_again_) return true;
            quiet = 0;
        }
        if (is_waiting()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace sunting
