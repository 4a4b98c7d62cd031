// Finds the subjects of a photo: faces and the focus.
//
//     if (auto subjects = find_subjects("photo.jpg")) recipe.focus = subjects->focus;
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <vector>

namespace mediaedit {

/// Units: fractions of the upright picture. Detection misses some faces.
struct Subjects {
    std::vector<Area> faces;  ///< largest first
    Point focus;              ///< the centre of the faces, else of the most salient part
    bool operator==(const Subjects&) const = default;
};

/// Finds the subjects of a photo. Errors: those of probe; unsupported for a video.
MEDIAEDIT_API Result<Subjects> find_subjects(const std::filesystem::path& source,
                                             const Control& control = {});

}  // namespace mediaedit
