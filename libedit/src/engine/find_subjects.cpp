// The public function find_subjects.
#include "base/guard.hpp"
#include "engine/open_photo.hpp"
#include "subjects/subject_finder.hpp"

#include <mediaedit/subjects.hpp>

#include <algorithm>

namespace mediaedit {

Result<Subjects> find_subjects(const std::filesystem::path& source, const Control& control) {
    return internal::guard([&] {
        const auto photo = internal::open_photo(source, control.limits);
        const double longest = std::max(photo.info.size.width, photo.info.size.height);
        return internal::map_subjects(
                   internal::decode(photo, internal::searched_photo_px / longest, control).picture,
                   internal::Search::thorough)
            .subjects;
    });
}

}  // namespace mediaedit
