// Whether two jobs make the same video.
#include "video/trim/alike.hpp"

#include "plan/changed_parts.hpp"
#include "plan/same_recipe.hpp"

namespace mediaedit::internal {
namespace {

bool may_copy(const Job& job, const MediaInfo& source) {
    return job.output.may_copy && changes_only_parts(job.recipe, source);
}

}  // namespace

bool makes_the_same(const Job& one, const Job& other, const MediaInfo& source) {
    const auto& a = one.output;
    const auto& b = other.output;
    return a.quality == b.quality && a.max_bits_per_second == b.max_bits_per_second &&
           may_copy(one, source) == may_copy(other, source) &&
           makes_the_same_pictures(one.recipe, other.recipe);
}

}  // namespace mediaedit::internal
