// The audio of a video, on the video's clock.
#include "video/audio/audio_source.hpp"
#include "video/container/video_file.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

std::unique_ptr<VideoFile> opened_again(const VideoFile& file) {
    // reopened() does not parse packets of a file with a table; only AAC packets are surely
    // complete then.
    if (!file.has_table() || file.audio()->codecpar->codec_id == AV_CODEC_ID_AAC)
        return std::make_unique<VideoFile>(file.reopened(VideoFile::Use::audio_only));
    return std::make_unique<VideoFile>(VideoFile::open(file.path(), file.limits(), file.stop()));
}

class AudioOfVideo final : public AudioSource {
public:
    explicit AudioOfVideo(std::unique_ptr<VideoFile> file)
        : file_(std::move(file)), path_(file_->path()) {
        leave_pictures_out();
    }

    [[nodiscard]] const std::filesystem::path& path() const override { return path_; }
    [[nodiscard]] const AVStream& stream() const override { return *file_->audio(); }
    [[nodiscard]] Time time_of(std::int64_t ticks) const override {
        return file_->time_of(*file_->audio(), ticks);
    }
    [[nodiscard]] Time duration() const override { return file_->duration(); }
    [[nodiscard]] std::vector<std::int64_t> starts_by_table() const override {
        return file_->audio_starts_by_table();
    }

private:
    bool read_on(AVPacket& packet) override {
        while (file_->read(packet))
            if (packet.stream_index == file_->audio()->index) return true;
        return false;
    }

    bool seek(Time time) override {
        // Some containers seek by reading video packets.
        file_->picture().discard = AVDISCARD_DEFAULT;
        file_->seek(file_->ticks_of(file_->picture(), time));
        leave_pictures_out();
        return true;
    }

    void reopen() override {
        file_ = opened_again(*file_);
        leave_pictures_out();
    }

    /// In containers with a table, video packets are then not read from the disk.
    void leave_pictures_out() { file_->picture().discard = AVDISCARD_ALL; }

    std::unique_ptr<VideoFile> file_;
    std::filesystem::path path_;
};

}  // namespace

std::unique_ptr<AudioSource> audio_of_video(const VideoFile& file) {
    return file.audio() ? std::make_unique<AudioOfVideo>(opened_again(file)) : nullptr;
}

}  // namespace mediaedit::internal
