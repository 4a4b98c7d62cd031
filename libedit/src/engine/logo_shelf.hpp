// The logo files of some recipes, each read once.
#pragma once

#include "picture/overlay_art.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <map>
#include <string>
#include <vector>

namespace mediaedit::internal {

class LogoShelf {
public:
    /// Reads the logos of `overlays` that are not there yet. A file that cannot be used is remembered as its error.
    void add(const std::vector<Overlay>& overlays, const Control& control);

    /// All logos read so far. Errors: that of the first unusable one among `overlays`.
    const Logos& logos_for(const std::vector<Overlay>& overlays) const;

private:
    Logos logos_;
    std::map<std::string, Error> errors_;
};

}  // namespace mediaedit::internal
