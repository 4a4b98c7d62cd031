// The FFmpeg part if it is linked in (static builds and tests).
#include "av/av_parts.hpp"

extern "C" const mediaedit::internal::AvParts mediaedit_av_parts;

namespace mediaedit::internal {

const AvParts& av_parts() { return mediaedit_av_parts; }

}  // namespace mediaedit::internal
