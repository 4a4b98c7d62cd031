// Textures of the pictures that are shown.
#pragma once

#include "model/facts.hpp"
#include "platform/window.hpp"
#include "view/widgets/widgets.hpp"

#include <map>

namespace sunting {

class TextureShelf : public Textures {
public:
    explicit TextureShelf(Window& window) : window_(window) {}
    ~TextureShelf() override;
    TextureShelf(const TextureShelf&) = delete;
    TextureShelf& operator=(const TextureShelf&) = delete;

    ImTextureID texture_of(const SharedPicture& picture) override;
    /// Call it after end_frame: drops textures that were not shown for a while.
    void next_frame();

private:
    struct Entry {
        SharedPicture picture;
        TextureId texture = nullptr;
        long last_shown = 0;
    };
    Window& window_;
    std::map<const mediaedit::PictureView*, Entry> entries_;
    long frame_ = 0;
};

}  // namespace sunting
