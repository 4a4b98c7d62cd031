// The face detection network (YuNet, libedit/data/faces), run by OpenCV.
#pragma once

#include <mediaedit/export.hpp>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

namespace mediaedit::internal {

/// A detected face, from brow to chin and from ear to ear.
struct SeenFace {
    cv::Rect2d box;        ///< fractions of the searched picture; may reach slightly outside it
    double certainty = 0;  ///< the score, 0 to 1
};

/// Searches `picture` at its own size. Finds faces of 10 to about 400 pixels. Shapes: CV_8UC3 RGB
/// or CV_8UC4 RGBA; highest score first, each face once. Threads: any; each parallel search keeps
/// its own network.
std::vector<SeenFace> run_face_network(const cv::Mat& picture, double least_certainty);

/// Removes boxes of the same face except the one with the highest score. Shapes: highest score
/// first.
MEDIAEDIT_INTERNAL std::vector<SeenFace> each_once(std::vector<SeenFace> faces);

/// Loads the network in advance, so that another thread can do it while a photo is decoded.
/// Threads: any.
void load_face_network();

}  // namespace mediaedit::internal
