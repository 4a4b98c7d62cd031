// A decoded photo with its turned copies and detected subjects.
#include "engine/scene.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "picture/draw/render.hpp"
#include "plan/need_plan.hpp"
#include "plan/note_enlarged.hpp"
#include "plan/turning.hpp"
#include "subjects/kept_faces.hpp"

#include <mediaedit/faces.hpp>
#include <mediaedit/turning.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

void hide_found_faces(Recipe& recipe, const MediaInfo& info, Scene& scene,
                      std::vector<Note>& notes) {
    const Turning turning(recipe, info.size);
    bool found_any = false;
    std::size_t hidden = 0;
    for (const auto& face : scene.faces()) {
        const auto seen = turning.of(face);
        if (!reaches_into_picture(seen)) continue;
        found_any = true;
        if (is_kept(seen, recipe.keep_faces)) continue;
        recipe.hidden.push_back(
            as_seen(hide_face(FoundFace{face}, *recipe.hide_faces), recipe, info.size));
        ++hidden;
    }
    if (!found_any)
        notes.push_back({"no_face_found", tr("No face was found to hide; look at the result, and "
                                             "hide by hand what was missed.")});
    else if (hidden > 0)
        notes.push_back(
            {"faces_hidden",
             tr_count("One face was hidden; look at the result, for not every face is found.",
                      "{count} faces were hidden; look at the result, for not every face is found.",
                      hidden)});
}

/// The subjects for choosing a crop, in fractions of `seen`. If no face is found in a turned
/// picture, faces found in the upright one are used.
SubjectMap subjects_to_frame(const Recipe& recipe, const MediaInfo& info, Scene& scene,
                             const Plan& centred, const Area& seen) {
    auto map = scene.subjects(centred, seen, Search::quick);
    if (!map.subjects.faces.empty() ||
        (recipe.turn == Turn::none && !recipe.mirror && recipe.straighten_deg == 0))
        return map;
    const Turning turning(recipe, info.size);
    std::vector<Area> faces;
    for (const auto& face : scene.subjects(Plan{}, Area{}, Search::quick).subjects.faces) {
        const auto there = turning.of(face);
        const Area in_part{(there.x - seen.x) / seen.width, (there.y - seen.y) / seen.height,
                           there.width / seen.width, there.height / seen.height};
        if (reaches_into_picture(in_part)) faces.push_back(inside_picture(in_part));
    }
    if (!faces.empty()) map.subjects.faces = std::move(faces);
    return map;
}

/// Chooses the focus for a recipe that has none.
void find_focus(Recipe& recipe, const MediaInfo& info, Scene& scene, const Plan& centred,
                std::vector<Note>& notes) {
    const Area seen = recipe.crop.value_or(Area{});
    const double width = std::min(1.0, centred.crop.width / (seen.width * centred.turned.width));
    const double height =
        std::min(1.0, centred.crop.height / (seen.height * centred.turned.height));
    const auto choice =
        choose_window(subjects_to_frame(recipe, info, scene, centred, seen), width, height);
    recipe.focus = Point{std::clamp(seen.x + choice.focus.x * seen.width, 0.0, 1.0),
                         std::clamp(seen.y + choice.focus.y * seen.height, 0.0, 1.0)};
    if (choice.face_cut)
        notes.push_back({"face_cut", tr("A face would be cut off in this shape; choose another "
                                        "part of the photo, or the fit that shows all of it.")});
}

bool cuts_something(const Plan& plan, const Recipe& recipe) {
    const Area seen = recipe.crop.value_or(Area{});
    return plan.crop.width + 2 < seen.width * plan.turned.width ||
           plan.crop.height + 2 < seen.height * plan.turned.height;
}

}  // namespace

const cv::Mat& Scene::turned(const Plan& plan) {
    auto& turned = turned_[{static_cast<int>(plan.turn), plan.mirror, plan.straighten_deg}];
    if (turned.empty()) turned = render_turned(upright_, plan);
    return turned;
}

const SubjectMap& Scene::subjects(const Plan& plan, const Area& area, Search search) {
    const SubjectKey key{static_cast<int>(plan.turn),
                         plan.mirror,
                         plan.straighten_deg,
                         area.x,
                         area.y,
                         area.width,
                         area.height,
                         search};
    if (const auto known = subjects_.find(key); known != subjects_.end()) return known->second;
    const cv::Mat& all = turned(plan);
    const int left = std::clamp(static_cast<int>(area.x * all.cols), 0, all.cols - 1),
              top = std::clamp(static_cast<int>(area.y * all.rows), 0, all.rows - 1);
    const int width =
        std::clamp(static_cast<int>(std::lround(area.width * all.cols)), 1, all.cols - left);
    const int height =
        std::clamp(static_cast<int>(std::lround(area.height * all.rows)), 1, all.rows - top);
    return subjects_.emplace(key, map_subjects({all(cv::Rect(left, top, width, height))}, search))
        .first->second;
}

const std::vector<Area>& Scene::faces() {
    return subjects(Plan{}, Area{}, Search::thorough).subjects.faces;
}

Settled settle(const Recipe& requested, const MediaInfo& info, Scene& scene) {
    Recipe recipe = requested;
    Settled settled;
    if (recipe.hide_faces) hide_found_faces(recipe, info, scene, settled.notes);
    settled.plan = need_plan(recipe, info);
    if (!recipe.focus && settled.plan.fit == Fit::cover && cuts_something(settled.plan, recipe)) {
        find_focus(recipe, info, scene, settled.plan, settled.notes);
        settled.plan = need_plan(recipe, info);
    }
    note_enlarged(settled.plan, MediaKind::photo, settled.notes);
    return settled;
}

}  // namespace mediaedit::internal
