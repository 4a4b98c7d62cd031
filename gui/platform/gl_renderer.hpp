// Draws ImGui and holds textures with OpenGL 2.1 or 3.0.
#pragma once

#include <memory>
#include <string>

#include "platform/window.hpp"

namespace sunting {

enum class OpenGl { version_2_1, version_3_0 };

/// The OpenGL context in which it was started must be current in every call and in the destructor.
class GlRenderer {
public:
    /// Null when ImGui's backend refuses the context.
    static std::unique_ptr<GlRenderer> start(OpenGl version);
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;
    ~GlRenderer();

    void begin_frame();
    /// Draws ImGui::GetDrawData on the window's background colour. Units: framebuffer pixels.
    void draw(int width, int height);

    TextureId make_texture(int width, int height, const unsigned char* rgba);
    void update_texture(TextureId texture, int width, int height, const unsigned char* rgba);
    void drop_texture(TextureId texture);
    void rebuild_fonts();

    std::string name() const;
    bool software() const;

private:
    explicit GlRenderer(OpenGl version) : version_(version) {}

    OpenGl version_;
    bool begun_ = false;
};

}  // namespace sunting
