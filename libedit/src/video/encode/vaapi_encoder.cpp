// Encodes H.264 on a graphics card through VAAPI: Intel and AMD on Linux.
#include "video/encode/vaapi_encoder.hpp"

#include "video/encode/h264_encoders.hpp"
#include "video/encode/vaapi_device.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/frame/nv12.hpp"

#include <string>
#include <string_view>
#include <utility>

extern "C" {
#include <libavutil/hwcontext.h>
#include <libavutil/opt.h>
}

namespace mediaedit::internal {
namespace {

class VaapiEncoder final : public PictureEncoder {
public:
    VaapiEncoder(std::unique_ptr<VaapiDevice> device, Buffer frames, Codec codec)
        : device_(std::move(device)), frames_(std::move(frames)), codec_(std::move(codec)) {}

    [[nodiscard]] const AVCodecContext& codec() const override { return *codec_; }

    int put(const AVFrame* frame) override {
        if (!frame) return avcodec_send_frame(codec_.get(), nullptr);
        const auto on_card = new_frame();
        if (const int code = av_hwframe_get_buffer(frames_.get(), on_card.get(), 0); code < 0)
            return code;
        if (const int code = av_hwframe_transfer_data(on_card.get(), to_nv12(*frame).get(), 0);
            code < 0)
            return code;
        if (const int code = av_frame_copy_props(on_card.get(), frame); code < 0) return code;
        return avcodec_send_frame(codec_.get(), on_card.get());
    }

    int take(AVPacket& packet) override { return avcodec_receive_packet(codec_.get(), &packet); }

private:
    std::unique_ptr<VaapiDevice> device_;  // destroyed last
    Buffer frames_;
    Codec codec_;
};

/// The rate control modes with an upper limit, best first. Older cards only have the second.
constexpr std::string_view by_quality = "QVBR";
constexpr std::string_view by_rate = "VBR";

Codec opened(const AVCodec& encoder, const EncoderOptions& options, const Buffer& frames,
             std::string_view way) {
    auto context = h264_context(encoder, options);
    auto& codec = *context;
    codec.pix_fmt = AV_PIX_FMT_VAAPI;
    codec.sw_pix_fmt = AV_PIX_FMT_NV12;
    codec.profile = h264_high;
    codec.hw_frames_ctx = av_buffer_ref(frames.get());
    if (!codec.hw_frames_ctx) return {};
    av_opt_set(codec.priv_data, "rc_mode", std::string(way).c_str(), 0);
    if (way == by_quality) codec.global_quality = rate_factor(options.quality);
    // It would reveal which card was used.
    av_opt_set(codec.priv_data, "sei", "0", 0);
    if (avcodec_open2(&codec, &encoder, nullptr) < 0) return {};
    return context;
}

}  // namespace

bool may_have_vaapi() { return !vaapi_nodes().empty(); }

std::unique_ptr<PictureEncoder> open_vaapi_encoder(const EncoderOptions& options) {
    const AVCodec* encoder = avcodec_find_encoder_by_name("h264_vaapi");
    if (!encoder) return {};
    for (const auto& node : vaapi_nodes()) {
        auto device = VaapiDevice::open(node);
        auto frames = device ? device->new_frames(options.size) : Buffer();
        if (!frames) continue;
        for (const auto way : {by_quality, by_rate})
            if (auto codec = opened(*encoder, options, frames, way))
                return std::make_unique<VaapiEncoder>(std::move(device), std::move(frames),
                                                      std::move(codec));
    }
    return {};
}

}  // namespace mediaedit::internal
