// The public class AudioPreview.
#include "av/audio_preview_source.hpp"
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"

#include <mediaedit/audio_preview.hpp>

#include <utility>

namespace mediaedit {

using namespace internal;

struct AudioPreview::State {
    std::unique_ptr<AudioPreviewSource> video;  // absent for a photo
};

AudioPreview::AudioPreview(std::unique_ptr<State> state) : state_(std::move(state)) {}
AudioPreview::AudioPreview(AudioPreview&&) noexcept = default;
AudioPreview& AudioPreview::operator=(AudioPreview&&) noexcept = default;
AudioPreview::~AudioPreview() = default;

Result<AudioPreview> AudioPreview::open(const std::filesystem::path& source,
                                        const Control& control) {
    return guard([&] {
        auto state = std::make_unique<State>();
        if (is_video(source)) state->video = av_parts().open_audio_preview(source, control);
        else open_photo(source, control.limits);  // reports the errors of a photo
        return AudioPreview(std::move(state));
    });
}

bool AudioPreview::has_audio() const noexcept {
    return state_->video && state_->video->has_audio();
}

Result<std::vector<float>> AudioPreview::peaks(TimeRange range, std::size_t count) {
    return guard([&] {
        return state_->video ? state_->video->peaks(range, count) : std::vector<float>(count, 0.0F);
    });
}

Result<std::vector<std::int16_t>> AudioPreview::read(Time at, std::size_t moments) {
    return guard([&] {
        std::vector<std::int16_t> samples(2 * moments, 0);
        if (state_->video) state_->video->read(at, samples);
        return samples;
    });
}

}  // namespace mediaedit
