// Detects faces by running the network at several sizes (docs/decisions/0009-face-detector.md).
#include "subjects/face_finder.hpp"

#include "picture/geometry/orientation.hpp"
#include "picture/geometry/small_copy.hpp"
#include "plan/turning.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr double quick_side_px = 480, thorough_side_px = 960;
/// A face that fills the picture is too large for the network, except in a small copy.
constexpr double large_faces_side_px = 320;
/// Small pictures are enlarged by up to this factor, to find smaller faces.
constexpr double most_enlarged = 2;

cv::Mat enlarged(const cv::Mat& picture, double side_px) {
    const double scale = std::min(most_enlarged, side_px / std::max(picture.cols, picture.rows));
    if (scale <= 1.05) return picture;
    cv::Mat larger;
    cv::resize(picture, larger, {}, scale, scale, cv::INTER_LINEAR);
    return larger;
}

/// Clips boxes to the picture and removes those outside it.
std::vector<SeenFace> inside(std::vector<SeenFace> faces) {
    for (auto& face : faces) face.box &= cv::Rect2d(0, 0, 1, 1);
    std::erase_if(faces,
                  [](const SeenFace& face) { return face.box.width <= 0 || face.box.height <= 0; });
    return faces;
}

void add(std::vector<SeenFace>& faces, std::vector<SeenFace> more) {
    faces.insert(faces.end(), more.begin(), more.end());
}

Turn back_from(Turn turn) {
    return turn == Turn::right ? Turn::left : turn == Turn::left ? Turn::right : turn;
}

cv::Mat turned(const cv::Mat& picture, Turn turn) {
    return set_upright(picture, orientation_of(false, turn));
}

/// Converts fractions of the turned picture to fractions of the unturned one.
std::vector<SeenFace> turned_back(std::vector<SeenFace> faces, Turn turn) {
    const Turning back({.turn = back_from(turn)}, {1, 1});
    for (auto& [box, certainty] : faces) {
        const auto area = back.of(Area{box.x, box.y, box.width, box.height});
        box = {area.x, area.y, area.width, area.height};
    }
    return faces;
}

/// Three more searches cause three times as many false detections, so they need a higher score.
constexpr double certainty_of_other_ways = sure_certainty;

/// A photo may lack its orientation, or show a person who lies down. If no face is upright, or a
/// quick search of a turned copy finds another one, that turned copy is searched too.
std::vector<SeenFace> search_all_ways(const cv::Mat& copy) {
    auto faces = search_copy_for_faces(copy);
    const auto upright = faces;
    const cv::Mat small = small_copy(copy, quick_side_px);
    for (const Turn turn : {Turn::right, Turn::left, Turn::half}) {
        const auto glance = [&] {
            return turned_back(run_face_network(turned(small, turn), sure_certainty), turn);
        };
        if (upright.empty() || has_another_face(upright, glance()))
            add(faces, search_turned_copy(copy, turn, certainty_of_other_ways));
    }
    return inside(each_once(std::move(faces)));
}

}  // namespace

bool has_another_face(const std::vector<SeenFace>& known, const std::vector<SeenFace>& faces) {
    auto all = known;
    add(all, faces);
    return each_once(std::move(all)).size() > each_once(known).size();
}

std::vector<SeenFace> search_turned_copy(const cv::Mat& copy, Turn turn, double certainty) {
    return turned_back(search_copy_for_faces(turned(copy, turn), certainty), turn);
}

std::vector<SeenFace> search_copy_for_faces(const cv::Mat& copy, double certainty) {
    auto faces = run_face_network(copy, certainty);
    add(faces, run_face_network(small_copy(copy, large_faces_side_px), certainty));
    return inside(each_once(std::move(faces)));
}

std::vector<SeenFace> search_faces(const cv::Mat& picture, Search search) {
    if (picture.empty()) return {};
    if (search == Search::quick)
        return search_copy_for_faces(small_copy(picture, quick_side_px), sure_certainty);
    return search_all_ways(enlarged(small_copy(picture, thorough_side_px), thorough_side_px));
}

void load_face_finder() { load_face_network(); }

}  // namespace mediaedit::internal
