// The edit flags: each only builds a recipe.
#pragma once

#include <mediaedit/mediaedit.hpp>

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cli {

/// The flags of `edit` and `prepare`. They are kept as steps, since pixels on the command line need the file's size.
class EditFlags {
public:
    /// Adds the flags to `command`, which must not outlive this.
    void add_to(CLI::App& command);

    /// The recipe that the flags ask for. `canvas_for_fit`: the canvas that --fit and --background apply to without --resize.
    /// Errors: UsageError.
    [[nodiscard]] mediaedit::Recipe recipe_for(const mediaedit::MediaInfo& info, std::optional<mediaedit::PixelSize> canvas_for_fit) const;

    mediaedit::Quality quality = mediaedit::Quality::best;
    std::optional<std::uintmax_t> max_bytes;
    bool print_recipe = false;

private:
    struct Draft {
        mediaedit::Recipe recipe;
        mediaedit::PixelSize seen;  ///< the picture after the turning
        std::optional<mediaedit::PixelSize> canvas_for_fit;
    };
    using Step = std::function<void(Draft&)>;

    void add_turning(CLI::App& command);
    void add_framing(CLI::App& command);
    void add_text(CLI::App& command);
    void add_marks(CLI::App& command);
    void add_hiding(CLI::App& command);
    void add_output(CLI::App& command);
    void set_sound(mediaedit::Sound& sound) const;
    void then(Step step) { steps_.push_back(std::move(step)); }

    std::optional<std::string> recipe_file_;
    mediaedit::Turn turn_ = mediaedit::Turn::none;
    bool turned_ = false, mirror_ = false;
    std::optional<double> straighten_;
    std::optional<mediaedit::Sound> sound_;
    std::optional<std::string> beneath_;
    std::vector<Step> steps_;
};

/// Gives flags with an optional value their value, so that a file name after them is not taken for it.
std::vector<std::string> settle_optional_values(std::vector<std::string> arguments);

}  // namespace cli
