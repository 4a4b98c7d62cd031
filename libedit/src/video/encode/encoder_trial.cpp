// Tests an encoder: a few frames are encoded, decoded again and compared.
#include "video/encode/encoder_trial.hpp"

#include "video/bitstream/h264.hpp"
#include "video/decode/video_decoder.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/frame/yuv_picture.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <future>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr int pictures = 8;
/// Two groups, so that a key frame is requested in between, too.
constexpr int second_key = 5;
constexpr double least_psnr_db = 35;

bool is_key(int number) { return number == 0 || number == second_key; }

/// A triangle wave between 0 and `height`.
int slope(int at, int height) {
    const int place = at % (2 * height);
    return place < height ? place : 2 * height - place;
}

/// Gradients that move so fast that no frame resembles the next, with noise so faint that an
/// encoder may drop it.
Frame trial_picture(PixelSize size, int number) {
    auto frame = new_bt709_frame(size);
    std::uint32_t noise = 2'463'534'242U + static_cast<std::uint32_t>(number);
    auto picture = planes_of(*frame);
    for (int y = 0; y < size.height; ++y) {
        auto* line = picture.y.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x) {
            noise = noise * 1'664'525U + 1'013'904'223U;
            line[x] = static_cast<std::uint8_t>(48 + slope(x + y + 16 * number, 128) +
                                                static_cast<int>(noise >> 30));
        }
    }
    for (int y = 0; y < size.height / 2; ++y) {
        for (int x = 0; x < size.width / 2; ++x) {
            picture.u.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(80 + slope(x + 8 * number, 64));
            picture.v.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(170 - slope(y + 8 * number, 64));
        }
    }
    return frame;
}

bool looks_like(const AVFrame& seen, const AVFrame& meant) {
    const auto a = planes_of(seen), b = planes_of(meant);
    return std::min({cv::PSNR(a.y, b.y), cv::PSNR(a.u, b.u), cv::PSNR(a.v, b.v)}) >= least_psnr_db;
}

bool has_true_key(const AVPacket& packet) {
    for (const auto unit : annex_b_units({packet.data, static_cast<std::size_t>(packet.size)}))
        if (kind_of(unit) == UnitKind::idr) return true;
    return false;
}

/// When each frame is shown: unevenly, if the clock is fine enough.
std::vector<std::int64_t> times_for(const EncoderOptions& options) {
    const auto step =
        std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(options.frame_rate), options.time_base));
    std::vector<std::int64_t> times;
    for (int number = 0; number < pictures; ++number)
        times.push_back(number * step + number % 3 * (step / 4));
    return times;
}

class Trial {
public:
    Trial(PictureEncoder& encoder, const EncoderOptions& options)
        : encoder_(encoder), options_(options), times_(times_for(options)) {}

    std::string fault() {
        if (auto wrong = fault_of_sets(); !wrong.empty()) return wrong;
        for (int number = 0; number < pictures; ++number) {
            auto frame = trial_picture(options_.size, number);
            frame->pts = times_[static_cast<std::size_t>(number)];
            frame->pict_type = is_key(number) ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
            if (const int code = encoder_.put(frame.get()); code < 0)
                return "put: " + av_text(code);
            if (auto wrong = fault_of_ready(AVERROR(EAGAIN)); !wrong.empty()) return wrong;
        }
        if (const int code = encoder_.put(nullptr); code < 0) return "end: " + av_text(code);
        if (auto wrong = fault_of_ready(AVERROR_EOF); !wrong.empty()) return wrong;
        decoder_->put(nullptr);
        if (auto wrong = fault_of_decoded(); !wrong.empty()) return wrong;
        if (packets_ != pictures || decoded_ != pictures) return "pictures are missing";
        return decoder_->faults() > 0 ? "damaged" : "";
    }

private:
    std::string fault_of_sets() {
        const auto& codec = encoder_.codec();
        if (!codec.extradata || codec.extradata_size <= 0) return "no parameter sets";
        const auto record =
            record_of_annex_b({codec.extradata, static_cast<std::size_t>(codec.extradata_size)});
        if (record.sps.empty() || record.pps.empty()) return "no parameter sets";
        if (codec.has_b_frames != 0) return "pictures out of order";
        const Parameters parameters(avcodec_parameters_alloc());
        if (!parameters || avcodec_parameters_from_context(parameters.get(), &codec) < 0)
            return "no parameters";
        parameters->format = AV_PIX_FMT_YUV420P;
        decoder_.emplace(*parameters, options_.time_base, 1);
        return {};
    }

    /// `end`: the encoder's return value when it has no more packets for now.
    std::string fault_of_ready(int end) {
        while (true) {
            const int code = encoder_.take(*packet_);
            if (code == end) return {};
            if (code < 0) return "take: " + av_text(code);
            if (packets_ == pictures) return "too many pictures";
            if (packet_->pts != times_[static_cast<std::size_t>(packets_)])
                return "pictures out of order, or not at their times";
            if (has_true_key(*packet_) != is_key(packets_) ||
                ((packet_->flags & AV_PKT_FLAG_KEY) != 0) != is_key(packets_))
                return "key pictures elsewhere";
            ++packets_;
            decoder_->put(packet_.get());
            av_packet_unref(packet_.get());
            if (auto wrong = fault_of_decoded(); !wrong.empty()) return wrong;
        }
    }

    std::string fault_of_decoded() {
        while (decoder_->take(*frame_)) {
            if (decoded_ == pictures) return "too many pictures";
            if (frame_->width != options_.size.width || frame_->height != options_.size.height)
                return "another size";
            if (frame_->format != AV_PIX_FMT_YUV420P || is_interlaced(*frame_))
                return "another kind of picture";
            if (frame_->color_range == AVCOL_RANGE_JPEG ||
                (frame_->colorspace != AVCOL_SPC_BT709 &&
                 frame_->colorspace != AVCOL_SPC_UNSPECIFIED))
                return "another kind of colour";
            if (frame_->pts != times_[static_cast<std::size_t>(decoded_)])
                return "pictures not at their times";
            if (!looks_like(*frame_, *trial_picture(options_.size, decoded_)))
                return "other pictures";
            ++decoded_;
        }
        return {};
    }

    PictureEncoder& encoder_;
    const EncoderOptions& options_;
    std::vector<std::int64_t> times_;
    std::optional<VideoDecoder> decoder_;
    Packet packet_ = new_packet();
    Frame frame_ = new_frame();
    int packets_ = 0, decoded_ = 0;
};

}  // namespace

std::string fault_in_trial(PictureEncoder& encoder, const EncoderOptions& options) {
    return Trial(encoder, options).fault();
}

std::string fault_within(std::chrono::milliseconds limit, std::function<std::string()> trial) {
    std::packaged_task<std::string()> task(std::move(trial));
    auto said = task.get_future();
    try {
        std::thread thread(std::move(task));
        if (said.wait_for(limit) != std::future_status::ready) {
            thread.detach();
            return fault_of_hanging;
        }
        thread.join();
        return said.get();
    } catch (const std::exception& failed) { return failed.what(); } catch (...) {
        return "failed";
    }
}

}  // namespace mediaedit::internal
