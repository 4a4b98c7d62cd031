// A window without a screen, for tests. It draws nothing.
#include "platform/headless_window.hpp"

#include "platform/imgui_versions.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>
#include <iterator>
#include <stdexcept>

namespace sunting {
namespace {

constexpr float frame_s = 1.0F / 30;

TextureId texture_number(std::size_t number) {
    return reinterpret_cast<TextureId>(static_cast<std::uintptr_t>(number));
}

}  // namespace

HeadlessWindow::HeadlessWindow(int width, int height)
    : width_(width), height_(height), setup_(*this) {}

void HeadlessWindow::move_to(float x, float y) { queue_.push(PointerAt{x, y}); }
void HeadlessWindow::press_button(int button) { queue_.push(ButtonStroke{button, Stroke::down}); }
void HeadlessWindow::release_button(int button) { queue_.push(ButtonStroke{button, Stroke::up}); }

void HeadlessWindow::click(float x, float y, int button) {
    move_to(x, y);
    press_button(button);
    release_button(button);
}

void HeadlessWindow::scroll(float lines) { queue_.push(Wheel{0, lines}); }

void HeadlessWindow::press(Key key, std::initializer_list<Key> held) {
    for (const Key modifier : held) queue_.push(KeyStroke{modifier, Stroke::down});
    queue_.push(KeyStroke{key, Stroke::down});
    queue_.push(KeyStroke{key, Stroke::up});
    for (auto modifier = std::rbegin(held); modifier != std::rend(held); ++modifier)
        queue_.push(KeyStroke{*modifier, Stroke::up});
}

void HeadlessWindow::type(std::string_view text) {
    // ImGui reads no characters above U+FFFF.
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? byte : byte & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            character = character << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        queue_.push(Typed{character});
        at += length;
    }
}

void HeadlessWindow::drop_files(std::vector<std::filesystem::path> files) {
    dropped_.insert(dropped_.end(), std::make_move_iterator(files.begin()),
                    std::make_move_iterator(files.end()));
}

void HeadlessWindow::resize(int width, int height) {
    width_ = width;
    height_ = height;
}

bool HeadlessWindow::begin_frame(double) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(width_), static_cast<float>(height_));
    io.DeltaTime = frame_s;
    // Later the program must upload fonts itself, as with OpenGL.
    if (frames_ == 0 && !io.Fonts->IsBuilt()) HeadlessWindow::rebuild_fonts();
    queue_.step(io);
    return !close_asked_;
}

TextureId HeadlessWindow::make_texture(int width, int height, const unsigned char*) {
    const TextureId texture = texture_number(++last_texture_);
    textures_.emplace(texture, std::pair(width, height));
    return texture;
}

void HeadlessWindow::update_texture(TextureId texture, int width, int height,
                                    const unsigned char*) {
    const auto found = textures_.find(texture);
    if (found == textures_.end()) throw std::logic_error("a texture is updated that is gone");
    if (found->second != std::pair(width, height))
        throw std::logic_error("a texture is updated with another size");
}

void HeadlessWindow::drop_texture(TextureId texture) {
    if (textures_.erase(texture) == 0) throw std::logic_error("a texture is dropped twice");
}

void HeadlessWindow::rebuild_fonts() {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImFontAtlas* const fonts = ImGui::GetIO().Fonts;
    fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    fonts->SetTexID(imgui_texture(texture_number(1)));
}

}  // namespace sunting
