// Encodes a finished picture within its size limit.
#include "photo/photo_writer.hpp"

#include "base/cancel.hpp"
#include "photo/heif/avif_writer.hpp"
#include "photo/jpeg/jpeg_writer.hpp"
#include "photo/png/png_writer.hpp"
#include "photo/webp/webp_writer.hpp"
#include "picture/draw/blend.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <span>

namespace mediaedit::internal {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Quality 97 4:4:4 is best after a platform encodes it again; then 95 4:4:4 and 95 4:2:0.
/// Source: measured, docs/decisions/0003-jpeg-quality.md
constexpr std::array<JpegSettings, 13> jpeg_steps{{{97, JpegChroma::full},
                                                   {95, JpegChroma::full},
                                                   {95, JpegChroma::quarter, true},
                                                   {92, JpegChroma::quarter, true},
                                                   {88, JpegChroma::quarter, true},
                                                   {84, JpegChroma::quarter, true},
                                                   {80, JpegChroma::quarter, true},
                                                   {75, JpegChroma::quarter, true},
                                                   {68, JpegChroma::quarter, true},
                                                   {60, JpegChroma::quarter, true},
                                                   {50, JpegChroma::quarter, true},
                                                   {40, JpegChroma::quarter, true},
                                                   {30, JpegChroma::quarter, true}}};
constexpr std::array webp_steps{96, 92, 88, 82, 75, 68, 60, 50, 40, 30, 20};
constexpr std::array avif_steps{90, 84, 78, 70, 62, 54, 45, 35, 25};

constexpr std::size_t first_step(Quality quality, std::size_t good, std::size_t small) {
    return quality == Quality::best ? 0 : quality == Quality::good ? good : small;
}

/// Encodes with the first of `steps`, from `first` on, whose result is within `max_bytes`.
template <class Step, class Encode>
Encoded step_down(std::span<const Step> steps, std::size_t first, const EncodeRequest& request,
                  Encode encode) {
    for (std::size_t i = first; i < steps.size(); ++i) {
        leave_if_stopped(request.stop);
        Encoded result{encode(steps[i]), {}};
        if (request.max_bytes && result.bytes.size() > *request.max_bytes) continue;
        if (i > first)
            result.notes.push_back(
                {"quality_lowered",
                 tr("The quality was lowered so that the file is not too large.")});
        return result;
    }
    fail(ErrorCode::bad_argument,
         tr("Even at the lowest quality the file is larger than {bytes} "
            "bytes; allow more, or choose a smaller picture.",
            {{"bytes", std::to_string(request.max_bytes.value_or(0))}}),
         "max_bytes");
}

}  // namespace

std::optional<WriteFormat> write_format_of(const std::filesystem::path& file) {
    auto ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".jpg" || ending == ".jpeg") return WriteFormat::jpeg;
    if (ending == ".png") return WriteFormat::png;
    if (ending == ".webp") return WriteFormat::webp;
    if (ending == ".avif") return WriteFormat::avif;
    return std::nullopt;
}

Encoded encode_photo(const Picture& picture, const EncodeRequest& request) {
    const auto quality = request.quality;
    switch (request.format) {
        case WriteFormat::jpeg: {
            const cv::Mat flat = flatten(picture.pixels, cv::Vec3b(255, 255, 255));
            return step_down(
                std::span<const JpegSettings>(jpeg_steps), first_step(quality, 2, 5), request,
                [&](const JpegSettings& step) { return encode_jpeg(flat, step, request.stop); });
        }
        case WriteFormat::webp:
            return step_down(
                std::span<const int>(webp_steps), first_step(quality, 2, 4), request,
                [&](int step) { return encode_webp(picture.pixels, step, request.stop); });
        case WriteFormat::avif:
            return step_down(
                std::span<const int>(avif_steps), first_step(quality, 2, 4), request,
                [&](int step) { return encode_avif(picture.pixels, step, request.stop); });
        case WriteFormat::png: break;
    }
    static constexpr std::array png_levels{6, 9};
    auto result =
        step_down(std::span<const int>(png_levels), first_step(quality, 0, 1), request,
                  [&](int level) { return encode_png(picture.pixels, level, request.stop); });
    result.notes.clear();  // PNG is lossless
    return result;
}

}  // namespace mediaedit::internal
