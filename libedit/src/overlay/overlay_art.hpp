// The overlays of one result. They are laid out while the photo is decoded, and drawn after that.
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

/// One overlay as a layer on the frames of a video.
struct OverlayLayer {
    std::size_t index = 0;  ///< in Recipe::overlays
    Layer layer;
    double opacity = 1;
    std::optional<TimeRange> when{};  ///< absent: always
};

class MEDIAEDIT_INTERNAL OverlayArt {
public:
    /// `stop` is checked between overlays, here and in all functions. Errors: bad_recipe (text is
    /// not UTF-8, QR code is too long); cancelled, from all functions.
    OverlayArt(const std::vector<Overlay>& overlays, const Plan& plan, const Logos& logos,
               std::stop_token stop = {});

    /// Draws all overlays in order. The style of each text depends on the pixels beneath it.
    void draw(cv::Mat& picture) const;

    /// Returns each overlay as a layer, in order, for all frames of a video. `picture` is a typical
    /// frame (CV_8UC3, size of the result, without overlays). The style of each text depends on it
    /// and on the earlier overlays that are shown at the same time.
    [[nodiscard]] std::vector<OverlayLayer> layers(const cv::Mat& picture) const;

    /// Notes about texts: too long, a word broken, letters or a font missing.
    [[nodiscard]] std::vector<Note> notes() const;

private:
    struct Text {
        TextOverlay overlay;
        TextLayout layout;
    };
    struct FixedLayer {
        Layer layer;
        double opacity = 1;
    };
    struct Entry {
        std::size_t index = 0;
        std::optional<TimeRange> when;
        std::variant<Text, FixedLayer> art;
    };
    std::stop_token stop_;
    std::vector<Entry> entries_;
};

/// Measures the brightness and detail of a picture inside `box`.
Backdrop measure_backdrop(const cv::Mat& picture, const PixelRect& box);

}  // namespace mediaedit::internal
