// Small MP4 files made to order.
#include "support/plain_film.hpp"

#include "video/handles.hpp"

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>
#include <vector>

namespace mediaedit::test {
namespace {

using namespace internal;

int worked(int code, const char* what) {
    if (code < 0) throw std::runtime_error(std::string(what) + ": " + av_text(code));
    return code;
}

class FilmWriter {
public:
    FilmWriter(const std::filesystem::path& file, const PlainFilm& film) : film_(film) {
        AVFormatContext* output = nullptr;
        worked(
            avformat_alloc_output_context2(&output, nullptr, film.container.c_str(), file.c_str()),
            "container");
        output_.reset(output);
        const OutputContext quiet(quiet_format_context());
        output->av_class = quiet->av_class;
        output->debug = quiet->debug;
        open_picture();
        if (film.audio_hz > 0) open_audio();
        if (!film.location.empty())
            av_dict_set(&output->metadata, "location", film.location.c_str(), 0);
        worked(avio_open(&output->pb, file.c_str(), AVIO_FLAG_WRITE), "file");
        write_header();
        for (int i = 0; i < film.frames; ++i) encode(*picture_, *picture_stream_, draw(i).get());
        encode(*picture_, *picture_stream_, nullptr);
        if (audio_) write_audio();
        worked(av_write_trailer(output), "end");
        worked(avio_closep(&output->pb), "closing");
    }

private:
    void open_picture() {
        const auto* encoder = avcodec_find_encoder_by_name("libx264");
        if (!encoder) throw std::runtime_error("no libx264");
        picture_ = quiet_codec_context(encoder);
        picture_->width = film_.size.width;
        picture_->height = film_.size.height;
        picture_->pix_fmt = av_get_pix_fmt(film_.pixel_format.c_str());
        picture_->time_base = {1, 90'000};
        picture_->framerate = {film_.rate, 1};
        picture_->gop_size = film_.group;
        picture_->max_b_frames = film_.b_frames;
        picture_->sample_aspect_ratio = av_d2q(film_.pixel_aspect, 1000);
        picture_->thread_count = 1;
        if (film_.tagged) {
            picture_->color_primaries = AVCOL_PRI_BT709;
            picture_->color_trc = AVCOL_TRC_BT709;
            picture_->colorspace = AVCOL_SPC_BT709;
        }
        if (film_.interlaced) picture_->flags |= AV_CODEC_FLAG_INTERLACED_DCT;
        const auto words =
            std::string("scenecut=0:b-adapt=0:open-gop=") + (film_.open_groups ? "1" : "0");
        av_opt_set(picture_->priv_data, "x264-params", words.c_str(), 0);
        av_opt_set(picture_->priv_data, "preset", "veryfast", 0);
        picture_stream_ = open(*picture_, encoder);
        picture_stream_->sample_aspect_ratio = picture_->sample_aspect_ratio;
    }

    void open_audio() {
        const auto* encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
        audio_ = quiet_codec_context(encoder);
        audio_->sample_rate = film_.audio_hz;
        audio_->sample_fmt = AV_SAMPLE_FMT_FLTP;
        audio_->bit_rate = 64'000;
        audio_->time_base = {1, film_.audio_hz};
        av_channel_layout_default(&audio_->ch_layout, film_.audio_channels);
        audio_stream_ = open(*audio_, encoder);
    }

    AVStream* open(AVCodecContext& context, const AVCodec* encoder) {
        if (output_->oformat->flags & AVFMT_GLOBALHEADER)
            context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        worked(avcodec_open2(&context, encoder, nullptr), "encoder");
        auto* stream = avformat_new_stream(output_.get(), nullptr);
        if (!stream) throw std::runtime_error("stream");
        worked(avcodec_parameters_from_context(stream->codecpar, &context), "parameters");
        stream->time_base = context.time_base;
        return stream;
    }

    void write_header() {
        AVDictionary* settings = nullptr;
        if (film_.container != "matroska") {
            std::string flags;
            if (film_.moov_first && !film_.fragmented) flags += "+faststart";
            if (film_.fragmented) flags += "+frag_keyframe+empty_moov";
            if (!film_.edit_list && film_.b_frames > 0) flags += "+negative_cts_offsets";
            if (!flags.empty()) av_dict_set(&settings, "movflags", flags.c_str(), 0);
            av_dict_set(&settings, "use_editlist", film_.edit_list ? "1" : "0", 0);
        }
        const int code = avformat_write_header(output_.get(), &settings);
        av_dict_free(&settings);
        worked(code, "header");
    }

    Frame draw(int number) {
        auto frame = new_frame();
        frame->format = picture_->pix_fmt;
        frame->width = picture_->width;
        frame->height = picture_->height;
        const int ticks = 90'000 / film_.rate;
        frame->pts = static_cast<std::int64_t>(number) * ticks +
                     (film_.uneven ? static_cast<std::int64_t>(number / 3) * ticks : 0);
        worked(av_frame_get_buffer(frame.get(), 0), "frame");
        const auto* shape = av_pix_fmt_desc_get(picture_->pix_fmt);
        const bool wide = shape->comp[0].depth > 8;
        for (int plane = 0; plane < 3; ++plane) {
            const int rows = plane == 0 ? frame->height : -(-frame->height >> shape->log2_chroma_h),
                      width = plane == 0 ? frame->width : -(-frame->width >> shape->log2_chroma_w);
            for (int y = 0; y < rows; ++y)
                for (int x = 0; x < width; ++x) {
                    const int value = plane == 0 ? (x + y + 3 * number) % 200 + 20 : 128;
                    auto* at = frame->data[plane] +
                               static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
                    if (wide)
                        reinterpret_cast<std::uint16_t*>(at)[x] =
                            static_cast<std::uint16_t>(value << (shape->comp[0].depth - 8));
                    else at[x] = static_cast<std::uint8_t>(value);
                }
        }
        return frame;
    }

    void write_audio() {
        const double seconds =
            static_cast<double>(film_.frames) / film_.rate + film_.audio_longer_s;
        const auto samples = static_cast<std::int64_t>(std::llround(seconds * film_.audio_hz));
        for (std::int64_t done = 0; done < samples; done += audio_->frame_size) {
            const auto frame = new_frame();
            frame->format = audio_->sample_fmt;
            frame->nb_samples =
                static_cast<int>(std::min<std::int64_t>(audio_->frame_size, samples - done));
            frame->sample_rate = film_.audio_hz;
            worked(av_channel_layout_copy(&frame->ch_layout, &audio_->ch_layout), "layout");
            worked(av_frame_get_buffer(frame.get(), 0), "sound");
            // Without an edit list the encoder's priming samples need a place on the timeline.
            frame->pts = done + (film_.edit_list ? 0 : audio_->initial_padding);
            for (int channel = 0; channel < film_.audio_channels; ++channel)
                for (int i = 0; i < frame->nb_samples; ++i)
                    reinterpret_cast<float*>(frame->extended_data[channel])[i] =
                        0.2F * static_cast<float>(std::sin(2 * std::numbers::pi * 440 *
                                                           static_cast<double>(done + i) /
                                                           film_.audio_hz));
            encode(*audio_, *audio_stream_, frame.get());
        }
        encode(*audio_, *audio_stream_, nullptr);
    }

    void encode(AVCodecContext& context, AVStream& stream, const AVFrame* frame) {
        worked(avcodec_send_frame(&context, frame), "encode");
        while (true) {
            const auto packet = new_packet();
            const int code = avcodec_receive_packet(&context, packet.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
            worked(code, "packet");
            packet->stream_index = stream.index;
            if (&stream == picture_stream_ && packet->duration == 0)
                packet->duration = context.time_base.den / film_.rate;
            av_packet_rescale_ts(packet.get(), context.time_base, stream.time_base);
            worked(av_interleaved_write_frame(output_.get(), packet.get()), "write");
        }
    }

    const PlainFilm& film_;
    OutputContext output_;
    Codec picture_, audio_;
    AVStream *picture_stream_ = nullptr, *audio_stream_ = nullptr;
};

}  // namespace

bool can_make_films() { return avcodec_find_encoder_by_name("libx264") != nullptr; }

void write_film(const std::filesystem::path& file, const PlainFilm& film) {
    FilmWriter(file, film);
}

}  // namespace mediaedit::test
