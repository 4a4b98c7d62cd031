// Finds the subjects of a picture and chooses crops: by faces, else by saliency.
#include "subjects/subject_finder.hpp"

#include "picture/geometry/small_copy.hpp"
#include "subjects/eye_weight.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace mediaedit::internal {
namespace {

/// Saliency is computed in a copy of this size.
constexpr double weighed_side_px = 480;
/// Faces that are smaller relative to the largest one are usually pictures on a wall.
constexpr double least_share_of_largest = 0.18;

/// Shapes: largest first.
std::vector<Area> face_areas(const cv::Mat& picture, Search search) {
    std::vector<Area> areas;
    for (const auto& [box, certainty] : search_faces(picture, search))
        areas.push_back({box.x, box.y, box.width, box.height});
    std::ranges::stable_sort(areas, std::greater{},
                             [](const Area& area) { return area.width * area.height; });
    if (search == Search::quick)
        std::erase_if(areas,
                      [largest = areas.empty() ? 0 : areas.front().height](const Area& area) {
                          return area.height < largest * least_share_of_largest;
                      });
    return areas;
}

Point middle_of_faces(const std::vector<Area>& faces) {
    double x = 0, y = 0, all = 0;
    for (const auto& face : faces) {
        const double size = face.width * face.height;
        x += size * (face.x + face.width / 2);
        y += size * (face.y + face.height / 2);
        all += size;
    }
    return {x / all, y / all};
}

Point middle_of_weight(const cv::Mat& weight) {
    const cv::Moments moments = cv::moments(weight);
    if (moments.m00 <= 0) return {};
    return {(moments.m10 / moments.m00 + 0.5) / weight.cols,
            (moments.m01 / moments.m00 + 0.5) / weight.rows};
}

/// The extent of a face along one axis, half-open, and its importance.
struct Interval {
    double begin, end, value;
};
/// Chooses the start of a window of `length` along one axis: it should contain whole faces, large
/// ones first, and be near `preferred`.
double best_start(const std::vector<Interval>& faces, double length, double preferred) {
    const double last = 1 - length;
    std::vector<double> candidates{std::clamp(preferred, 0.0, last)};
    for (const auto& face : faces)
        for (const double start : {face.begin, face.end - length, face.end, face.begin - length})
            candidates.push_back(std::clamp(start, 0.0, last));
    double best = candidates.front(), best_value = -std::numeric_limits<double>::max();
    for (const double start : candidates) {
        double value = -0.02 * std::abs(start - preferred);
        for (const auto& face : faces) {
            const bool whole = face.begin >= start - 1e-9 && face.end <= start + length + 1e-9;
            const bool outside = face.end <= start + 1e-9 || face.begin >= start + length - 1e-9;
            // Cutting a face that would fit is worse than leaving it out. If a face cannot fit, as
            // much of it as possible should be visible.
            const bool cannot_fit = face.end - face.begin > length;
            const double shown =
                std::max(0.0, std::min(face.end, start + length) - std::max(face.begin, start)) /
                (face.end - face.begin);
            value += cannot_fit ? face.value * shown
                     : whole    ? face.value
                     : outside  ? 0
                                : -0.5 * face.value;
        }
        if (value > best_value) {
            best_value = value;
            best = start;
        }
    }
    return best;
}

WindowChoice window_for_faces(const Subjects& subjects, double width, double height) {
    // Faces get a margin for hair and chin. A window may cut into the margin.
    std::vector<Interval> across, down;
    for (const auto& face : subjects.faces) {
        const double value = std::sqrt(face.width * face.height);
        across.push_back({std::max(0.0, face.x - face.width * 0.15),
                          std::min(1.0, face.x + face.width * 1.15), value});
        down.push_back({std::max(0.0, face.y - face.height * 0.35),
                        std::min(1.0, face.y + face.height * 1.2), value});
    }
    const Point middle = middle_of_faces(subjects.faces);
    // Faces are placed slightly above the centre, as in usual portraits.
    const double left = best_start(across, width, middle.x - width / 2),
                 top = best_start(down, height, middle.y - height * 0.42);
    WindowChoice choice{{left + width / 2, top + height / 2}, false};
    choice.face_cut = cuts_face(subjects, {left, top, width, height});
    return choice;
}

WindowChoice window_for_weight(const cv::Mat& weight, double width, double height) {
    cv::Mat sums;
    cv::integral(weight, sums, CV_64F);
    const int columns =
                  std::clamp(static_cast<int>(std::lround(width * weight.cols)), 1, weight.cols),
              rows =
                  std::clamp(static_cast<int>(std::lround(height * weight.rows)), 1, weight.rows);
    double best = -1;
    int best_x = 0, best_y = 0;
    for (int y = 0; y + rows <= weight.rows; ++y)
        for (int x = 0; x + columns <= weight.cols; ++x) {
            const double inside = sums.at<double>(y + rows, x + columns) -
                                  sums.at<double>(y, x + columns) - sums.at<double>(y + rows, x) +
                                  sums.at<double>(y, x);
            if (inside > best) {
                best = inside;
                best_x = x;
                best_y = y;
            }
        }
    return {{(best_x + columns / 2.0) / weight.cols, (best_y + rows / 2.0) / weight.rows}, false};
}

}  // namespace

SubjectMap map_subjects(const Picture& picture, Search search) {
    SubjectMap map;
    map.subjects.faces = face_areas(picture.pixels, search);
    if (!map.subjects.faces.empty()) {
        map.subjects.focus = middle_of_faces(map.subjects.faces);
    } else {
        map.weight = eye_weight(small_copy(picture.pixels, weighed_side_px));
        map.subjects.focus = middle_of_weight(map.weight);
    }
    return map;
}

WindowChoice choose_window(const SubjectMap& map, double width, double height) {
    if (!map.subjects.faces.empty()) return window_for_faces(map.subjects, width, height);
    if (map.weight.empty()) return {map.subjects.focus, false};
    return window_for_weight(map.weight, width, height);
}

bool cuts_face(const Subjects& subjects, const Area& window) noexcept {
    constexpr double slack = 0.004;
    return std::any_of(subjects.faces.begin(), subjects.faces.end(), [&](const Area& face) {
        const double left = face.x, right = face.x + face.width, top = face.y,
                     bottom = face.y + face.height;
        const bool outside = right <= window.x || left >= window.x + window.width ||
                             bottom <= window.y || top >= window.y + window.height;
        const bool inside = left >= window.x - slack && right <= window.x + window.width + slack &&
                            top >= window.y - slack && bottom <= window.y + window.height + slack;
        return !outside && !inside;
    });
}

}  // namespace mediaedit::internal
