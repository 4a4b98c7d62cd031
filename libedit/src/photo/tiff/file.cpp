// A TIFF file in memory, opened by libtiff.
#include "photo/tiff/file.hpp"

#include "photo/metadata.hpp"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace mediaedit::internal {
namespace {

std::string formatted(const char* format, va_list arguments) {
    std::array<char, 256> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    return text.data();
}

}  // namespace

std::uint64_t TiffFile::Input::size() const {
    return std::max<std::uint64_t>(bytes.size(), extension.size);
}

TiffFile::TiffFile(Bytes bytes, std::int64_t max_alloc_bytes, TiffExtension extension)
    : complaints_(std::make_unique<Complaints>()),
      input_(std::make_unique<Input>(Input{bytes, extension, 0})) {
    const Owned<TIFFOpenOptions, &TIFFOpenOptionsFree> options(TIFFOpenOptionsAlloc());
    if (!options) return;
    // A handler that returns 1 prevents libtiff from calling the handlers of the process.
    TIFFOpenOptionsSetErrorHandlerExtR(
        options.get(),
        [](TIFF*, void* self, const char*, const char* format, va_list arguments) {
            auto& complaints = *static_cast<Complaints*>(self);
            complaints.pixels_damaged = true;
            if (complaints.first_error.empty())
                complaints.first_error = formatted(format, arguments);
            return 1;
        },
        complaints_.get());
    TIFFOpenOptionsSetWarningHandlerExtR(
        options.get(),
        [](TIFF*, void* self, const char* module, const char*, va_list) {
            // libjpeg continues after damage and only warns.
            if (module && std::string_view(module) == "JPEGLib")
                static_cast<Complaints*>(self)->pixels_damaged = true;
            return 1;
        },
        complaints_.get());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(max_alloc_bytes));
    // h: reads no directory yet, so that the size of an invalid one can be read.
    // m: no memory mapping, because libtiff copies mapped data only for some compressions.
    // c: does not split strips, whatever the size of the file.
    tiff_.reset(TIFFClientOpenExt(
        "", "rhmc", input_.get(), read, [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; },
        seek, [](thandle_t) { return 0; },
        [](thandle_t handle) -> toff_t { return static_cast<Input*>(handle)->size(); }, nullptr,
        nullptr, options.get()));
}

tmsize_t TiffFile::read(thandle_t handle, void* to, tmsize_t count) {
    auto& input = *static_cast<Input*>(handle);
    if (count <= 0 || input.at >= input.size()) return 0;
    const auto wanted =
        std::min<std::uint64_t>(static_cast<std::uint64_t>(count), input.size() - input.at);
    const auto inside = part(input.bytes, static_cast<std::size_t>(input.at), wanted);
    auto* bytes = static_cast<std::uint8_t*>(to);
    if (!inside.empty()) std::memcpy(bytes, inside.data(), inside.size());
    std::memset(bytes + inside.size(), input.extension.filler, wanted - inside.size());
    input.at += wanted;
    return static_cast<tmsize_t>(wanted);
}

toff_t TiffFile::seek(thandle_t handle, toff_t offset, int whence) {
    auto& input = *static_cast<Input*>(handle);
    const std::uint64_t from = whence == SEEK_CUR   ? input.at
                               : whence == SEEK_END ? input.size()
                                                    : 0;
    input.at = from + offset;
    return input.at;
}

bool TiffFile::read_next_directory() { return is_open() && TIFFReadDirectory(get()) == 1; }

std::uint32_t TiffFile::number(std::uint32_t tag, std::uint32_t otherwise) const {
    std::uint32_t value = 0;
    return TIFFGetFieldDefaulted(get(), tag, &value) == 1 ? value : otherwise;
}

std::uint16_t TiffFile::short_number(std::uint32_t tag, std::uint16_t otherwise) const {
    std::uint16_t value = 0;
    return TIFFGetFieldDefaulted(get(), tag, &value) == 1 ? value : otherwise;
}

std::string TiffFile::text(std::uint32_t tag) const {
    const char* value = nullptr;
    return TIFFGetField(get(), tag, &value) == 1 && value ? trimmed(value) : std::string{};
}

Bytes TiffFile::data(std::uint32_t tag) const {
    std::uint32_t count = 0;
    const std::uint8_t* value = nullptr;
    if (TIFFGetField(get(), tag, &count, &value) != 1 || !value) return {};
    return {value, count};
}

}  // namespace mediaedit::internal
