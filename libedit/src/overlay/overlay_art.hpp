// Texts, logos and codes of one result: set while the photo is still being decoded, drawn when it
// is there.
#pragma once

#include "overlay/photo_layer.hpp"
#include "text/text_layout.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace mediaedit::internal {

/// One overlay as it lies on a video's pictures.
struct OverlayLayer {
    std::size_t index = 0;  ///< in Recipe::overlays
    Layer layer;
    double opacity = 1;
    std::optional<TimeRange> when{};  ///< absent: always
};

class MEDIAEDIT_INTERNAL OverlayArt {
public:
    /// `stop` is heeded here and in what follows, between overlays. Errors: bad_recipe (text not
    /// UTF-8, code too long); cancelled, here and there.
    OverlayArt(const std::vector<Overlay>& overlays, const Plan& plan, const Logos& logos,
               std::stop_token stop = {});

    /// Draws everything, in order, each text in the look that what lies beneath asks for.
    void draw(cv::Mat& picture) const;

    /// Each by itself, in order, for many pictures of which `picture` (CV_8UC3 of the result's
    /// size, without overlays) is one: each text in the look that it and the overlays shown at the
    /// same time ask for.
    [[nodiscard]] std::vector<OverlayLayer> layers(const cv::Mat& picture) const;

    /// What of its texts is not as the person wrote it: too long, a word broken, letters or a font
    /// missing.
    [[nodiscard]] std::vector<Note> notes() const;

private:
    struct Text {
        TextOverlay overlay;
        TextLayout layout;
    };
    struct Mark {
        Layer layer;
        double opacity = 1;
    };
    struct Piece {
        std::size_t index = 0;
        std::optional<TimeRange> when;
        std::variant<Text, Mark> art;
    };
    std::stop_token stop_;
    std::vector<Piece> pieces_;
};

/// What lies beneath `box` of a picture.
Backdrop measure_backdrop(const cv::Mat& picture, const PixelRect& box);

}  // namespace mediaedit::internal
