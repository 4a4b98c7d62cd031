// Placements and a picture to prepare.
#pragma once

#include <mediaedit/placement.hpp>

#include <opencv2/imgproc.hpp>

#include <string_view>

namespace mediaedit::test {

inline Placement placement(std::string_view id) { return find_placement(id).value(); }

inline cv::Mat windows(int width, int height) {
    cv::Mat scene(height, width, CV_8UC3, cv::Scalar(200, 190, 170));
    for (int y = 20; y < height; y += 190)
        for (int x = 20; x < width; x += 140)
            cv::rectangle(scene, {x, y, 80, 110}, cv::Scalar(30, 60, 90), cv::FILLED);
    return scene;
}

}  // namespace mediaedit::test
