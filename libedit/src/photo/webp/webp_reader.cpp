// Reads WebP files by libwebp.
#include "photo/webp/webp_reader.hpp"

#include "base/cancel.hpp"
#include "base/owned.hpp"
#include "photo/bytes.hpp"
#include "photo/refusal.hpp"
#include "photo/upright_builder.hpp"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

namespace mediaedit::internal {
namespace {

using Demuxer = Owned<WebPDemuxer, &WebPDemuxDelete>;
struct Opened {
    Demuxer demuxer;
    PixelSize canvas;
    std::uint32_t flags = 0;
    bool cut_short = false;
};

Opened open(Bytes bytes, const std::string& name, const Limits& limits) {
    const WebPData data{bytes.data(), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    Opened opened{Demuxer(WebPDemuxPartial(&data, &state)), {}, 0, false};
    if (!opened.demuxer || state == WEBP_DEMUX_PARSE_ERROR || state == WEBP_DEMUX_PARSING_HEADER)
        refuse_damaged(name, "RIFF");
    opened.cut_short = state != WEBP_DEMUX_DONE;
    const auto* demuxer = opened.demuxer.get();
    const std::int64_t width = WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH),
                       height = WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT);
    check_size(width, height, name, limits);
    opened.canvas = {static_cast<int>(width), static_cast<int>(height)};
    opened.flags = WebPDemuxGetI(demuxer, WEBP_FF_FORMAT_FLAGS);
    return opened;
}

/// The content of a chunk, inside the bytes of the file.
Bytes chunk(const WebPDemuxer* demuxer, const char* four_letters) {
    WebPChunkIterator found{};
    Bytes data;
    if (WebPDemuxGetChunk(demuxer, four_letters, 1, &found))
        data = {found.chunk.bytes, found.chunk.size};
    WebPDemuxReleaseChunkIterator(&found);
    return data;
}

struct Frame {
    WebPIterator at{};
    explicit Frame(const Opened& opened, const std::string& name) {
        if (!WebPDemuxGetFrame(opened.demuxer.get(), 1, &at))
            refuse_damaged(name, "no picture inside");
    }
    ~Frame() { WebPDemuxReleaseIterator(&at); }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
};

/// The settings for decoding `frame` into `rows`, a canvas of `size` pixels. If `shrinks`, the
/// frame must fill its canvas. Errors: unsupported.
WebPDecoderConfig decoder_config(const WebPIterator& frame, PixelSize size, bool shrinks,
                                 int threads, int channels, std::vector<std::uint8_t>& rows,
                                 const std::string& name) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) refuse_unsupported(name, "libwebp of another version");
    config.options.use_threads = threads > 1;
    if (shrinks) {
        config.options.use_scaling = 1;
        config.options.scaled_width = size.width;
        config.options.scaled_height = size.height;
    }
    const auto pixel_bytes = static_cast<std::size_t>(channels);
    const auto row_bytes = static_cast<std::size_t>(size.width) * pixel_bytes;
    const auto first = static_cast<std::size_t>(frame.y_offset) * row_bytes +
                       static_cast<std::size_t>(frame.x_offset) * pixel_bytes;
    config.output.colorspace = channels == 4 ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = rows.data() + first;
    config.output.u.RGBA.stride = static_cast<int>(row_bytes);
    config.output.u.RGBA.size = rows.size() - first;
    return config;
}

}  // namespace

PhotoHeader read_webp_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits) {
    const auto opened = open(bytes, name, limits);
    PhotoHeader header;
    header.format = PhotoFormat::webp;
    header.stored = opened.canvas;
    header.animated = (opened.flags & ANIMATION_FLAG) != 0;
    const Frame frame(opened, name);
    header.has_alpha = (opened.flags & ALPHA_FLAG) != 0 || frame.at.has_alpha != 0;
    if (const auto exif = chunk(opened.demuxer.get(), "EXIF"); !exif.empty())
        header.metadata = read_exif(exif);
    if (const auto xmp = chunk(opened.demuxer.get(), "XMP "); !xmp.empty())
        add_xmp(header.metadata, xmp);
    header.orientation = orientation_from_exif(header.metadata.orientation);
    header.color = profile_name(chunk(opened.demuxer.get(), "ICCP"));
    if (header.color.empty()) header.color = "srgb";
    return header;
}

Photo read_webp(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request) {
    const auto opened = open(bytes, name, request.limits);
    const Frame frame(opened, name);
    const auto& at = frame.at;
    const PixelSize canvas = opened.canvas;
    if (at.x_offset < 0 || at.y_offset < 0 || at.width <= 0 || at.height <= 0 ||
        at.x_offset > canvas.width - at.width || at.y_offset > canvas.height - at.height)
        refuse_damaged(name, "the picture lies outside its canvas");
    const bool fills = at.width == canvas.width && at.height == canvas.height;
    const bool alpha = at.has_alpha != 0 || !fills;

    // libwebp shrinks while it decodes, so the full size is never in memory. That only works for a
    // frame that fills its canvas.
    const int shrink = fills ? shrink_for(canvas, header.orientation, request.at_least) : 1;
    const auto size = shrunk(canvas, shrink);
    const int channels = alpha ? 4 : 3;
    const double canvas_pixels = static_cast<double>(canvas.width) * canvas.height,
                 pixels = static_cast<double>(size.width) * size.height;
    // libwebp holds lossless pictures at full size.
    check_memory(2 * channels * pixels + 4 * canvas_pixels, name, request.limits);

    const auto row_bytes =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(channels);
    std::vector<std::uint8_t> rows(row_bytes * static_cast<std::size_t>(size.height));
    auto config = decoder_config(at, size, shrink > 1, request.threads, channels, rows, name);
    const Owned<WebPIDecoder, &WebPIDelete> decoder(WebPIDecode(nullptr, 0, &config));
    if (!decoder) refuse_damaged(name, "libwebp");
    const auto status = WebPIUpdate(decoder.get(), at.fragment.bytes, at.fragment.size);
    int last_row = 0;
    WebPIDecGetRGB(decoder.get(), &last_row, nullptr, nullptr, nullptr);
    leave_if_stopped(request.stop);
    const bool whole = status == VP8_STATUS_OK;
    if (status == VP8_STATUS_OUT_OF_MEMORY) refuse_too_large(name, "libwebp");
    if (status == VP8_STATUS_UNSUPPORTED_FEATURE) refuse_unsupported(name, "libwebp");
    if (!whole && last_row <= 0) refuse_damaged(name, "VP8 status " + std::to_string(status));

    RowSource source;
    source.stored = size;
    source.samples = alpha ? Samples::rgba8 : Samples::rgb8;
    source.icc_profile = chunk(opened.demuxer.get(), "ICCP");
    source.orientation = header.orientation;
    source.threads = request.threads;
    source.on_progress = request.on_progress;
    UprightBuilder builder(source);
    builder.put_whole(rows.data(), row_bytes, whole || !fills ? size.height : last_row);
    Photo photo;
    photo.picture = builder.finish();
    if (!whole) photo.notes.push_back(truncated_note(name));
    return photo;
}

}  // namespace mediaedit::internal
