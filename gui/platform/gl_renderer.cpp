// Draws ImGui and holds textures with OpenGL 2.1 or 3.0.
#include "platform/gl_renderer.hpp"

#include "platform/imgui_versions.hpp"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <cstdint>

namespace sunting {
namespace {

/// Restores the bound texture, which ImGui relies on.
class Bound {
public:
    explicit Bound(GLuint texture) {
        glGetIntegerv(GL_TEXTURE_BINDING_2D, &before_);
        glBindTexture(GL_TEXTURE_2D, texture);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    }
    Bound(const Bound&) = delete;
    Bound& operator=(const Bound&) = delete;
    ~Bound() { glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before_)); }

private:
    GLint before_ = 0;
};

GLuint number_of(TextureId texture) {
    return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(texture));
}

std::string words_of(GLenum what) {
    const GLubyte* words = glGetString(what);
    return words ? reinterpret_cast<const char*>(words) : "?";
}

}  // namespace

std::unique_ptr<GlRenderer> GlRenderer::start(OpenGl version) {
    const bool started = version == OpenGl::version_3_0 ? ImGui_ImplOpenGL3_Init("#version 130")
                                                        : ImGui_ImplOpenGL2_Init();
    keep_opengl_open();
    draw_all_letters_at_once(ImGui::GetIO());
    return std::unique_ptr<GlRenderer>(started ? new GlRenderer(version) : nullptr);
}

GlRenderer::~GlRenderer() {
    if (version_ == OpenGl::version_3_0) ImGui_ImplOpenGL3_Shutdown();
    else ImGui_ImplOpenGL2_Shutdown();
}

void GlRenderer::begin_frame() {
    begun_ = true;
    have_letters();
    if (version_ == OpenGl::version_3_0) ImGui_ImplOpenGL3_NewFrame();
    else ImGui_ImplOpenGL2_NewFrame();
}

void GlRenderer::draw(int width, int height) {
    const ImVec4& ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    glViewport(0, 0, width, height);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImDrawData* const data = ImGui::GetDrawData();
    if (!data) return;
    if (version_ == OpenGl::version_3_0) ImGui_ImplOpenGL3_RenderDrawData(data);
    else ImGui_ImplOpenGL2_RenderDrawData(data);
}

TextureId GlRenderer::make_texture(int width, int height, const unsigned char* rgba) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    const Bound bound(texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    return reinterpret_cast<TextureId>(static_cast<std::uintptr_t>(texture));
}

void GlRenderer::update_texture(TextureId texture, int width, int height,
                                const unsigned char* rgba) {
    const Bound bound(number_of(texture));
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
}

void GlRenderer::drop_texture(TextureId texture) {
    const GLuint gone = number_of(texture);
    glDeleteTextures(1, &gone);
}

void GlRenderer::rebuild_fonts() {
    // The first frame uploads them and replaces the old ones.
    if (begun_) upload_letters(version_ == OpenGl::version_3_0);
}

std::string GlRenderer::name() const {
    return "OpenGL " + words_of(GL_VERSION) + " on " + words_of(GL_RENDERER) +
           (version_ == OpenGl::version_3_0 ? "" : ", drawn as OpenGL 2");
}

bool GlRenderer::software() const {
    const std::string name = words_of(GL_RENDERER);
    for (const char* sign :
         {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "SwiftShader"}) {
        if (name.find(sign) != std::string::npos) return true;
    }
    return false;
}

}  // namespace sunting
