// Writes a result's encoded frames and its audio into the file.
#pragma once

#include "base/system/new_file.hpp"
#include "video/audio/audio_line.hpp"
#include "video/audio/audio_maker.hpp"
#include "video/container/mp4_writer.hpp"
#include "video/container/video_file.hpp"
#include "video/handles.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/time.hpp>

#include <memory>
#include <vector>

namespace mediaedit::internal {

/// Threads: one at a time.
class ResultMuxer {
public:
    /// `codec`: the open encoder. `time_base`: of its packets. Errors: those of AudioMaker and
    /// Mp4Writer.
    static std::unique_ptr<ResultMuxer> open(NewFile& file, const AVCodecContext& codec,
                                             AVRational time_base, AVRational rate,
                                             const VideoFile& source, AudioOptions audio);

    /// Takes the packet over, and writes the audio heard before it. Errors: those of AudioMaker and
    /// Mp4Writer.
    void put(AVPacket& packet);
    /// Errors: the same.
    void finish();
    /// What the person may want to know of the audio.
    [[nodiscard]] std::vector<Note> notes() const { return audio_->notes(); }

private:
    ResultMuxer(Time duration, AVRational time_base) : duration_(duration), time_base_(time_base) {}

    Time duration_;
    AVRational time_base_;
    Parameters parameters_;
    std::unique_ptr<AudioMaker> audio_;
    std::unique_ptr<Mp4Writer> writer_;
    std::unique_ptr<AudioLine> audio_line_;
    Packet held_;  // until the next one is there, which tells how long it lasts
};

}  // namespace mediaedit::internal
