// Makes a result by copying most of its frames.
#include "video/export/try_copy.hpp"

#include "base/message.hpp"
#include "plan/changed_parts.hpp"
#include "video/container/video_file.hpp"
#include "video/encode/seam_encoder.hpp"
#include "video/trim/trim.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace mediaedit::internal {
namespace {

/// Tells the person why frames are encoded that might have been copied.
Note why_encoded(const CannotCopy& reason) {
    std::string why;
    if (reason.code == "codec")
        why =
            tr("The video was encoded anew, since its kind ({codec}) cannot be cut exactly by "
               "copying.",
               {{"codec", reason.detail}});
    else if (reason.code == "no_key_picture")
        why =
            tr("The video was encoded anew, since its key pictures lie too far apart to be cut by "
               "copying.");
    else if (reason.code == "interlaced")
        why = tr("The video was encoded anew, since it is interlaced.");
    else if (reason.code == "damaged")
        why = tr("The video was encoded anew, since it is damaged beside a cut.");
    else why = tr("The video was encoded anew, since this file cannot be cut exactly by copying.");
    return {"encoded_" + reason.code, why};
}

/// Whether phones can decode H.264 with this pixel format: 8 bit 4:2:0.
bool plays_on_phones(const AVCodecParameters& pictures) {
    const auto* pixels = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(pictures.format));
    if (!pixels) return true;  // nothing is known
    const bool is_420 =
        pixels->nb_components == 3 && pixels->log2_chroma_w == 1 && pixels->log2_chroma_h == 1;
    return is_420 && pixels->comp[0].depth == 8;
}

Note rare_pixels_note(const AVCodecParameters& pictures) {
    const char* name = av_get_pix_fmt_name(static_cast<AVPixelFormat>(pictures.format));
    return {
        "rare_pixels",
        tr("The pictures were copied as they are, and their colors are kept in a way ({kind}) that "
           "many phones cannot show; prepare the video for a place, and it plays everywhere.",
           {{"kind", name ? name : ""}})};
}

}  // namespace

bool try_copy(VideoJobState& state, const VideoExport& video,
              const std::function<void(double)>& progress) {
    const auto& job = *state.job;
    if (!job.output.may_copy || !changes_only_parts(job.recipe, video.info)) return false;
    try {
        const auto made = trim_by_copying(video.file, video.info, job.recipe, *state.logos,
                                          *state.file, video.control, progress);
        if (job.output.max_bytes && state.file->bytes() > *job.output.max_bytes) {
            state.start_again();
            return false;
        }
        state.size = video.info.size;
        state.duration = made.duration;
        state.notes.insert(state.notes.end(), made.notes.begin(), made.notes.end());
        if (const auto& pictures = *video.file.picture().codecpar; !plays_on_phones(pictures))
            state.notes.push_back(rare_pixels_note(pictures));
        state.frames_copied = made.frames_copied;
        state.frames_encoded = made.frames_encoded;
        if (made.frames_encoded > 0) state.encoder = SeamEncoder::name;
        return true;
    } catch (const CannotCopy& reason) {
        state.start_again();
        if (reason.code != "mostly_changed")
            state.notes.push_back(why_encoded(reason));  // a copy is not expected then
        return false;
    }
}

}  // namespace mediaedit::internal
