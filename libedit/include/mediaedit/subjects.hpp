// What a picture is of: faces, and the point that draws the eye.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <vector>

namespace mediaedit {

/// Units: fractions of the picture as seen. Faces are found most of the time, never always.
struct Subjects {
    std::vector<Area> faces;  ///< largest first
    Point focus;              ///< the middle of the faces, else of what draws the eye
    bool operator==(const Subjects&) const = default;
};

/// Errors: those of probe.
MEDIAEDIT_API Result<Subjects> find_subjects(const std::filesystem::path& source,
                                             const Control& control = {});

}  // namespace mediaedit
