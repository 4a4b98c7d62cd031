// Deinterlaces frames with libavfilter's bwdif.
#include "video/deinterlace/deinterlacer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <mediaedit/geometry.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/opt.h>
}

namespace mediaedit::internal {
namespace {

/// The filter refuses smaller frames.
constexpr int least_side_px = 16;

using Graph = OwnedByAddress<AVFilterGraph, &avfilter_graph_free>;

[[noreturn]] void refuse(int code) {
    if (code == AVERROR(ENOMEM)) fail_for_video_memory(av_text(code));
    fail(ErrorCode::unsupported,
         tr("This video's pictures are of a kind that cannot be read here; convert it to MP4 "
            "(H.264) first."),
         {}, av_text(code));
}

void check(int code) {
    if (code < 0) refuse(code);
}

/// A copy of the filters' AVClass whose log level offset is read from `nb_threads`, so that a
/// filter's messages can be silenced. The graph's own limit of threads is lower.
const AVClass* quiet_filter_class() {
    static const AVClass quiet = [] {
        AVClass copy = *avfilter_get_class();
        copy.log_level_offset_offset = static_cast<int>(offsetof(AVFilterContext, nb_threads));
        return copy;
    }();
    return &quiet;
}

class Bwdif final : public Deinterlacer {
public:
    Bwdif(AVRational time_base, int threads)
        : time_base_(time_base), threads_(std::max(1, threads)) {}

    void put(const AVFrame& frame) override;
    void end() override { finish(); }
    Frame take() override;

private:
    AVFilterContext* add(const char* filter);
    void build(const AVFrame& frame);
    void finish();
    void collect();

    AVRational time_base_;
    int threads_;
    Graph graph_;
    AVFilterContext* source_ = nullptr;
    AVFilterContext* sink_ = nullptr;
    PixelSize size_;
    int format_ = AV_PIX_FMT_NONE;
    std::deque<Frame> ready_;
};

AVFilterContext* Bwdif::add(const char* filter) {
    const AVFilter* found = avfilter_get_by_name(filter);
    if (!found) refuse(AVERROR_FILTER_NOT_FOUND);
    auto* context = avfilter_graph_alloc_filter(graph_.get(), found, filter);
    if (!context) refuse(AVERROR(ENOMEM));
    context->av_class = quiet_filter_class();
    context->nb_threads = quiet_offset;
    return context;
}

void Bwdif::build(const AVFrame& frame) {
    graph_.reset(avfilter_graph_alloc());
    if (!graph_) refuse(AVERROR(ENOMEM));
    graph_->nb_threads = threads_;
    source_ = add("buffer");
    const Owned<AVBufferSrcParameters, &av_free> parameters(av_buffersrc_parameters_alloc());
    if (!parameters) refuse(AVERROR(ENOMEM));
    parameters->format = frame.format;
    parameters->width = frame.width;
    parameters->height = frame.height;
    parameters->time_base = time_base_;
    parameters->sample_aspect_ratio = frame.sample_aspect_ratio;
    check(av_buffersrc_parameters_set(source_, parameters.get()));
    check(avfilter_init_dict(source_, nullptr));
    auto* filter = add("bwdif");
    // One frame for two fields, and only for frames that are flagged as interlaced.
    check(av_opt_set(filter, "mode", "send_frame", AV_OPT_SEARCH_CHILDREN));
    check(av_opt_set(filter, "deint", "interlaced", AV_OPT_SEARCH_CHILDREN));
    check(avfilter_init_dict(filter, nullptr));
    sink_ = add("buffersink");
    check(avfilter_init_dict(sink_, nullptr));
    check(avfilter_link(source_, 0, filter, 0));
    check(avfilter_link(filter, 0, sink_, 0));
    check(avfilter_graph_config(graph_.get(), nullptr));
    size_ = {frame.width, frame.height};
    format_ = frame.format;
}

/// Takes out what the filter still holds.
void Bwdif::finish() {
    if (!graph_) return;
    check(av_buffersrc_add_frame_flags(source_, nullptr, 0));
    collect();
    graph_.reset();
}

void Bwdif::collect() {
    while (true) {
        auto frame = new_frame();
        const int code = av_buffersink_get_frame(sink_, frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
        check(code);
        // The filter counts in half ticks.
        if (frame->pts != AV_NOPTS_VALUE)
            frame->pts = av_rescale_q(frame->pts, av_buffersink_get_time_base(sink_), time_base_);
        ready_.push_back(std::move(frame));
    }
}

void Bwdif::put(const AVFrame& frame) {
    if (frame.width < least_side_px || frame.height < least_side_px) {
        finish();
        ready_.push_back(share(frame));
        return;
    }
    if (graph_ && (size_ != PixelSize{frame.width, frame.height} || format_ != frame.format))
        finish();
    if (!graph_) build(frame);
    const auto another = share(frame);
    check(av_buffersrc_add_frame_flags(source_, another.get(), AV_BUFFERSRC_FLAG_KEEP_REF));
    collect();
}

Frame Bwdif::take() {
    if (ready_.empty()) return {};
    auto frame = std::move(ready_.front());
    ready_.pop_front();
    return frame;
}

std::unique_ptr<Deinterlacer> new_bwdif(AVRational time_base, int threads) {
    return std::make_unique<Bwdif>(time_base, threads);
}

}  // namespace
}  // namespace mediaedit::internal

extern "C" {
MEDIAEDIT_INTERNAL extern const mediaedit::internal::FilterParts mediaedit_filter_parts;
const mediaedit::internal::FilterParts mediaedit_filter_parts{&mediaedit::internal::new_bwdif};
}
