// What the FFmpeg part offers to the rest.
#include "picture/av_parts.hpp"

#include "video/describe.hpp"
#include "video/export_video.hpp"
#include "video/inspect.hpp"
#include "video/open_look.hpp"
#include "video/still.hpp"

extern "C" {
MEDIAEDIT_INTERNAL extern const mediaedit::internal::AvParts mediaedit_av_parts;
const mediaedit::internal::AvParts mediaedit_av_parts{&mediaedit::internal::decode_still, &mediaedit::internal::describe_video, &mediaedit::internal::export_video, &mediaedit::internal::open_look, &mediaedit::internal::inspect_video};
}
