// The edit flags: from their values to a recipe.
#pragma once

#include "session.hpp"

#include <mediaedit/mediaedit.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cli {

/// The flags of `edit` and `prepare`. Their values are kept as steps, since pixels on the command
/// line need the file's size.
class EditFlags {
public:
    /// Adds the flags to `command`, which must not outlive this.
    void add_to(CLI::App& command);

    /// Reads the recipe that the flags start from: --recipe. Call it once, before recipe_for.
    /// Errors: UsageError.
    void read_base(const Session& session);

    /// The files that the flags read. No result may be written over them.
    [[nodiscard]] std::vector<std::filesystem::path> inputs() const;

    /// The recipe of the flags. `canvas_for_fit`: the canvas that --fit and --background apply to
    /// without --resize. Errors: UsageError.
    [[nodiscard]] mediaedit::Recipe recipe_for(
        const mediaedit::MediaInfo& info, std::optional<mediaedit::PixelSize> canvas_for_fit) const;

    mediaedit::Quality quality = mediaedit::Quality::best;
    std::optional<std::uintmax_t> max_bytes;
    bool print_recipe = false;

private:
    struct Draft {
        mediaedit::Recipe recipe;
        mediaedit::PixelSize seen;  ///< the picture after the turning
    };
    using Step = std::function<void(Draft&)>;

    // edit_flags_picture.cpp
    void add_turning(CLI::App& command);
    void add_framing(CLI::App& command);
    void add_output(CLI::App& command);
    // edit_flags_overlays.cpp
    void add_text(CLI::App& command);
    void add_marks(CLI::App& command);
    // edit_flags_hiding.cpp
    void add_hiding(CLI::App& command);
    void set_canvas(mediaedit::Recipe& recipe, mediaedit::PixelSize seen,
                    const std::optional<mediaedit::PixelSize>& canvas_for_fit) const;
    void set_audio(mediaedit::Audio& audio) const;
    void then(Step step) { steps_.push_back(std::move(step)); }

    std::string recipe_file_;
    mediaedit::Recipe base_;
    std::optional<mediaedit::PixelSize> resize_;  ///< a side that is left out is 0
    std::optional<mediaedit::Fit> fit_;
    std::optional<mediaedit::Color> background_;
    mediaedit::Turn turn_ = mediaedit::Turn::none;
    bool turned_ = false, mirror_ = false;
    std::optional<double> straighten_;
    std::optional<mediaedit::Audio> audio_;
    std::optional<std::string> music_;
    std::vector<Step> steps_;
};

/// The value of a flag that may be given without one, when `next` (null: nothing) is not its value.
/// Absent for all other flags.
std::optional<std::string> value_when_alone(const std::string& flag, const std::string* next);

}  // namespace cli
