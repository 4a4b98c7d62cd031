// The widgets of the window, on Dear ImGui. Each has a stable id and is recorded in every frame,
// for tests, help and descriptions of the screen.
#pragma once

#include "model/action.hpp"
#include "model/facts.hpp"
#include "view/widgets/fonts.hpp"
#include "view/widgets/theme.hpp"

#include <imgui.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ImGuiWindow;

namespace sunting {

struct Box {
    float left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] ImVec2 middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
    bool operator==(const Box&) const = default;
};

struct Widget {
    enum class Kind { text, button, field, tick, choice, picture, slider, area } kind = Kind::text;
    std::string id;  ///< "home.photo"
    std::string label;
    Box box;   ///< in the window's pixels
    Box seen;  ///< the visible part; empty when scrolled away
    bool enabled = true;
    bool chosen = false;
    bool cut = false;               ///< its text does not fit
    bool focused = false;           ///< has the keyboard focus
    ImGuiID item = 0;               ///< 0: cannot be used
    ImGuiWindow* window = nullptr;  ///< it lies in this window; valid in this frame
};

/// Textures for the pictures of the state.
class Textures {
public:
    virtual ~Textures() = default;
    virtual ImTextureID texture_of(const SharedPicture& picture) = 0;
};

enum class ButtonKind { normal, main, quiet, danger };

/// The icon and colour of a note.
enum class Tone { plain, good, warning, error, hint };

class Ui {
public:
    Ui(const Theme& with_theme, const Fonts& with_fonts, Textures& textures)
        : theme(with_theme), fonts(with_fonts), textures_(textures) {}

    const Theme& theme;
    const Fonts& fonts;

    void act(Action action) { actions_.push_back(std::move(action)); }
    [[nodiscard]] std::vector<Action> take_actions() { return std::exchange(actions_, {}); }
    [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
    /// Call it when what was shown so far is covered and cannot be used.
    [[nodiscard]] std::vector<Widget> take_widgets() { return std::exchange(widgets_, {}); }

    // --- text
    void heading(const std::string& text);
    void text(const std::string& text);
    void muted(const std::string& text);
    void bold(const std::string& text);
    /// An icon and a sentence, wrapped.
    void note(Tone tone, const std::string& text);
    /// Vertical space, in pixels at 100 %.
    void gap(float at_100);

    // --- buttons and choices
    /// Puts the next widget beside the last one, or below it if there is less room than `width`.
    void beside(float width, float gap);
    bool button(const std::string& id, const std::string& label, const char* icon = nullptr,
                ButtonKind kind = ButtonKind::normal, bool enabled = true, float width = 0);
    /// An icon; the label is shown when the mouse rests on it.
    bool icon_button(const std::string& id, const std::string& label, const char* icon,
                     bool enabled = true);
    /// A heading that opens and closes what follows. Returns whether it is open; closed at first.
    bool fold(const std::string& id, const std::string& label);
    /// The width of a button with this label.
    [[nodiscard]] float button_width(const std::string& label, bool with_icon) const;
    /// A large button with an icon, a name and a sentence.
    bool tile(const std::string& id, const std::string& label, const std::string& sentence,
              const char* icon, ImVec2 size);
    /// A picture with a name that can be chosen. `badge`: a short text in the corner ("1"); may be
    /// empty.
    bool card(const std::string& id, const std::string& label, const SharedPicture& picture,
              ImVec2 size, bool chosen, const std::string& badge = {},
              const std::string& problem = {});
    bool tick(const std::string& id, const std::string& label, bool on, bool enabled = true);
    /// One of several, as a row that wraps. Returns the index that was pressed, else -1.
    int choices(const std::string& id, const std::vector<std::string>& labels, int chosen);
    /// The same with its name above.
    int choices(const std::string& id, const std::string& name,
                const std::vector<std::string>& labels, int chosen);

    // --- fields
    /// With its label above. True when the value changes.
    bool field(const std::string& id, const std::string& label, std::string& value,
               const std::string& hint = {}, int max_chars = 0, bool secret = false);
    /// A field of several lines, wrapped at the edge.
    bool lines(const std::string& id, const std::string& label, std::string& value, float height,
               const std::string& hint = {});
    bool slider(const std::string& id, const std::string& label, float& value, float least,
                float most);

    // --- pictures and panels
    /// Fitted into `size` and centered; a grey box until the picture is there.
    Box picture(const std::string& id, const SharedPicture& picture, ImVec2 size,
                const std::string& problem = {});
    void progress(const std::string& id, double fraction, const std::string& words);

    /// A panel that scrolls if necessary.
    bool begin_panel(const std::string& id, ImVec2 size, bool framed = true);
    void end_panel();

    /// Records ImGui's last item and draws the keyboard focus around it. The reference is valid
    /// until the next call.
    const Widget& record(Widget::Kind kind, const std::string& id, const std::string& label,
                         const Box& box, bool enabled = true, bool chosen = false,
                         bool cut = false);
    [[nodiscard]] ImTextureID texture_of(const SharedPicture& picture) {
        return textures_.texture_of(picture);
    }
    /// Whether a text field has the focus: single keys are then letters.
    [[nodiscard]] static bool typing() { return ImGui::GetIO().WantTextInput; }

private:
    void record_item(Widget::Kind kind, const std::string& id, const std::string& label,
                     bool enabled = true, bool chosen = false, bool cut = false);

    Textures& textures_;
    std::vector<Action> actions_;
    std::vector<Widget> widgets_;
};

/// The largest box of that aspect ratio, centered in another.
Box fitted(const Box& within, float width, float height);
ImU32 color(const ImVec4& of);

}  // namespace sunting
