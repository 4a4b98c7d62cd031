// Wraps libjpeg-turbo so that its longjmp never skips a destructor.
#include "photo/jpeg/jpeg_decoder.hpp"

#include <jerror.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mediaedit::internal {
namespace {

// Decoding each scan of a progressive file takes as long as the whole picture; cameras write about
// ten.
constexpr int most_scans = 200;
// Bytes between the pixels and the next marker. Some scanners pad each restart interval, so a few
// bytes are normal. 16 left-over bytes mean that pixels were decoded from damaged data; libjpeg
// does not count the up to seven of them that it has read ahead.
constexpr int most_left_over = 16 - 7 - 1;
constexpr int first_restart = 0xD0, last_restart = 0xD7;
constexpr int app1 = JPEG_APP0 + 1, app2 = JPEG_APP0 + 2;

}  // namespace

JpegDecoder::JpegDecoder(Bytes bytes, std::stop_token stop) noexcept
    : bytes_(bytes), stop_(std::move(stop)) {
    info.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = give_up;
    errors_.base.emit_message = note;
    errors_.base.output_message = [](j_common_ptr) {};
    errors_.decoder = this;
    progress_.progress_monitor = watch;
}

JpegDecoder::~JpegDecoder() {
    if (created_) jpeg_destroy_decompress(&info);
}

void JpegDecoder::give_up(j_common_ptr common) {
    auto& self = *reinterpret_cast<Errors*>(common->err)->decoder;
    self.code = common->err->msg_code;
    std::longjmp(self.back_, 1);
}

void JpegDecoder::note(j_common_ptr common, int level) {
    if (level >= 0) return;
    auto& self = *reinterpret_cast<Errors*>(common->err)->decoder;
    switch (common->err->msg_code) {
        case JWRN_JPEG_EOF: self.ended_early = true; break;
        case JWRN_HIT_MARKER:
            if (!self.starved)
                self.nothing_came =
                    self.info.input_scan_number <= 1 && self.info.input_iMCU_row == 0;
            self.starved = true;
            break;
        case JWRN_EXTRANEOUS_DATA: {
            const auto& numbers = common->err->msg_parm.i;
            const bool before_restart = numbers[1] >= first_restart && numbers[1] <= last_restart;
            if (numbers[0] > most_left_over && !before_restart) self.corrupt = true;
            break;
        }
        case JWRN_TOO_MUCH_DATA:
        case JWRN_ADOBE_XFORM:
        case JWRN_JFIF_MAJOR:
        case JWRN_BOGUS_ICC: break;  // does not affect the pixels
        default: self.corrupt = true; break;
    }
}

void JpegDecoder::watch(j_common_ptr common) {
    auto& self = *reinterpret_cast<Errors*>(common->err)->decoder;
    if (self.stop_.stop_requested()) {
        self.cancelled = true;
        std::longjmp(self.back_, 1);
    }
    if (self.info.input_scan_number > most_scans) {
        self.code = JERR_BAD_PROGRESSION;
        std::longjmp(self.back_, 1);
    }
}

bool JpegDecoder::read_header() noexcept {
    if (setjmp(back_)) return false;
    jpeg_create_decompress(&info);
    created_ = true;
    info.progress = &progress_;
    jpeg_save_markers(&info, app1, 0xFFFF);
    jpeg_save_markers(&info, app2, 0xFFFF);
    jpeg_mem_src(&info, bytes_.data(), static_cast<unsigned long>(bytes_.size()));
    return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
}

bool JpegDecoder::start() noexcept {
    if (setjmp(back_)) return false;
    return jpeg_start_decompress(&info) == TRUE;
}

int JpegDecoder::read_rows(std::uint8_t* rows, std::size_t bytes_per_row, int count) noexcept {
    const auto first = static_cast<int>(info.output_scanline);
    if (setjmp(back_)) return static_cast<int>(info.output_scanline) - first;
    while (static_cast<int>(info.output_scanline) - first < count) {
        const int done = static_cast<int>(info.output_scanline) - first;
        std::array<JSAMPROW, 16> pointers;
        const int wanted = std::min<int>(count - done, static_cast<int>(pointers.size()));
        for (int i = 0; i < wanted; ++i)
            pointers[static_cast<std::size_t>(i)] =
                rows + static_cast<std::size_t>(done + i) * bytes_per_row;
        if (jpeg_read_scanlines(&info, pointers.data(), static_cast<JDIMENSION>(wanted)) == 0)
            break;
    }
    return static_cast<int>(info.output_scanline) - first;
}

void JpegDecoder::finish() noexcept {
    if (setjmp(back_)) return;
    jpeg_finish_decompress(&info);
}

std::string JpegDecoder::detail() const {
    std::array<char, JMSG_LENGTH_MAX> text{};
    (*errors_.base.format_message)(
        reinterpret_cast<j_common_ptr>(const_cast<jpeg_decompress_struct*>(&info)), text.data());
    return text.data();
}

std::vector<Bytes> JpegDecoder::markers(int number, std::string_view start) const {
    std::vector<Bytes> found;
    for (const auto* marker = info.marker_list; marker; marker = marker->next) {
        const Bytes data(marker->data, marker->data_length);
        if (marker->marker == number && text_at(data, 0, start.size()) == start)
            found.push_back(data.subspan(start.size()));
    }
    return found;
}

std::vector<std::uint8_t> JpegDecoder::icc_profile() noexcept {
    JOCTET* data = nullptr;
    unsigned length = 0;
    if (setjmp(back_)) return {};
    if (!jpeg_read_icc_profile(&info, &data, &length)) return {};
    std::vector<std::uint8_t> copy(data, data + length);
    std::free(data);
    return copy;
}

}  // namespace mediaedit::internal
