// The computer's loudspeakers, through SDL audio.
#include "platform/audio_output.hpp"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <dlfcn.h>

#include <atomic>
#include <utility>

namespace sunting {
namespace {

/// 21 ms: short enough to stay in step, long enough for a slow computer.
constexpr int buffer_moments = 1024;

void say_nothing(const char*, int, const char*, int, const char*, ...) {}

/// ALSA prints to the terminal when there is no sound card. It is loaded by name, as SDL does, so
/// that it is no dependency.
void silence_alsa() {
    static void* const library = dlopen("libasound.so.2", RTLD_LAZY | RTLD_LOCAL);
    if (!library) return;
    using Handler = void (*)(const char*, int, const char*, int, const char*, ...);
    if (void* symbol = dlsym(library, "snd_lib_error_set_handler"))
        reinterpret_cast<int (*)(Handler)>(symbol)(&say_nothing);
}

class SdlAudioOutput final : public AudioOutput {
public:
    ~SdlAudioOutput() override { SdlAudioOutput::close(); }

    bool open(Fill fill) override {
        close();
        silence_alsa();
        // The program handles Ctrl+C itself.
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Sunting");
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
        fill_ = std::move(fill);
        SDL_AudioSpec wanted{}, got{};
        wanted.freq = mediaedit::AudioPreview::rate_hz;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 2;
        wanted.samples = buffer_moments;
        wanted.userdata = this;
        wanted.callback = [](void* self, Uint8* bytes, int count) {
            static_cast<SdlAudioOutput*>(self)->fill_(
                {reinterpret_cast<std::int16_t*>(bytes),
                 static_cast<std::size_t>(count) / sizeof(std::int16_t)});
        };
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, &got, SDL_AUDIO_ALLOW_SAMPLES_CHANGE);
        if (device_ == 0) {
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
            return false;
        }
        // The former buffer is played while this one is filled.
        latency_us_ = std::int64_t{got.samples} * 1'000'000 / got.freq;
        return true;
    }

    [[nodiscard]] mediaedit::Time latency() const override { return mediaedit::Time(latency_us_); }
    void pause() override { SDL_PauseAudioDevice(device_, 1); }
    void resume() override { SDL_PauseAudioDevice(device_, 0); }
    void close() override {
        if (device_ != 0) {
            SDL_CloseAudioDevice(device_);
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
            device_ = 0;
        }
        // Frees SDL's data of a thread that SDL did not start.
        SDL_TLSCleanup();
    }

private:
    Fill fill_;
    SDL_AudioDeviceID device_ = 0;
    std::atomic<std::int64_t> latency_us_ = 0;
};

}  // namespace

std::unique_ptr<AudioOutput> new_sdl_audio_output() { return std::make_unique<SdlAudioOutput>(); }

}  // namespace sunting
