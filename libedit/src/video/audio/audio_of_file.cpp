// The audio of any file: music, a recording, a video.
#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "video/audio/audio_source.hpp"
#include "video/av_shortage.hpp"
#include "video/container/file_bytes.hpp"
#include "video/container/mp4_boxes.hpp"
#include "video/video_refusal.hpp"

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Formats in common use. Those that open other files, such as playlists, are left out.
constexpr const char* containers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,mp3,wav,w64,flac,ogg,aac,ac3,"
    "aiff,amr,caf";

/// The container that a file names in its first bytes; null: FFmpeg looks for one. FFmpeg weighs
/// the bytes after them too, and takes a tone of 1000 Hz in a WAV file for packets of MPEG-TS.
const AVInputFormat* named_container(const std::filesystem::path& file) {
    const auto head = read_head(file, 12);
    const std::string_view bytes(reinterpret_cast<const char*>(head.data()), head.size());
    const auto is = [&](std::string_view begin, std::string_view at_8 = {}) {
        return bytes.starts_with(begin) && (at_8.empty() || bytes.substr(8).starts_with(at_8));
    };
    if (bytes.size() < 12) return nullptr;
    if (is("RIFF", "WAVE")) return av_find_input_format("wav");
    if (is("FORM", "AIF")) return av_find_input_format("aiff");
    if (is("fLaC")) return av_find_input_format("flac");
    if (is("OggS")) return av_find_input_format("ogg");
    if (is("caff")) return av_find_input_format("caf");
    return nullptr;
}

int is_stopped(void* stop) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

class AudioOfFile final : public AudioSource {
public:
    AudioOfFile(const std::filesystem::path& file, std::stop_token stop)
        : path_(file), stop_(std::move(stop)) {
        reopen();
    }

    [[nodiscard]] const std::filesystem::path& path() const override { return path_; }
    [[nodiscard]] const AVStream& stream() const override { return *stream_; }
    [[nodiscard]] Time time_of(std::int64_t ticks) const override {
        return Time(av_rescale_q_rnd(ticks, stream_->time_base, AV_TIME_BASE_Q, AV_ROUND_NEAR_INF));
    }
    [[nodiscard]] Time duration() const override { return Time(0); }

private:
    bool read_on(AVPacket& packet) override {
        while (true) {
            leave_if_stopped(stop_);
            av_packet_unref(&packet);
            const int code = av_read_frame(input_.get(), &packet);
            if (code == AVERROR(EAGAIN)) continue;
            fail_if_av_short_reading(code, path_.string());
            if (code < 0) {
                leave_if_stopped(stop_);
                return false;
            }
            if (packet.stream_index == stream_->index) return true;
        }
    }

    bool seek(Time time) override {
        return av_seek_frame(input_.get(), stream_->index,
                             av_rescale_q(time.count(), AV_TIME_BASE_Q, stream_->time_base),
                             AVSEEK_FLAG_BACKWARD) >= 0;
    }

    void reopen() override {
        input_.reset();
        require_regular_file(path_);
        bytes_ = std::make_unique<FileBytes>(path_, stop_);
        if (bytes_->error() != 0) fail_to_read(path_, AVUNERROR(bytes_->error()));
        if (asks_for_too_much(read_mp4_layout(path_)))
            refuse_too_large_video(path_, "packets without number");
        AVFormatContext* input = quiet_format_context();
        input->pb = bytes_->io();
        input->interrupt_callback = {&is_stopped, &stop_};
        AVDictionary* options = nullptr;
        av_dict_set(&options, "protocol_whitelist", "file", 0);
        av_dict_set(&options, "format_whitelist", containers, 0);
        const int opened = avformat_open_input(&input, ("file:" + path_.string()).c_str(),
                                               named_container(path_), &options);
        av_dict_free(&options);
        leave_if_stopped(stop_);
        if (opened < 0) refuse(opened);
        input_.reset(input);
        find_stream();
    }

    void find_stream() {
        std::vector<AVDictionary*> quiet(input_->nb_streams, nullptr);
        for (auto& words : quiet) av_dict_set_int(&words, "log_level_offset", quiet_offset, 0);
        const int found =
            avformat_find_stream_info(input_.get(), quiet.empty() ? nullptr : quiet.data());
        for (auto& words : quiet) av_dict_free(&words);
        leave_if_stopped(stop_);
        if (found < 0) refuse(found);
        const int best = av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
        if (best < 0 || !avcodec_find_decoder(input_->streams[best]->codecpar->codec_id))
            fail(ErrorCode::unsupported,
                 tr("{file} holds no sound that can be read here; choose another file.",
                    {{"file", path_.filename().string()}}),
                 path_.string());
        stream_ = input_->streams[best];
        for (unsigned i = 0; i < input_->nb_streams; ++i)
            if (input_->streams[i] != stream_) input_->streams[i]->discard = AVDISCARD_ALL;
    }

    [[noreturn]] void refuse(int code) const {
        fail_if_av_short(code, path_.string());
        const auto name = path_.filename().string();
        fail(ErrorCode::unsupported,
             tr("{file} holds no sound that can be read here; choose another file.",
                {{"file", name}}),
             path_.string(), av_text(code));
    }

    std::filesystem::path path_;
    std::stop_token stop_;
    std::unique_ptr<FileBytes> bytes_;
    Input input_;
    AVStream* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<AudioSource> audio_of_file(const std::filesystem::path& file,
                                           std::stop_token stop) {
    return std::make_unique<AudioOfFile>(file, std::move(stop));
}

}  // namespace mediaedit::internal
