// Checks of a file against a placement: facts, pixels, texts.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "placement/check/check_picture.hpp"
#include "placement/check/check_text.hpp"
#include "placement/check/check_video.hpp"
#include "placement/check/findings.hpp"

#include <mediaedit/check.hpp>

namespace mediaedit {
namespace internal {
namespace {

bool is_wrong_kind(const std::vector<Finding>& findings) {
    return !findings.empty() && findings.front().code == "wrong_kind";
}

std::vector<Finding> check_photo_file(const std::filesystem::path& file, const Placement& placement,
                                      const Control& control) {
    const auto photo = open_photo(file, control.limits);
    auto findings = check(photo.info, placement);
    if (!is_wrong_kind(findings)) check_picture(photo, control, findings);
    return findings;
}

}  // namespace
}  // namespace internal

Result<std::vector<Finding>> check(const std::filesystem::path& file, const Placement& placement,
                                   const std::optional<Recipe>& recipe, const Control& control) {
    using namespace internal;
    return guard([&] {
        auto findings = is_video(file)
                            ? check_video(av_parts().inspect_video(file, control), placement)
                            : check_photo_file(file, placement, control);
        if (recipe && !is_wrong_kind(findings)) check_texts(*recipe, placement, findings);
        sort_findings(findings);
        return findings;
    });
}

}  // namespace mediaedit
