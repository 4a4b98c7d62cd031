// Pictures on the graphics card, as long as they are shown.
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
    /// After end_frame: those that were not shown for a while go.
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
