// Wraps libpng so that its longjmp never skips a destructor.
#include "photo/png/png_decoder.hpp"

#include <bit>
#include <cstdio>
#include <cstring>

namespace mediaedit::internal {

PngDecoder::PngDecoder(Bytes bytes, const Limits& limits) noexcept
    : bytes_(bytes), limits_(limits) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, give_up,
                                  [](png_structp, png_const_charp) {});
    if (png_) info_ = png_create_info_struct(png_);
}

PngDecoder::~PngDecoder() { png_destroy_read_struct(&png_, &info_, nullptr); }

void PngDecoder::give_up(png_structp png, png_const_charp text) {
    auto& self = *static_cast<PngDecoder*>(png_get_error_ptr(png));
    std::snprintf(self.why, sizeof self.why, "%s", text);
    std::longjmp(self.back_, 1);
}

void PngDecoder::deliver(png_structp png, png_bytep to, std::size_t count) {
    auto& self = *static_cast<PngDecoder*>(png_get_io_ptr(png));
    if (count > self.bytes_.size() - self.at_) png_error(png, "the file ends early");
    std::memcpy(to, self.bytes_.data() + self.at_, count);
    self.at_ += count;
}

bool PngDecoder::read_info() noexcept {
    if (!ready() || setjmp(back_)) return false;
    png_set_read_fn(png_, this, deliver);
    png_set_user_limits(png_, static_cast<png_uint_32>(limits_.max_side_px),
                        static_cast<png_uint_32>(limits_.max_side_px));
    png_set_chunk_malloc_max(png_, png_alloc_size_t{16} << 20);
    png_set_chunk_cache_max(png_, 64);
    // Texts may be decompression bombs, and are not needed for the pixels.
    static constexpr png_byte texts[] = "tEXt\0zTXt\0iTXt\0eXIf\0sPLT\0hIST";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, texts, 6);
    // PngColour reads these. libpng would ignore a profile that does not match them.
    static constexpr png_byte colours[] = "sRGB\0gAMA\0cHRM\0cICP";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, colours, 4);
    png_read_info(png_, info_);
    return true;
}

bool PngDecoder::start() noexcept {
    if (setjmp(back_)) return false;
    png_set_expand(png_);  // palette to RGB, tRNS to alpha, 1, 2 and 4 bits to 8
    if constexpr (std::endian::native == std::endian::little) png_set_swap(png_);
    if (is_interlaced()) png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return true;
}

bool PngDecoder::read_row(std::uint8_t* row) noexcept {
    if (setjmp(back_)) return false;
    png_read_row(png_, row, nullptr);
    return true;
}

bool PngDecoder::refine_row(std::uint8_t* row) noexcept {
    if (setjmp(back_)) return false;
    png_read_row(png_, nullptr, row);
    return true;
}

bool PngDecoder::is_interlaced() const noexcept {
    return png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE;
}
int PngDecoder::channels() const noexcept { return png_get_channels(png_, info_); }
int PngDecoder::bit_depth() const noexcept { return png_get_bit_depth(png_, info_); }

std::vector<std::uint8_t> PngDecoder::icc_profile() const {
    png_charp name = nullptr;
    png_bytep data = nullptr;
    png_uint_32 length = 0;
    int method = 0;
    if (!ready() || !png_get_iCCP(png_, info_, &name, &method, &data, &length)) return {};
    return {data, data + length};
}

}  // namespace mediaedit::internal
