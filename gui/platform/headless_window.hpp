// A window without a screen, for tests. It draws nothing.
#pragma once

#include "platform/imgui_setup.hpp"
#include "platform/input_queue.hpp"
#include "platform/window.hpp"

#include <atomic>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sunting {

/// Never waits, and each frame lasts 1/30 s, so that tests are deterministic. Input is queued; show
/// frames until more_input() is false.
class HeadlessWindow : public Window {
public:
    explicit HeadlessWindow(int width = 1280, int height = 700);

    void move_to(float x, float y);
    void press_button(int button = 0);
    void release_button(int button = 0);
    void click(float x, float y, int button = 0);
    void scroll(float lines);
    void press(Key key, std::initializer_list<Key> held = {});
    /// Shapes: UTF-8.
    void type(std::string_view text);
    void drop_files(std::vector<std::filesystem::path> files);
    void ask_to_close() { close_asked_ = true; }
    void resize(int width, int height);
    void set_content_scale(float scale) { content_scale_ = scale; }
    /// For other events.
    InputQueue& queue() { return queue_; }

    int frames() const { return frames_; }
    int wakes() const { return wakes_; }
    const std::string& title() const { return title_; }
    /// The existing textures, with their sizes.
    const std::map<TextureId, std::pair<int, int>>& textures() const { return textures_; }

    bool begin_frame(double wait_s) override;
    bool more_input() const override { return !queue_.empty(); }
    void end_frame() override { ++frames_; }
    void wake() override { ++wakes_; }
    TextureId make_texture(int width, int height, const unsigned char* rgba) override;
    /// Throws std::logic_error, as drop_texture does, where OpenGL reports nothing: for a dropped
    /// texture or another size.
    void update_texture(TextureId texture, int width, int height,
                        const unsigned char* rgba) override;
    void drop_texture(TextureId texture) override;
    void rebuild_fonts() override;
    std::vector<std::filesystem::path> take_dropped_files() override {
        return std::exchange(dropped_, {});
    }
    float content_scale() const override { return content_scale_; }
    std::string renderer() const override { return "none"; }
    bool software_renderer() const override { return true; }
    bool minimised() const override { return false; }
    void set_title(const std::string& title) override { title_ = title; }
    std::string clipboard() const override { return clipboard_; }
    void set_clipboard(const std::string& text) override { clipboard_ = text; }
    void set_letters(std::function<unsigned(char32_t)> letter_of) override {
        queue_.set_letters(std::move(letter_of));
    }
    void cancel_close() override { close_asked_ = false; }

protected:
    int width() const { return width_; }
    int height() const { return height_; }

private:
    int width_, height_;
    ImguiSetup setup_;
    InputQueue queue_;
    std::vector<std::filesystem::path> dropped_;
    std::string title_, clipboard_;
    std::map<TextureId, std::pair<int, int>> textures_;
    std::size_t last_texture_ = 1;  ///< the first belongs to the fonts
    float content_scale_ = 1;
    bool close_asked_ = false;
    int frames_ = 0;
    std::atomic<int> wakes_ = 0;
};

}  // namespace sunting
