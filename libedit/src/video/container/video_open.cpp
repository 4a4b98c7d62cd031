// Opening a video file, and choosing its streams.
#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "video/container/container_end.hpp"
#include "video/container/video_file.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/video_refusal.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Holds a few packets of audio.
constexpr std::size_t small_buffer_bytes = 2048;

void check_size(const std::filesystem::path& file, PixelSize size, const Limits& limits) {
    if (size.width > limits.max_side_px || size.height > limits.max_side_px ||
        size.width > limits.max_pixels / size.height)
        refuse_too_large_video(file,
                               std::to_string(size.width) + "x" + std::to_string(size.height));
}

}  // namespace

VideoFile::VideoFile(Request request)
    : file_(std::move(request.file)), limits_(request.limits), stop_(std::move(request.stop)) {}

VideoFile::VideoFile(VideoFile&&) = default;
VideoFile::~VideoFile() = default;

VideoFile VideoFile::open(const std::filesystem::path& file, const Limits& limits,
                          std::stop_token stop) {
    VideoFile opened(Request{file, limits, std::move(stop)});
    opened.open_and_probe();
    if (opened.is_stream()) opened.scan();
    opened.find_origin();
    opened.is_cut_short_ = internal::is_cut_short(file, opened.format().iformat->name) ||
                           (opened.layout_.fragmented && opened.layout_.ends_early);
    // No camera writes such a length. Of a truncated file the part that is there counts, not the
    // length in its headers.
    if (opened.duration_ > limits.max_duration || opened.duration_ <= Time(0) ||
        (opened.is_cut_short_ && !opened.shown_to_the_end_ && !opened.index_ &&
         !opened.has_table())) {
        opened.measure_duration();
        opened.open_and_probe();
        opened.find_origin();
    }
    if (opened.duration_ > limits.max_duration)
        refuse_too_large_video(
            file, std::to_string(
                      std::chrono::duration_cast<std::chrono::seconds>(opened.duration_).count()) +
                      " s");
    return opened;
}

VideoFile VideoFile::open_own(const std::filesystem::path& file, const Limits& limits,
                              std::stop_token stop) {
    VideoFile opened(Request{file, limits, std::move(stop)});
    opened.open_headers();
    opened.choose_streams();
    opened.find_origin();
    return opened;
}

VideoFile VideoFile::reopened(Use use) const {
    VideoFile opened(Request{file_, limits_, stop_});
    opened.layout_ = layout_;
    // Packets of audio are small and lie apart: most of a full buffer would be read for nothing.
    opened.input_ = InputFile::open(
        file_, stop_,
        use == Use::audio_only && has_table() ? small_buffer_bytes : FileBytes::usual_buffer_bytes);
    // Only where the headers name all streams are they the same here as after find_stream_info.
    if (has_table() && opened.format().nb_streams == format().nb_streams) {
        opened.take_streams_of(*this);
        if (use != Use::audio_only) opened.read_to_start(Skipped::kept_if_all);
        return opened;
    }
    opened.duration_ = duration_;
    opened.is_cut_short_ = is_cut_short_;
    opened.index_ = index_;
    opened.input_->find_stream_info();
    opened.choose_streams();
    opened.find_origin();
    return opened;
}

/// Instead of find_stream_info and find_origin. Needs a file with a table.
void VideoFile::take_streams_of(const VideoFile& known) {
    auto& own = input_->format();
    for (unsigned i = 0; i < own.nb_streams; ++i) {
        const auto& stream = *known.format().streams[i];
        avcodec_parameters_copy(own.streams[i]->codecpar, stream.codecpar);
        own.streams[i]->avg_frame_rate = stream.avg_frame_rate;
        own.streams[i]->discard = stream.discard;
    }
    picture_ = own.streams[known.picture_->index];
    // The table says where each frame begins; parsing the frames again would only log their damage.
    if (picture_->codecpar->codec_id == AV_CODEC_ID_H264 ||
        picture_->codecpar->codec_id == AV_CODEC_ID_HEVC)
        own.flags |= AVFMT_FLAG_NOPARSE;
    audio_ = known.audio_ ? own.streams[known.audio_->index] : nullptr;
    edits_ = known.edits_;
    orientation_ = known.orientation_;
    origin_ = known.origin_;
    duration_ = known.duration_;
    starts_ = std::make_unique<StartFinder>(*picture_);
}

void VideoFile::open_headers() {
    require_regular_file(file_);
    layout_ = read_mp4_layout(file_);
    // Checked first, since FFmpeg allocates memory for the tables while it opens the file.
    if (asks_for_too_much(layout_))
        refuse_too_large_video(file_, "pictures and packets without number");
    input_.reset();
    input_ = InputFile::open(file_, stop_);
}

void VideoFile::open_and_probe() {
    open_headers();
    input_->find_stream_info();
    choose_streams();
}

void VideoFile::choose_streams() {
    auto& input = input_->format();
    const int best = av_find_best_stream(&input, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (best < 0 || (input.streams[best]->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0)
        fail(ErrorCode::unsupported,
             tr("{file} holds no moving pictures.", {{"file", file_.filename().string()}}),
             file_.string());
    picture_ = input.streams[best];
    if (has_table()) edits_ = EditShifts(file_, layout_, *picture_);
    const auto& parameters = *picture_->codecpar;
    if (!avcodec_find_decoder(parameters.codec_id))
        refuse_unsupported_video(file_, avcodec_get_name(parameters.codec_id));
    if (parameters.width <= 0 || parameters.height <= 0)
        refuse_damaged_video(
            file_, std::to_string(parameters.width) + "x" + std::to_string(parameters.height));
    check_size(file_, stored(), limits_);
    const int best_audio = av_find_best_stream(&input, AVMEDIA_TYPE_AUDIO, -1, best, nullptr, 0);
    if (best_audio >= 0 && avcodec_find_decoder(input.streams[best_audio]->codecpar->codec_id))
        audio_ = input.streams[best_audio];
    for (unsigned i = 0; i < input.nb_streams; ++i)
        if (input.streams[i] != picture_ && input.streams[i] != audio_)
            input.streams[i]->discard = AVDISCARD_ALL;
    if (const auto matrix = side_data(*picture_, AV_PKT_DATA_DISPLAYMATRIX);
        matrix.size() >= 9 * sizeof(std::int32_t))
        orientation_ =
            orientation_from_matrix(reinterpret_cast<const std::int32_t*>(matrix.data()));
    check_size(file_, upright(), limits_);
}

}  // namespace mediaedit::internal
