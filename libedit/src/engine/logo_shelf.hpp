// The logos and further photos of some recipes, each read once.
#pragma once

#include "overlay/overlay_art.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mediaedit::internal {

class LogoShelf {
public:
    /// Reads the pictures of the recipe's overlays that are not there yet; in photos that fill an
    /// area faces are hidden as the recipe wants it. A file that cannot be used is remembered as
    /// its error.
    void add(const Recipe& recipe, const Control& control);

    /// The pictures of the recipe's overlays. Errors: that of the first unusable one.
    [[nodiscard]] Logos logos_for(const Recipe& recipe) const;

private:
    /// The file, and how faces in it are hidden.
    using Key = std::pair<std::string, std::optional<HideWith>>;
    static Key key_of(const PictureOverlay& picture, const Recipe& recipe);

    std::map<Key, Logo> logos_;
    std::map<Key, Error> errors_;
};

}  // namespace mediaedit::internal
