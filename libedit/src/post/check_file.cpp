// Does a file fit a placement, by its facts and by its picture?
#include "base/guard.hpp"
#include "engine/open_photo.hpp"
#include "post/check_picture.hpp"
#include "post/check_text.hpp"
#include "post/findings.hpp"

#include <mediaedit/check.hpp>

namespace mediaedit {

Result<std::vector<Finding>> check(const std::filesystem::path& file, const Placement& placement, const std::optional<Recipe>& recipe, const Control& control) {
    return internal::guard([&] {
        const auto photo = internal::open_photo(file, control.limits);
        auto findings = check(photo.info, placement);
        if (!findings.empty() && findings.front().code == "wrong_kind") return findings;
        internal::check_picture(photo, control, findings);
        if (recipe) internal::check_texts(*recipe, placement, findings);
        internal::sort_findings(findings);
        return findings;
    });
}

}  // namespace mediaedit
