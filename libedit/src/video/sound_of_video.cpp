// The sound of a video, on the clock that its pictures have.
#include "video/sound_source.hpp"
#include "video/video_file.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

class SoundOfVideo final : public SoundSource {
public:
    SoundOfVideo(const std::filesystem::path& file, const Limits& limits, std::stop_token stop) : path_(file), limits_(limits), stop_(std::move(stop)) {
        open();
    }

    [[nodiscard]] bool has_sound() const { return file_->sound() != nullptr; }
    [[nodiscard]] const std::filesystem::path& path() const override { return path_; }
    [[nodiscard]] const AVStream& stream() const override { return *file_->sound(); }
    [[nodiscard]] Time time_of(std::int64_t ticks) const override { return file_->time_of(*file_->sound(), ticks); }
    [[nodiscard]] Time duration() const override { return file_->duration(); }

private:
    bool read_on(AVPacket& packet) override {
        while (file_->read(packet))
            if (packet.stream_index == file_->sound()->index) return true;
        return false;
    }

    bool seek(Time time) override {
        // Some containers look for the place by reading pictures.
        file_->picture().discard = AVDISCARD_DEFAULT;
        file_->seek(file_->ticks_of(file_->picture(), time));
        file_->picture().discard = AVDISCARD_ALL;
        return true;
    }

    void reopen() override { open(); }

    void open() {
        file_ = std::make_unique<VideoFile>(path_, limits_, stop_);
        // Where the container tells each packet's place, pictures are then not even read from the disk.
        file_->picture().discard = AVDISCARD_ALL;
    }

    std::filesystem::path path_;
    Limits limits_;
    std::stop_token stop_;
    std::unique_ptr<VideoFile> file_;
};

}  // namespace

std::unique_ptr<SoundSource> sound_of_video(const std::filesystem::path& file, const Limits& limits, std::stop_token stop) {
    auto source = std::make_unique<SoundOfVideo>(file, limits, std::move(stop));
    return source->has_sound() ? std::move(source) : nullptr;
}

}  // namespace mediaedit::internal
