// Loads the part that needs libavfilter when it is first needed.
#include "video/deinterlace/deinterlacer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/part_shortage.hpp"
#include "base/system/system.hpp"

namespace mediaedit::internal {

std::unique_ptr<Deinterlacer> new_deinterlacer(AVRational time_base, int threads) {
    std::string why;
    const auto* const parts = static_cast<const FilterParts*>(
        load_part(MEDIAEDIT_FILTER_FILE, "mediaedit_filter_parts", why));
    if (!parts) fail_if_not_loaded(MEDIAEDIT_FILTER_FILE, why);
    if (!parts)
        fail(ErrorCode::unsupported,
             tr("The part for interlaced videos is not installed; install mediaedit again."), {},
             why);
    return parts->new_deinterlacer(time_base, threads);
}

}  // namespace mediaedit::internal
