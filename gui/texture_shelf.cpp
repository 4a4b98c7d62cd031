// Textures of the pictures that are shown.
#include "texture_shelf.hpp"

#include "platform/imgui_versions.hpp"

#include <algorithm>

namespace sunting {

namespace {

constexpr long kept_frames = 20;

}  // namespace

TextureShelf::~TextureShelf() {
    for (auto& [key, entry] : entries_) window_.drop_texture(entry.texture);
}

ImTextureID TextureShelf::texture_of(const SharedPicture& picture) {
    if (const auto known = entries_.find(picture.get()); known != entries_.end()) {
        known->second.last_shown = frame_;
        return imgui_texture(known->second.texture);
    }
    const auto size = picture->size;
    Entry entry{picture, nullptr, frame_};
    // A video's next frame reuses an older texture: updating one is cheaper than making one.
    const auto old = std::ranges::find_if(entries_, [&](const auto& other) {
        return other.second.last_shown < frame_ - 1 && other.second.picture->size == size;
    });
    if (old != entries_.end()) {
        entry.texture = old->second.texture;
        entries_.erase(old);
        window_.update_texture(entry.texture, size.width, size.height, picture->rgba.data());
    } else entry.texture = window_.make_texture(size.width, size.height, picture->rgba.data());
    return imgui_texture(entries_.emplace(picture.get(), std::move(entry)).first->second.texture);
}

void TextureShelf::next_frame() {
    ++frame_;
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        if (entry->second.last_shown >= frame_ - kept_frames) {
            ++entry;
            continue;
        }
        window_.drop_texture(entry->second.texture);
        entry = entries_.erase(entry);
    }
}

}  // namespace sunting
