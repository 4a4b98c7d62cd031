// One result of a video under way.
#include "video/video_piece.hpp"

#include "base/system.hpp"

#include <system_error>

namespace mediaedit::internal {

void VideoPiece::start_again() {
    file.emplace(NewFile::open(job->output.file, job->output.if_exists));
    frames_copied = frames_encoded = 0;
}

void VideoPiece::commit(const std::filesystem::path& source) {
    Report made;
    made.source = source;
    made.size = size;
    made.duration = duration;
    made.notes = notes;
    made.mode = frames_encoded == 0 ? Mode::copied : frames_copied == 0 ? Mode::encoded : Mode::partly_copied;
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
