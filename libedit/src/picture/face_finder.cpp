// Faces in a picture, by OpenCV's trained cascades.
#include "picture/face_finder.hpp"

#include "base/system.hpp"

#include <opencv2/objdetect.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

namespace mediaedit::internal {
namespace {

constexpr double growth = 1.15;       // between two searched sizes
constexpr int least_neighbours = 5;   // agreeing windows; fewer let walls and leaves pass as faces
constexpr int least_face_px = 20;     // the cascade's own size is 20

std::string cascade_file() {
    for (const auto& folder : shared_data_folders()) {
        const auto file = folder / "opencv4/haarcascades/haarcascade_frontalface_alt2.xml";
        if (std::error_code ignored; std::filesystem::exists(file, ignored)) return file.string();
    }
    return {};
}

/// Each thread its own: a cascade keeps its scratch memory inside.
cv::CascadeClassifier& cascade() {
    thread_local cv::CascadeClassifier own = [] {
        cv::CascadeClassifier loaded;
        if (const auto file = cascade_file(); !file.empty()) loaded.load(file);
        return loaded;
    }();
    return own;
}

}  // namespace

std::vector<cv::Rect> find_faces(const cv::Mat& grey) {
    if (cascade().empty() || std::min(grey.cols, grey.rows) < least_face_px) return {};
    std::vector<cv::Rect> faces;
    cascade().detectMultiScale(grey, faces, growth, least_neighbours, 0, {least_face_px, least_face_px});
    std::sort(faces.begin(), faces.end(), [](const cv::Rect& one, const cv::Rect& other) { return one.area() > other.area(); });
    return faces;
}

}  // namespace mediaedit::internal
