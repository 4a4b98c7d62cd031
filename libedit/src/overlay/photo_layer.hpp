// A photo that fills an area of a result, as in a collage.
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
    std::optional<SubjectMap> subjects{};  ///< absent: detected when needed
};

/// By logo_key.
using Logos = std::map<std::string, Logo>;

/// One file may be both a logo, which stays unchanged, and a photo in which faces may be hidden.
std::string logo_key(const PictureOverlay& picture);

/// Scales `photo` to fill the plan's area. Crops it around the focus of `overlay`, else around
/// faces or the most salient part.
Layer make_photo_layer(const Logo& photo, const PictureOverlay& overlay,
                       const PlannedOverlay& plan);

/// Shapes: CV_8UC3 RGB or CV_8UC4 RGBA straight in, CV_8UC4 premultiplied out.
cv::Mat premultiplied(const cv::Mat& picture);

}  // namespace mediaedit::internal
