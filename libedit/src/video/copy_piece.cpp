// A result whose pictures are mostly copied.
#include "video/copy_piece.hpp"

#include "base/message.hpp"
#include "plan/changed_parts.hpp"
#include "video/seam_encoder.hpp"
#include "video/trim.hpp"

namespace mediaedit::internal {
namespace {

/// Why pictures are encoded that might have been copied, for the person.
Note why_encoded(const CannotCopy& reason) {
    std::string why;
    if (reason.code == "codec") why = tr("The video was encoded anew, since its kind ({codec}) cannot be cut exactly by copying.", {{"codec", reason.detail}});
    else if (reason.code == "no_key_picture") why = tr("The video was encoded anew, since its key pictures lie too far apart to be cut by copying.");
    else if (reason.code == "interlaced") why = tr("The video was encoded anew, since it is interlaced.");
    else if (reason.code == "damaged") why = tr("The video was encoded anew, since it is damaged beside a cut.");
    else why = tr("The video was encoded anew, since this file cannot be cut exactly by copying.");
    return {"encoded_" + reason.code, why};
}

}  // namespace

bool copy_piece(VideoPiece& piece, const VideoExport& video, const std::function<void(double)>& progress) {
    const auto& job = *piece.job;
    if (!job.output.may_copy || !changes_only_parts(job.recipe, video.info)) return false;
    try {
        const auto made = trim_by_copying(video.file, video.info, job.recipe, *piece.logos, *piece.file, video.control, progress);
        if (job.output.max_bytes && piece.file->bytes() > *job.output.max_bytes) {
            piece.start_again();
            return false;
        }
        piece.size = video.info.size;
        piece.duration = made.duration;
        piece.notes.insert(piece.notes.end(), made.notes.begin(), made.notes.end());
        piece.frames_copied = made.frames_copied;
        piece.frames_encoded = made.frames_encoded;
        if (made.frames_encoded > 0) piece.encoder = SeamEncoder::name;
        return true;
    } catch (const CannotCopy& reason) {
        piece.start_again();
        if (reason.code != "mostly_changed") piece.notes.push_back(why_encoded(reason));  // nobody expects a copy then
        return false;
    }
}

}  // namespace mediaedit::internal
