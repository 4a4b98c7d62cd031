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

/// Two boxes that share this much of the smaller one are one face.
constexpr double same_face = 0.4;

std::string cascade_file(const char* name) {
    for (const auto& folder : shared_data_folders()) {
        const auto file = folder / "opencv4/haarcascades" / name;
        if (std::error_code ignored; std::filesystem::exists(file, ignored)) return file.string();
    }
    return {};
}

cv::CascadeClassifier load_cascade(const char* name) {
    cv::CascadeClassifier loaded;
    if (const auto file = cascade_file(name); !file.empty()) loaded.load(file);
    return loaded;
}

std::vector<cv::Rect> search(cv::CascadeClassifier& cascade, const cv::Mat& grey) {
    std::vector<cv::Rect> faces;
    if (!cascade.empty() && std::min(grey.cols, grey.rows) >= least_face_px)
        cascade.detectMultiScale(grey, faces, growth, least_neighbours, 0, {least_face_px, least_face_px});
    return faces;
}

void add_new(std::vector<cv::Rect>& faces, const std::vector<cv::Rect>& found) {
    for (const auto& box : found) {
        const bool known = std::any_of(faces.begin(), faces.end(), [&](const cv::Rect& face) { return (face & box).area() > same_face * std::min(face.area(), box.area()); });
        if (!known) faces.push_back(box);
    }
}

/// The cascade knows one side only; the other is its mirror image.
std::vector<cv::Rect> search_profiles(const cv::Mat& grey) {
    thread_local cv::CascadeClassifier own = load_cascade("haarcascade_profileface.xml");
    auto faces = search(own, grey);
    cv::Mat mirrored;
    cv::flip(grey, mirrored, 1);
    for (auto box : search(own, mirrored)) {
        box.x = grey.cols - box.x - box.width;
        faces.push_back(box);
    }
    return faces;
}

}  // namespace

std::vector<cv::Rect> find_faces(const cv::Mat& grey, FacePoses poses) {
    // Each thread its own: a cascade keeps its scratch memory inside.
    thread_local cv::CascadeClassifier frontal = load_cascade("haarcascade_frontalface_alt2.xml");
    auto faces = search(frontal, grey);
    if (poses == FacePoses::frontal_and_profile) add_new(faces, search_profiles(grey));
    std::sort(faces.begin(), faces.end(), [](const cv::Rect& one, const cv::Rect& other) { return one.area() > other.area(); });
    return faces;
}

}  // namespace mediaedit::internal
