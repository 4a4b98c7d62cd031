// A decoded photo with its turned copies and detected subjects, shared by all jobs and the preview.
#pragma once

#include "subjects/subject_finder.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace mediaedit::internal {

/// Caches turned copies and subjects, so that several placements need one detection.
/// Threads: one at a time.
class Scene {
public:
    explicit Scene(cv::Mat upright) : upright_(std::move(upright)) {}
    /// The same photo, decoded at another scale. Keeps the detected subjects of `before`.
    Scene(cv::Mat upright, const Scene& before)
        : upright_(std::move(upright)), subjects_(before.subjects_) {}

    /// The picture after the plan's turn, mirror and straighten, at the decoded scale.
    const cv::Mat& turned(const Plan& plan);

    /// Detects the subjects within `area` of the turned picture. Units: fractions of `area`.
    const SubjectMap& subjects(const Plan& plan, const Area& area, Search search);

    /// Detects the faces in the upright picture, by Search::thorough. Shapes: largest first.
    const std::vector<Area>& faces();

    [[nodiscard]] const cv::Mat& upright() const { return upright_; }

private:
    using Turning = std::tuple<int, bool, double>;
    using SubjectKey = std::tuple<int, bool, double, double, double, double, double, Search>;

    cv::Mat upright_;
    std::map<Turning, cv::Mat> turned_;
    std::map<SubjectKey, SubjectMap> subjects_;
};

/// The plan of a recipe with the detected focus and faces.
struct Settled {
    Plan plan;
    std::vector<Note> notes;  ///< face_cut, enlarged, faces_hidden, no_face_found
};

/// Errors: those of make_plan.
Settled settle(const Recipe& recipe, const MediaInfo& info, Scene& scene);

}  // namespace mediaedit::internal
