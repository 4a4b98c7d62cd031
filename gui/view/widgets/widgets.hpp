// The widgets of the window, on Dear ImGui: each has a lasting id and is recorded every frame, for
// tests, help and descriptions of the screen.
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
    Box seen;  ///< what of it is not scrolled away; empty when nothing is
    bool enabled = true;
    bool chosen = false;
    bool cut = false;               ///< its words do not fit
    bool focused = false;           ///< the keyboard's ring is around it
    ImGuiID item = 0;               ///< 0: nothing to use
    ImGuiWindow* window = nullptr;  ///< that it lies in; for this frame
};

/// Pictures of the state on the graphics card.
class Textures {
public:
    virtual ~Textures() = default;
    virtual ImTextureID texture_of(const SharedPicture& picture) = 0;
};

enum class ButtonKind { normal, main, quiet, danger };

/// Of sentences with a sign.
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
    /// What was shown so far is covered and cannot be used.
    [[nodiscard]] std::vector<Widget> take_widgets() { return std::exchange(widgets_, {}); }

    // --- words
    void heading(const std::string& text);
    void text(const std::string& text);
    void muted(const std::string& text);
    void bold(const std::string& text);
    /// A sign and a sentence, wrapped.
    void note(Tone tone, const std::string& text);
    /// An unseen distance.
    void gap(float at_100);

    // --- to press
    /// The next thing stands beside the last one, or below it where it has no room.
    void beside(float width, float gap);
    bool button(const std::string& id, const std::string& label, const char* icon = nullptr,
                ButtonKind kind = ButtonKind::normal, bool enabled = true, float width = 0);
    /// A sign alone; the label is told when the mouse rests on it.
    bool icon_button(const std::string& id, const std::string& label, const char* icon,
                     bool enabled = true);
    /// A heading that opens and closes what follows it. Whether it is open; at first it is not.
    bool fold(const std::string& id, const std::string& label);
    /// How wide a button of these words is.
    [[nodiscard]] float button_width(const std::string& label, bool with_icon) const;
    /// A large one with a sign, a name and a sentence.
    bool tile(const std::string& id, const std::string& label, const std::string& sentence,
              const char* icon, ImVec2 size);
    /// Picture, name, and whether it is chosen. `badge` stands in the corner ("1"); may be empty.
    bool card(const std::string& id, const std::string& label, const SharedPicture& picture,
              ImVec2 size, bool chosen, const std::string& badge = {},
              const std::string& problem = {});
    bool tick(const std::string& id, const std::string& label, bool on, bool enabled = true);
    /// One of several, as a row that breaks where it must. Gives the index that was pressed, else
    /// -1.
    int choices(const std::string& id, const std::vector<std::string>& labels, int chosen);
    /// The same with its name above.
    int choices(const std::string& id, const std::string& name,
                const std::vector<std::string>& labels, int chosen);

    // --- to type into
    /// Its label above. True while it changes.
    bool field(const std::string& id, const std::string& label, std::string& value,
               const std::string& hint = {}, int max_chars = 0, bool secret = false);
    /// Several lines, wrapped at the edge.
    bool lines(const std::string& id, const std::string& label, std::string& value, float height,
               const std::string& hint = {});
    bool slider(const std::string& id, const std::string& label, float& value, float least,
                float most);

    // --- to look at
    /// As large as fits into `size`, in its middle; a grey field while it is not there yet.
    Box picture(const std::string& id, const SharedPicture& picture, ImVec2 size,
                const std::string& problem = {});
    void progress(const std::string& id, double fraction, const std::string& words);

    /// A panel that scrolls when it must.
    bool begin_panel(const std::string& id, ImVec2 size, bool framed = true);
    void end_panel();

    /// Of the last item of ImGui; draws the keyboard's ring around it. The reference holds until
    /// the next one.
    const Widget& record(Widget::Kind kind, const std::string& id, const std::string& label,
                         const Box& box, bool enabled = true, bool chosen = false,
                         bool cut = false);
    [[nodiscard]] ImTextureID texture_of(const SharedPicture& picture) {
        return textures_.texture_of(picture);
    }
    /// Whether words are being typed: single keys then mean letters.
    [[nodiscard]] static bool typing() { return ImGui::GetIO().WantTextInput; }

private:
    void record_item(Widget::Kind kind, const std::string& id, const std::string& label,
                     bool enabled = true, bool chosen = false, bool cut = false);

    Textures& textures_;
    std::vector<Action> actions_;
    std::vector<Widget> widgets_;
};

/// The largest box of that shape in another, in its middle.
Box fitted(const Box& within, float width, float height);
ImU32 color(const ImVec4& of);

}  // namespace sunting
