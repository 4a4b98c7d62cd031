// The network that finds faces (YuNet, libedit/data/faces), run by OpenCV.
#pragma once

#include <mediaedit/export.hpp>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

namespace mediaedit::internal {

/// A face as it was seen, from brow to chin and ear to ear.
struct SeenFace {
    cv::Rect2d box;  ///< fractions of the picture that was searched; may reach outside it a little
    double certainty = 0;  ///< 0 to 1
};

/// Searches the whole of `picture` at the size it has: faces of 10 to some 400 pixels. The most
/// certain ones come first, each once. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA. Threads: any; as many
/// searches as run at once keep a network each.
std::vector<SeenFace> run_face_network(const cv::Mat& picture, double least_certainty);

/// Leaves out what shows the same face as a more certain one. The most certain ones come first.
MEDIAEDIT_INTERNAL std::vector<SeenFace> each_once(std::vector<SeenFace> faces);

/// Loads what the first search needs, so that another thread can do it while a photo is decoded.
/// Threads: any.
void load_face_network();

}  // namespace mediaedit::internal
