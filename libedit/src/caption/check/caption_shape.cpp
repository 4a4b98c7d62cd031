// The form of a caption on each platform.
#include "caption/check/caption_shape.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr int usual_hashtags = 5;
/// With a lower limit the full text does not fit.
constexpr int full_text_limit = 1000;

CaptionShape shape_of_platform(const Placement& placement) {
    const bool short_video = placement.id.ends_with("-reel") || placement.id.ends_with("-short");
    const auto usual = short_video ? CaptionLength::brief : CaptionLength::full;
    if (placement.platform == "X")
        return {.length = CaptionLength::brief, .hashtags = 2, .empty_line = false};
    if (placement.platform == "Threads")
        return {.length = CaptionLength::brief, .hashtags = 1, .empty_line = false};
    if (placement.platform == "TikTok")
        return {.length = CaptionLength::brief, .hashtags = usual_hashtags};
    if (placement.platform == "WhatsApp") {
        const bool status = placement.id.ends_with("-status");
        return {.length = status ? CaptionLength::brief : CaptionLength::full,
                .comments = false,
                .bold_line = !status};
    }
    if (placement.platform == "YouTube")
        return {.length = usual, .hashtags = usual_hashtags, .title = true};
    if (placement.platform == "Instagram" || placement.platform == "Facebook")
        return {.length = usual, .hashtags = usual_hashtags};
    const bool room = placement.caption_max_chars.value_or(full_text_limit) >= full_text_limit;
    return {.length = room ? usual : CaptionLength::brief, .hashtags = usual_hashtags};
}

}  // namespace

CaptionShape caption_shape(const Placement& placement) {
    // A link image is posted with a text, though its limit is not known.
    if (!placement.caption_max_chars && placement.id != "facebook-link")
        return {.length = CaptionLength::brief, .comments = false};
    auto shape = shape_of_platform(placement);
    shape.hashtags = std::min(shape.hashtags, placement.hashtags_max.value_or(shape.hashtags));
    return shape;
}

}  // namespace mediaedit::internal
