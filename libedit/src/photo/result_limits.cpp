// Checks before the work whether a result can be written.
#include "photo/result_limits.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace mediaedit::internal {
namespace {

struct Cost {
    const char* name;
    int most_side_px;
    /// Memory for the finished picture and its encoder: an estimate, rounded up.
    int bytes_a_pixel;
};

Cost cost_of(WriteFormat format) {
    switch (format) {
        case WriteFormat::jpeg: return {"JPEG", 65'500, 4};
        case WriteFormat::png: return {"PNG", INT32_MAX, 4};
        case WriteFormat::webp: return {"WebP", 16'383, 12};
        case WriteFormat::avif: return {"AVIF", 65'535, 20};
    }
    return {"", INT32_MAX, 4};
}

}  // namespace

void check_result_size(WriteFormat format, PixelSize size, const std::filesystem::path& file,
                       const Limits& limits) {
    const auto cost = cost_of(format);
    const auto text = std::to_string(size.width) + " x " + std::to_string(size.height);
    const int longest = std::max(size.width, size.height);
    if (longest > cost.most_side_px)
        fail(ErrorCode::too_large,
             tr("A {format} picture has at most {most} pixels on a side, and this one would be "
                "{size}; choose a smaller size or another format.",
                {{"format", cost.name},
                 {"most", std::to_string(cost.most_side_px)},
                 {"size", text}}),
             file.string());
    const auto pixels = std::int64_t{size.width} * size.height;
    if (longest > limits.max_side_px || pixels > limits.max_pixels ||
        pixels > limits.max_memory_bytes / cost.bytes_a_pixel)
        fail(ErrorCode::too_large,
             tr("A picture of {size} pixels takes more memory than is allowed; choose a smaller "
                "size.",
                {{"size", text}}),
             file.string(), std::to_string(pixels * cost.bytes_a_pixel) + " bytes");
}

}  // namespace mediaedit::internal
