// The logos and photos in the overlays of several recipes, each read only once.
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
    /// Reads the overlay pictures that have not been read yet. In photos that fill an area, hides
    /// faces if the recipe hides them. Stores the error of a file that cannot be used.
    void add(const Recipe& recipe, const Control& control);

    /// The pictures of the recipe's overlays. Errors: that of the first unusable file.
    [[nodiscard]] Logos logos_for(const Recipe& recipe) const;

private:
    /// The file, and how faces in it are hidden.
    using Key = std::pair<std::string, std::optional<HideWith>>;
    static Key key_of(const PictureOverlay& picture, const Recipe& recipe);

    std::map<Key, Logo> logos_;
    std::map<Key, Error> errors_;
};

}  // namespace mediaedit::internal
