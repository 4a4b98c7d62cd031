// A media file that FFmpeg has opened.
#include "video/container/input_file.hpp"

#include "base/cancel.hpp"
#include "base/file_errors.hpp"
#include "video/av_shortage.hpp"
#include "video/video_refusal.hpp"

#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

/// What phones, cameras and messengers write. Formats that open other files, such as playlists, are
/// left out.
constexpr const char* containers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf";

int is_stopped(void* stop) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

/// Options for avformat_find_stream_info, one dictionary for each stream.
class QuietOptions {
public:
    explicit QuietOptions(unsigned count) : each_(count, nullptr) {
        for (auto& options : each_) av_dict_set_int(&options, "log_level_offset", quiet_offset, 0);
    }
    ~QuietOptions() {
        for (auto& options : each_) av_dict_free(&options);
    }
    QuietOptions(const QuietOptions&) = delete;
    QuietOptions& operator=(const QuietOptions&) = delete;
    AVDictionary** get() { return each_.empty() ? nullptr : each_.data(); }

private:
    std::vector<AVDictionary*> each_;
};

}  // namespace

InputFile::InputFile(const std::filesystem::path& file, const std::stop_token& stop,
                     std::size_t buffer_bytes)
    : file_(file), stop_(stop), bytes_(file, stop, buffer_bytes) {}

std::unique_ptr<InputFile> InputFile::open(const std::filesystem::path& file,
                                           const std::stop_token& stop, std::size_t buffer_bytes) {
    std::unique_ptr<InputFile> opened(new InputFile(file, stop, buffer_bytes));
    opened->open_demuxer();
    return opened;
}

void InputFile::open_demuxer() {
    if (bytes_.error() != 0) fail_to_read(file_, AVUNERROR(bytes_.error()));
    AVFormatContext* input = quiet_format_context();
    input->pb = bytes_.io();
    input->interrupt_callback = {&is_stopped, &stop_};
    // AVI stores only the decoding order; FFmpeg derives display times from later packets.
    input->flags |= AVFMT_FLAG_GENPTS;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", containers, 0);
    const int opened =
        avformat_open_input(&input, ("file:" + file_.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0) {
        leave_if_stopped(stop_);
        fail_if_av_short_reading(opened, file_.string());
        // Its first bytes are those of a known format, but what follows is broken.
        if (opened == AVERROR_INVALIDDATA && input == nullptr)
            refuse_damaged_video(file_, av_text(opened));
        refuse_unsupported_video(file_, av_text(opened));
    }
    input_.reset(input);
    // Otherwise FFmpeg's parser logs a warning about half a frame at the end of a truncated file.
    // Other containers mark packets as damaged for lesser reasons.
    if (std::string_view(input_->iformat->name) == "flv")
        input_->flags |= AVFMT_FLAG_DISCARD_CORRUPT;
}

void InputFile::find_stream_info() {
    QuietOptions quiet(input_->nb_streams);
    const int found = avformat_find_stream_info(input_.get(), quiet.get());
    leave_if_stopped(stop_);
    fail_if_av_short_reading(found, file_.string());
    if (found < 0) refuse_damaged_video(file_, av_text(found));
}

}  // namespace mediaedit::internal
