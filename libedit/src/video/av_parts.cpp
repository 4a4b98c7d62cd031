// The functions that the FFmpeg part exports.
#include "av/av_parts.hpp"

#include "video/analyze/describe.hpp"
#include "video/analyze/inspect.hpp"
#include "video/analyze/open_video_preview.hpp"
#include "video/analyze/still.hpp"
#include "video/analyze/video_faces.hpp"
#include "video/audio/open_audio_preview.hpp"
#include "video/container/carried_by_video.hpp"
#include "video/container/key_times.hpp"
#include "video/export/export_video.hpp"

extern "C" {
MEDIAEDIT_INTERNAL extern const mediaedit::internal::AvParts mediaedit_av_parts;
const mediaedit::internal::AvParts mediaedit_av_parts{
    &mediaedit::internal::decode_still,      &mediaedit::internal::describe_video,
    &mediaedit::internal::export_video,      &mediaedit::internal::open_video_preview,
    &mediaedit::internal::inspect_video,     &mediaedit::internal::follow_faces_in_file,
    &mediaedit::internal::carried_by_video,  &mediaedit::internal::key_times,
    &mediaedit::internal::open_audio_preview};
}
