// The logo files of some recipes, each read once.
#include "engine/logo_shelf.hpp"

#include "base/guard.hpp"
#include "engine/open_photo.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// A logo is never drawn larger than a canvas; a poster-sized file need not be kept whole.
constexpr double longest_logo_px = 2160;

cv::Mat read_logo(const std::string& file, const Control& control) {
    const auto photo = open_photo(file, control.limits);
    const double longest = std::max(photo.info.size.width, photo.info.size.height);
    return decode(photo, longest_logo_px / longest, control).picture.pixels;
}

}  // namespace

void LogoShelf::add(const std::vector<Overlay>& overlays, const Control& control) {
    for (const auto& overlay : overlays) {
        const auto* logo = std::get_if<PictureOverlay>(&overlay);
        if (!logo || logos_.contains(logo->file) || errors_.contains(logo->file)) continue;
        auto read = guard([&] { return read_logo(logo->file, control); });
        if (read) logos_[logo->file] = std::move(read).value();
        else errors_[logo->file] = read.error();
    }
}

const Logos& LogoShelf::logos_for(const std::vector<Overlay>& overlays) const {
    for (const auto& overlay : overlays)
        if (const auto* logo = std::get_if<PictureOverlay>(&overlay))
            if (const auto error = errors_.find(logo->file); error != errors_.end()) throw Failure{error->second};
    return logos_;
}

}  // namespace mediaedit::internal
