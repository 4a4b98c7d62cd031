// The state of a job while its result is made.
#include "video/export/video_job_state.hpp"

#include "base/message.hpp"
#include "base/system/copy_content.hpp"
#include "base/system/system.hpp"

#include <system_error>

namespace mediaedit::internal {

void VideoJobState::start_again() {
    file.emplace(NewFile::open(job->output.file, job->output.if_exists));
    frames_copied = frames_encoded = 0;
}

void VideoJobState::take_content_of(const VideoJobState& other) {
    if (file->bytes() > 0) start_again();
    copy_content(*other.file, *file);
    notes = other.notes;
    std::erase_if(notes, [](const Note& note) { return note.code == "made_once"; });
    notes.push_back(
        {"made_once", tr("This video is the same as {file}, so it was made once and copied.",
                         {{"file", other.job->output.file.filename().string()}})});
    encoder = other.encoder;
    size = other.size;
    duration = other.duration;
    frames_copied = other.frames_copied;
    frames_encoded = other.frames_encoded;
    is_made = true;
    is_fitted = other.is_fitted;
}

void VideoJobState::commit(const std::filesystem::path& source) {
    Report made;
    made.source = source;
    made.size = size;
    made.duration = duration;
    made.notes = notes;
    made.mode = frames_encoded == 0  ? Mode::copied
                : frames_copied == 0 ? Mode::encoded
                                     : Mode::partly_copied;
    made.frames_copied = frames_copied;
    made.frames_encoded = frames_encoded;
    made.encoder = encoder;
    made.file = file->commit();
    flush_folder_of(made.file);
    std::error_code ignored;
    made.bytes = std::filesystem::file_size(made.file, ignored);
    report = std::move(made);
}

}  // namespace mediaedit::internal
