// The note about a picture that has to be enlarged.
#include "plan/note_enlarged.hpp"

#include "base/message.hpp"

#include <cstdio>

namespace mediaedit::internal {

void note_enlarged(const Plan& plan, MediaKind kind, std::vector<Note>& notes) {
    constexpr double visible = 1.05;
    if (plan.scale <= visible) return;
    char times[16];
    std::snprintf(times, sizeof times, "%.1f", plan.scale);
    const auto message = kind == MediaKind::photo
                             ? tr("The photo is smaller than this shape and was enlarged {times} "
                                  "times; it may look soft.",
                                  {{"times", times}})
                             : tr("The video is smaller than this shape and was enlarged {times} "
                                  "times; it may look soft.",
                                  {{"times", times}});
    notes.push_back({"enlarged", message});
}

}  // namespace mediaedit::internal
