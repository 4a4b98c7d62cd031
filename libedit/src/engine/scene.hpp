// A decoded photo and what was found in it: shared by all jobs on it, and by the preview.
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

/// Remembers turned copies and subjects, so that four placements cost one search.
/// Threads: one at a time.
class Scene {
public:
    explicit Scene(cv::Mat upright) : upright_(std::move(upright)) {}
    /// Of the same photo, decoded at another scale: what was found in it stays found, and nothing
    /// more.
    Scene(cv::Mat upright, const Scene& before)
        : upright_(std::move(upright)), subjects_(before.subjects_) {}

    /// The picture turned as `plan` says, at the scale it was decoded at.
    const cv::Mat& turned(const Plan& plan);

    /// Subjects within `area` of the turned picture; their fractions are of `area`.
    const SubjectMap& subjects(const Plan& plan, const Area& area, Search search);

    /// Faces in the picture as it was taken, whatever a plan does to it: the largest first.
    /// Thorough.
    const std::vector<Area>& faces();

    [[nodiscard]] const cv::Mat& upright() const { return upright_; }

private:
    using Turning = std::tuple<int, bool, double>;
    using Looked = std::tuple<int, bool, double, double, double, double, double, Search>;

    cv::Mat upright_;
    std::map<Turning, cv::Mat> turned_;
    std::map<Looked, SubjectMap> subjects_;
};

/// A recipe with all that had to be found in the picture: focus and faces.
struct Settled {
    Plan plan;
    std::vector<Note> notes;  ///< face_cut, enlarged, faces_hidden, no_face_found
};

/// Errors: those of make_plan.
Settled settle(const Recipe& recipe, const MediaInfo& info, Scene& scene);

}  // namespace mediaedit::internal
