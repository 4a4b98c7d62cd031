// Binds the part that needs libavfilter where it is linked in (static builds and tests).
#include "video/deinterlace/deinterlacer.hpp"

extern "C" const mediaedit::internal::FilterParts mediaedit_filter_parts;

namespace mediaedit::internal {

std::unique_ptr<Deinterlacer> new_deinterlacer(AVRational time_base, int threads) {
    return mediaedit_filter_parts.new_deinterlacer(time_base, threads);
}

}  // namespace mediaedit::internal
