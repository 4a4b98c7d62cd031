// What the FFmpeg part offers to the rest.
#include "picture/av_parts.hpp"

#include "video/carried_by_video.hpp"
#include "video/describe.hpp"
#include "video/export_video.hpp"
#include "video/inspect.hpp"
#include "video/key_times.hpp"
#include "video/open_look.hpp"
#include "video/open_sound_look.hpp"
#include "video/still.hpp"
#include "video/video_faces.hpp"

extern "C" {
MEDIAEDIT_INTERNAL extern const mediaedit::internal::AvParts mediaedit_av_parts;
const mediaedit::internal::AvParts mediaedit_av_parts{&mediaedit::internal::decode_still, &mediaedit::internal::describe_video, &mediaedit::internal::export_video, &mediaedit::internal::open_look, &mediaedit::internal::inspect_video,
    &mediaedit::internal::follow_faces_in_file, &mediaedit::internal::carried_by_video, &mediaedit::internal::key_times, &mediaedit::internal::open_sound_look};
}
