// The flags that hide faces and areas.
#include "edit_flags.hpp"

#include "edit_flag_helpers.hpp"
#include "usage_error.hpp"
#include "values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cli {

using namespace mediaedit;

namespace {

/// AREA[@RANGE]
std::pair<Area, std::optional<TimeRange>> parse_timed_area(const std::string& text, PixelSize seen,
                                                           const std::string& flag) {
    const auto at = text.find('@');
    const auto area = parse_area(std::string_view(text).substr(0, at), seen, flag);
    if (at == text.npos) return {area, std::nullopt};
    return {area, parse_range(std::string_view(text).substr(at + 1), flag)};
}

}  // namespace

void EditFlags::add_hiding(CLI::App& command) {
    add_repeatable(command, "--hide", "AREA[@RANGE]",
                   tr("make an area unrecognisable: a face, a plate, a document"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           const auto [area, when] = parse_timed_area(text, draft.seen, "--hide");
                           draft.recipe.hidden.push_back(HiddenArea{area, HideWith::blur, when});
                       });
                   });
    add_repeatable(command, "--keep-face", "AREA[@RANGE]",
                   tr("leave the found face whose middle lies in this area as it is"),
                   [this](const std::string& text) {
                       then([text](Draft& draft) {
                           if (!draft.recipe.hide_faces)
                               refuse(tr("{flag} needs a {maker} before it.",
                                         {{"flag", "--keep-face"}, {"maker", "--hide-faces"}}),
                                      "--keep-face");
                           const auto [area, when] =
                               parse_timed_area(text, draft.seen, "--keep-face");
                           draft.recipe.keep_faces.push_back(KeptFace{area, when});
                       });
                   });
    add_repeatable(command, "--hide-with", "blur|pixels|solid",
                   tr("how the last hidden area, or the faces, are hidden"),
                   [this](const std::string& word) {
                       then([with = parse_hide_with(word, "--hide-with")](Draft& draft) {
                           if (draft.recipe.hidden.empty() && !draft.recipe.hide_faces)
                               refuse(tr("{flag} needs a {maker} before it.",
                                         {{"flag", "--hide-with"}, {"maker", "--hide"}}),
                                      "--hide-with");
                           if (!draft.recipe.hidden.empty()) draft.recipe.hidden.back().with = with;
                           if (draft.recipe.hide_faces) draft.recipe.hide_faces = with;
                       });
                   });
    command
        .add_flag_callback(
            "--hide-faces",
            [this] { then([](Draft& draft) { draft.recipe.hide_faces = HideWith::blur; }); },
            tr("hide every face that is found; look at the result"))
        ->trigger_on_parse()
        ->group(tr("Edit"));
}

}  // namespace cli
