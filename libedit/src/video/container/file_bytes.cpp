// Reads a file for FFmpeg.
#include "video/container/file_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace mediaedit::internal {
namespace {

/// FFmpeg asks for the file's size only for packets over 5 MB.
constexpr int large_packet_bytes = 5'000'001;

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& file, std::stop_token stop,
                     std::size_t buffer_bytes)
    : stop_(std::move(stop)) {
    file_.pubsetbuf(nullptr, 0);  // FFmpeg has a buffer of its own
    errno = 0;
    if (!file_.open(file, std::ios::in | std::ios::binary)) {
        error_ = AVERROR(errno != 0 ? errno : EIO);
        return;
    }
    size_ = std::max<std::int64_t>(0, file_.pubseekoff(0, std::ios::end, std::ios::in));
    file_.pubseekoff(0, std::ios::beg, std::ios::in);
    auto* buffer = static_cast<unsigned char*>(av_malloc(buffer_bytes));
    if (buffer)
        io_.reset(avio_alloc_context(buffer, static_cast<int>(buffer_bytes), 0, this,
                                     &FileBytes::read, nullptr, &FileBytes::seek));
    if (!io_) {
        av_free(buffer);
        fail_for_video_memory();
    }
    keep_quiet();
}

/// If a packet's stated size reaches beyond the file's end, FFmpeg logs it without a context, so
/// the message cannot be silenced. It does not for files of unknown size, and decides that at the
/// first large packet. This is done here, while FFmpeg gets neither size nor bytes.
void FileBytes::keep_quiet() {
    const auto packet = new_packet();
    av_get_packet(io_.get(), packet.get(), large_packet_bytes);
    is_open_to_ffmpeg_ = true;
    avio_seek(io_.get(), 0, SEEK_SET);
}

int FileBytes::read(void* own, std::uint8_t* to, int count) {
    auto& bytes = *static_cast<FileBytes*>(own);
    if (!bytes.is_open_to_ffmpeg_) return AVERROR_EOF;
    if (bytes.stop_.stop_requested()) return AVERROR_EXIT;
    // No exception may pass through FFmpeg's code.
    try {
        const auto came = bytes.file_.sgetn(reinterpret_cast<char*>(to), count);
        return came > 0 ? static_cast<int>(came) : AVERROR_EOF;
    } catch (...) { return AVERROR(EIO); }
}

std::int64_t FileBytes::seek(void* own, std::int64_t offset, int whence) {
    auto& bytes = *static_cast<FileBytes*>(own);
    const bool sets = (whence & ~AVSEEK_FORCE) == SEEK_SET;
    if (!bytes.is_open_to_ffmpeg_ && !sets) return AVERROR(ENOSYS);
    if ((whence & AVSEEK_SIZE) != 0) return bytes.size_;
    try {
        const auto from = sets                                   ? std::ios::beg
                          : (whence & ~AVSEEK_FORCE) == SEEK_CUR ? std::ios::cur
                                                                 : std::ios::end;
        const std::int64_t place = bytes.file_.pubseekoff(offset, from, std::ios::in);
        return place < 0 ? AVERROR(EINVAL) : place;
    } catch (...) { return AVERROR(EIO); }
}

}  // namespace mediaedit::internal
