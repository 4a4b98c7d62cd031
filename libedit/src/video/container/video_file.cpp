// A video file that is open.
#include "video/container/video_file.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "video/av_shortage.hpp"
#include "video/container/container_end.hpp"
#include "video/ffmpeg_versions.hpp"
#include "video/video_refusal.hpp"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// What phones, cameras and messengers give. Playlists and the like, which open other files, are
/// not among them.
constexpr const char* containers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf";
/// Holds a few packets of sound.
constexpr std::size_t small_buffer_bytes = 2048;

/// Pixels that are this many times wider than high, or higher than wide, no camera and no
/// television has; they are taken for square.
constexpr int most_stretch = 8;

int is_stopped(void* stop) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

/// The words for avformat_find_stream_info, one set a stream.
class QuietOptions {
public:
    explicit QuietOptions(unsigned count) : each_(count, nullptr) {
        for (auto& options : each_) av_dict_set_int(&options, "log_level_offset", quiet_offset, 0);
    }
    ~QuietOptions() {
        for (auto& options : each_) av_dict_free(&options);
    }
    QuietOptions(const QuietOptions&) = delete;
    QuietOptions& operator=(const QuietOptions&) = delete;
    AVDictionary** get() { return each_.empty() ? nullptr : each_.data(); }

private:
    std::vector<AVDictionary*> each_;
};

}  // namespace

Orientation orientation_from_matrix(const std::int32_t* matrix) noexcept {
    const double a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
    const bool mirrored = a * d - b * c < 0;
    const double angle = mirrored ? std::atan2(-c, d) : std::atan2(b, a);
    const auto quarters = static_cast<int>(std::lround(angle / (std::numbers::pi / 2)));
    constexpr Turn turns[] = {Turn::none, Turn::right, Turn::half, Turn::left};
    return orientation_of(mirrored, turns[((quarters % 4) + 4) % 4]);
}

VideoFile::VideoFile(const std::filesystem::path& file, const Limits& limits, std::stop_token stop)
    : file_(file), limits_(limits), stop_(std::move(stop)) {
    open_again();
    if (is_stream()) scan();
    find_origin();
    is_cut_short_ = internal::is_cut_short(file_, input_->iformat->name) ||
                    (layout_.fragmented && layout_.ends_early);
    // No camera writes such a length, and of a cut file what is there counts, not what is said.
    if (duration_ > limits.max_duration || duration_ <= Time(0) ||
        (is_cut_short_ && !shown_to_the_end_ && !places_ && !has_table())) {
        measure_duration();
        open_again();
        find_origin();
    }
    if (duration_ > limits.max_duration)
        refuse_too_large_video(
            file_,
            std::to_string(std::chrono::duration_cast<std::chrono::seconds>(duration_).count()) +
                " s");
}

VideoFile::VideoFile(Own own) : file_(own.file), limits_(own.limits), stop_(std::move(own.stop)) {
    open();
    choose_streams();
    find_origin();
}

VideoFile::VideoFile(Again again)
    : file_(again.file.file_),
      limits_(again.file.limits_),
      stop_(again.file.stop_),
      layout_(again.file.layout_) {
    // Its packets are small and lie apart, so that most of a usual buffer would be read in vain.
    open_bytes(again.for_sound && again.file.has_table() ? small_buffer_bytes
                                                         : FileBytes::usual_buffer_bytes);
    const auto& known = *again.file.input_;
    // Only where all streams are named at the beginning are they the same now as after looking into
    // the file.
    if (again.file.has_table() && input_->nb_streams == known.nb_streams) {
        for (unsigned i = 0; i < known.nb_streams; ++i) {
            avcodec_parameters_copy(input_->streams[i]->codecpar, known.streams[i]->codecpar);
            input_->streams[i]->avg_frame_rate = known.streams[i]->avg_frame_rate;
            input_->streams[i]->discard = known.streams[i]->discard;
        }
        picture_ = input_->streams[again.file.picture_->index];
        // The container tells where each picture begins; looking into them again would only print
        // what is wrong with them.
        if (picture_->codecpar->codec_id == AV_CODEC_ID_H264 ||
            picture_->codecpar->codec_id == AV_CODEC_ID_HEVC)
            input_->flags |= AVFMT_FLAG_NOPARSE;
        sound_ = again.file.sound_ ? input_->streams[again.file.sound_->index] : nullptr;
        edits_ = again.file.edits_;
        orientation_ = again.file.orientation_;
        origin_ = again.file.origin_;
        duration_ = again.file.duration_;
        starts_ = std::make_unique<StartFinder>(*picture_);
        if (!again.for_sound) read_to_start(Skipped::kept_if_all);
        return;
    }
    duration_ = again.file.duration_;
    is_cut_short_ = again.file.is_cut_short_;
    breaks_ = again.file.breaks_;
    places_ = again.file.places_;
    look_into();
    choose_streams();
    find_origin();
}

VideoFile::~VideoFile() = default;

void VideoFile::open_again() {
    open();
    look_into();
    choose_streams();
}

void VideoFile::open() {
    require_regular_file(file_);
    layout_ = read_mp4_layout(file_);
    // Limits hold before memory is taken, and FFmpeg takes it while it opens the file.
    if (asks_for_too_much(layout_))
        refuse_too_large_video(file_, "pictures and packets without number");
    open_bytes(FileBytes::usual_buffer_bytes);
}

void VideoFile::open_bytes(std::size_t buffer_bytes) {
    input_.reset();
    bytes_ = std::make_unique<FileBytes>(file_, stop_, buffer_bytes);
    if (bytes_->error() != 0) fail_to_read(file_, AVUNERROR(bytes_->error()));
    AVFormatContext* input = quiet_format_context();
    input->pb = bytes_->io();
    input->interrupt_callback = {&is_stopped, &stop_};
    // AVI tells the order of decoding only; what is shown when follows from the packets behind.
    input->flags |= AVFMT_FLAG_GENPTS;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", containers, 0);
    const int opened =
        avformat_open_input(&input, ("file:" + file_.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0) {
        leave_if_stopped(stop_);
        fail_if_av_short_reading(opened, file_.string());
        // Known by its first bytes, but broken behind them.
        if (opened == AVERROR_INVALIDDATA && input == nullptr)
            refuse_damaged_video(file_, av_text(opened));
        refuse_unsupported_video(file_, av_text(opened));
    }
    input_.reset(input);
    // Half a picture at the end of a cut file: FFmpeg's parser would complain of it aloud. Other
    // containers mark packets as damaged for less.
    if (std::string_view(input_->iformat->name) == "flv")
        input_->flags |= AVFMT_FLAG_DISCARD_CORRUPT;
}

void VideoFile::look_into() {
    QuietOptions quiet(input_->nb_streams);
    const int found = avformat_find_stream_info(input_.get(), quiet.get());
    leave_if_stopped(stop_);
    fail_if_av_short_reading(found, file_.string());
    if (found < 0) refuse_damaged_video(file_, av_text(found));
}

void VideoFile::choose_streams() {
    const int best = av_find_best_stream(input_.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (best < 0 || (input_->streams[best]->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0)
        fail(ErrorCode::unsupported,
             tr("{file} holds no moving pictures.", {{"file", file_.filename().string()}}),
             file_.string());
    picture_ = input_->streams[best];
    if (has_table()) edits_ = EditShifts(file_, layout_, *picture_);
    const auto& parameters = *picture_->codecpar;
    const std::int64_t width = parameters.width, height = parameters.height;
    const auto size = std::to_string(width) + "x" + std::to_string(height);
    if (!avcodec_find_decoder(parameters.codec_id))
        refuse_unsupported_video(file_, avcodec_get_name(parameters.codec_id));
    if (width <= 0 || height <= 0) refuse_damaged_video(file_, size);
    if (width > limits_.max_side_px || height > limits_.max_side_px ||
        width > limits_.max_pixels / height)
        refuse_too_large_video(file_, size);
    const int best_sound =
        av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, best, nullptr, 0);
    if (best_sound >= 0 && avcodec_find_decoder(input_->streams[best_sound]->codecpar->codec_id))
        sound_ = input_->streams[best_sound];
    for (unsigned i = 0; i < input_->nb_streams; ++i)
        if (input_->streams[i] != picture_ && input_->streams[i] != sound_)
            input_->streams[i]->discard = AVDISCARD_ALL;
    if (const auto matrix = side_data(*picture_, AV_PKT_DATA_DISPLAYMATRIX);
        matrix.size() >= 9 * sizeof(std::int32_t))
        orientation_ =
            orientation_from_matrix(reinterpret_cast<const std::int32_t*>(matrix.data()));
    if (const auto seen = upright(); seen.width > limits_.max_side_px ||
                                     seen.height > limits_.max_side_px ||
                                     seen.width > limits_.max_pixels / seen.height)
        refuse_too_large_video(file_,
                               std::to_string(seen.width) + "x" + std::to_string(seen.height));
}

AVRational VideoFile::pixel_shape() const {
    const auto shape = av_guess_sample_aspect_ratio(input_.get(), picture_, nullptr);
    if (shape.num <= 0 || shape.den <= 0) return {0, 1};
    return shape.num / shape.den >= most_stretch || shape.den / shape.num >= most_stretch
               ? AVRational{1, 1}
               : shape;
}

PixelSize VideoFile::upright() const {
    auto size = stored();
    const auto shape = pixel_shape();
    // Never fewer pixels: the side that must grow does.
    if (shape.num > 0 && shape.den > 0) {
        const auto stretched = [](int side, int by, int of) {
            return static_cast<int>(std::clamp<std::int64_t>(av_rescale(side, by, of), 1, 1 << 20));
        };
        if (shape.num > shape.den) size.width = stretched(size.width, shape.num, shape.den);
        else size.height = stretched(size.height, shape.den, shape.num);
    }
    return set_upright(size, orientation_);
}

bool VideoFile::has_table() const {
    return std::string_view(input_->iformat->name).starts_with("mov") &&
           avformat_index_get_entries_count(picture_) > 0;
}

std::vector<std::int64_t> VideoFile::told_sound_starts() const {
    std::vector<std::int64_t> starts;
    if (!sound_ || !has_table() || layout_.fragmented) return starts;
    std::error_code ignored;
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file_, ignored));
    const int count = avformat_index_get_entries_count(sound_);
    starts.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) {
        const auto* entry = avformat_index_get_entry(sound_, i);
        if (entry->pos + bytes_of(*entry) > bytes) break;  // cut short
        starts.push_back(entry->timestamp);
    }
    return starts;
}

bool VideoFile::read_stored(AVPacket& packet) {
    while (true) {
        const int code = av_read_frame(input_.get(), &packet);
        leave_if_stopped(stop_);
        if (code == AVERROR_EOF) return false;
        if (code == AVERROR(EAGAIN)) continue;
        fail_if_av_short_reading(code, file_.string());
        if (code < 0) {
            damaged_ = true;
            return false;
        }
        if (packet.stream_index == picture_->index) edits_.set_right(packet);
        if (packet.stream_index == picture_->index ||
            (sound_ && packet.stream_index == sound_->index))
            return true;
        av_packet_unref(&packet);
    }
}

bool VideoFile::read_any(AVPacket& packet) {
    while (read_stored(packet)) {
        set_on_one_clock(packet);
        if (packet.flags & AV_PKT_FLAG_CORRUPT) damaged_ = true;
        if (packet.stream_index != picture_->index) return true;
        if ((packet.flags & AV_PKT_FLAG_DISCARD) == 0 && pts_or_dts(packet) != AV_NOPTS_VALUE)
            first_stored_ = std::min(first_stored_, pts_or_dts(packet));
        if (!leans_back(packet)) return true;
        av_packet_unref(&packet);
    }
    return false;
}

bool VideoFile::read(AVPacket& packet) {
    leave_if_stopped(stop_);
    av_packet_unref(&packet);
    if (ahead_.empty()) return read_any(packet);
    av_packet_move_ref(&packet, ahead_.front().get());
    ahead_.pop_front();
    return true;
}

bool VideoFile::read_picture(AVPacket& packet) {
    while (read(packet))
        if (packet.stream_index == picture_->index) return true;
    return false;
}

}  // namespace mediaedit::internal
