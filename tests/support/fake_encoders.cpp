// Encoders for tests that behave as a graphics card's might: well, badly, or not at all.
#include "support/fake_encoders.hpp"

#include "video/frame/yuv_picture.hpp"

#include <chrono>
#include <cstdint>
#include <thread>
#include <utility>

namespace mediaedit::test {
namespace {

using namespace internal;

Frame own_copy(const AVFrame& frame) {
    auto made = new_bt709_frame({frame.width, frame.height});
    av_frame_copy(made.get(), &frame);
    av_frame_copy_props(made.get(), &frame);
    return made;
}

class FakeEncoder final : public PictureEncoder {
public:
    FakeEncoder(std::unique_ptr<PictureEncoder> real, FakeOptions options,
                std::shared_ptr<FakeLog> log)
        : real_(std::move(real)), options_(std::move(options)), log_(std::move(log)) {}
    ~FakeEncoder() override { ++log_->closed; }

    [[nodiscard]] const AVCodecContext& codec() const override { return real_->codec(); }

    int put(const AVFrame* frame) override {
        if (options_.fault == Fault::hangs)
            while (!log_->is_released) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (options_.fault == Fault::first_picture ||
            (options_.fault == Fault::later && count_ >= options_.fails_at))
            return AVERROR_EXTERNAL;
        ++count_;
        if (options_.fault == Fault::swaps) return put_swapped(frame);
        if (!frame) return real_->put(nullptr);
        auto own = own_copy(*frame);
        if (options_.fault == Fault::darker)
            for (int y = 0; y < own->height; ++y)
                for (int x = 0; x < own->width; ++x)
                    own->data[0][static_cast<std::ptrdiff_t>(y) * own->linesize[0] + x] -= 6;
        if (options_.fault == Fault::colours) std::swap(own->data[1], own->data[2]);
        if (options_.fault == Fault::smaller) {
            own->width -= 16;
            own->height -= 16;
        }
        if (options_.fault == Fault::no_keys && count_ > 1) own->pict_type = AV_PICTURE_TYPE_NONE;
        return real_->put(own.get());
    }

    int take(AVPacket& packet) override {
        if (options_.fault == Fault::loses || options_.fault == Fault::reorders)
            return take_spoiled(packet);
        return real_->take(packet);
    }

private:
    int put_swapped(const AVFrame* frame) {
        if (!frame) {
            if (waiting_) static_cast<void>(real_->put(waiting_.get()));
            return real_->put(nullptr);
        }
        auto own = own_copy(*frame);
        if (!waiting_) {
            waiting_ = std::move(own);
            return 0;
        }
        std::swap(own->pts, waiting_->pts);
        std::swap(own->pict_type, waiting_->pict_type);
        if (const int code = real_->put(own.get()); code < 0) return code;
        const int code = real_->put(waiting_.get());
        waiting_.reset();
        return code;
    }

    int take_spoiled(AVPacket& packet) {
        auto next = new_packet();
        int code = 0;
        while ((code = real_->take(*next)) == 0) {
            held_.push_back(std::move(next));
            next = new_packet();
        }
        if (code == AVERROR_EOF && options_.fault == Fault::loses && held_.size() <= 1) return code;
        if (held_.empty() || (code != AVERROR_EOF && held_.size() < 3)) return code;
        if (options_.fault == Fault::reorders && held_.size() > 1) std::swap(held_[0], held_[1]);
        av_packet_move_ref(&packet, held_.front().get());
        held_.pop_front();
        return 0;
    }

    std::unique_ptr<PictureEncoder> real_;
    FakeOptions options_;
    std::shared_ptr<FakeLog> log_;
    Frame waiting_;
    std::deque<Packet> held_;
    int count_ = 0;
};

}  // namespace

EncoderCandidate fake_encoder(const FakeOptions& options, std::shared_ptr<FakeLog> log) {
    EncoderCandidate candidate;
    candidate.name = options.name;
    candidate.kind = options.kind;
    candidate.is_there = [log] {
        ++log->asked_for;
        return true;
    };
    candidate.open = [options,
                      log](const EncoderOptions& asked) -> std::unique_ptr<PictureEncoder> {
        ++log->opened;
        if (options.fault == Fault::does_not_open) return {};
        auto real = asked;
        if (options.fault == Fault::smaller)
            real.size = {asked.size.width - 16, asked.size.height - 16};
        auto encoder = open_h264_encoder("libx264", real);
        if (!encoder) return {};
        return std::make_unique<FakeEncoder>(std::move(encoder), options, log);
    };
    return candidate;
}

EncoderCandidate known_encoder() {
    EncoderCandidate candidate;
    candidate.name = "libx264";
    candidate.kind = EncoderCandidate::Kind::known;
    candidate.is_there = [] { return true; };
    candidate.open = [](const EncoderOptions& options) {
        return open_h264_encoder("libx264", options);
    };
    return candidate;
}

}  // namespace mediaedit::test
