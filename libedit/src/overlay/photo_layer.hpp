// Another photo in a part of a result: a collage, before and after.
#pragma once

#include "subjects/subject_finder.hpp"
#include "text/layer.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <map>
#include <optional>
#include <string>

namespace mediaedit::internal {

/// The file of a PictureOverlay.
struct Logo {
    cv::Mat pixels;                        ///< CV_8UC3 RGB or CV_8UC4 RGBA straight
    std::optional<SubjectMap> subjects{};  ///< absent: to be looked for when they are needed
};

/// By logo_key.
using Logos = std::map<std::string, Logo>;

/// The same file may be a logo, which stays as it is, and a photo, in which faces may be hidden.
std::string logo_key(const PictureOverlay& picture);

/// `photo` filling the plan's area, cut around the wish's focus, else around faces or what draws
/// the eye.
Layer make_photo_layer(const Logo& photo, const PictureOverlay& wish, const PlannedOverlay& plan);

/// Shapes: CV_8UC3 RGB or CV_8UC4 RGBA straight in, CV_8UC4 premultiplied out.
cv::Mat premultiplied(const cv::Mat& picture);

}  // namespace mediaedit::internal
