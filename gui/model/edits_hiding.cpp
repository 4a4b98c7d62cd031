// Edits of a work: faces, hidden areas, consent.
#include "model/edits.hpp"

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// An area means the face whose middle lies in it.
bool holds_middle(const Area& area, const Area& face) {
    const double x = face.x + face.width / 2, y = face.y + face.height / 2;
    return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}

}  // namespace

Work with_faces(Work work, std::size_t item, FaceChoice choice) {
    if (!has_item(work, item)) return work;
    auto& chosen = work.post.items[item];
    chosen.faces = choice;
    if (choice == FaceChoice::hide) chosen.recipe.hide_faces = HideWith::blur;
    else {
        chosen.recipe.hide_faces.reset();
        chosen.recipe.keep_faces.clear();
    }
    return work;
}

bool is_face_kept(const Work& work, std::size_t item, const Area& face) {
    return has_item(work, item) &&
           std::ranges::any_of(work.post.items[item].recipe.keep_faces,
                               [&](const KeptFace& kept) { return holds_middle(kept.area, face); });
}

Work with_face_kept(Work work, std::size_t item, const Area& face, bool kept) {
    if (!has_item(work, item)) return work;
    auto& recipe = work.post.items[item].recipe;
    std::erase_if(recipe.keep_faces,
                  [&](const KeptFace& known) { return holds_middle(known.area, face); });
    if (kept) recipe.keep_faces.push_back({face, {}});
    return work;
}

Work with_hidden_area(Work work, std::size_t item, const Area& area) {
    if (has_item(work, item))
        work.post.items[item].recipe.hidden.push_back({.area = area, .with = HideWith::solid});
    return work;
}

Work without_hidden_area(Work work, std::size_t item, std::size_t area) {
    if (!has_item(work, item)) return work;
    auto& hidden = work.post.items[item].recipe.hidden;
    if (area < hidden.size()) hidden.erase(hidden.begin() + static_cast<std::ptrdiff_t>(area));
    return work;
}

ConsentAnswer consent_of(const Work& work, std::size_t item, const std::string& question) {
    if (!has_item(work, item)) return ConsentAnswer::unknown;
    const auto& all = work.post.items[item].consent;
    const auto found = std::ranges::find(all, question, &Consent::question);
    return found == all.end() ? ConsentAnswer::unknown : found->answer;
}

Work with_consent(Work work, std::size_t item, const std::string& question, ConsentAnswer answer) {
    if (!has_item(work, item)) return work;
    auto& all = work.post.items[item].consent;
    const auto found = std::ranges::find(all, question, &Consent::question);
    if (found == all.end()) all.push_back({.question = question, .answer = answer});
    else found->answer = answer;
    return work;
}

}  // namespace sunting
