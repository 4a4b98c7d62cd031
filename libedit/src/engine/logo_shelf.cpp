// The logos and photos in the overlays of several recipes, each read only once.
#include "engine/logo_shelf.hpp"

#include "base/base64.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "engine/open_photo.hpp"
#include "picture/hide/hide.hpp"
#include "plan/geometry.hpp"

#include <mediaedit/faces.hpp>

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// No overlay is drawn larger than a canvas, so larger files are scaled down when they are read.
constexpr double longest_logo_px = 2160;

OpenPhoto open_logo(const std::string& file, const Limits& limits) {
    if (!file.starts_with("data:")) return open_photo(file, limits);
    auto bytes = bytes_in_address(file);
    if (!bytes)
        fail(ErrorCode::damaged,
             tr("The picture that stands inside the file cannot be read; choose the logo again."));
    return open_photo("logo", std::move(*bytes), limits);
}

cv::Mat read_logo(const std::string& file, const Control& control) {
    const auto photo = open_logo(file, control.limits);
    const double longest = std::max(photo.info.size.width, photo.info.size.height);
    return decode(photo, longest_logo_px / longest, control).picture.pixels;
}

void hide_faces(cv::Mat& pixels, HideWith with) {
    for (const auto& face : map_subjects({pixels}, Search::thorough).subjects.faces)
        hide(pixels, to_pixels_outward(hide_face(FoundFace{face}).area, {pixels.cols, pixels.rows}),
             with);
}

}  // namespace

LogoShelf::Key LogoShelf::key_of(const PictureOverlay& picture, const Recipe& recipe) {
    return {picture.file, picture.area ? recipe.hide_faces : std::nullopt};
}

void LogoShelf::add(const Recipe& recipe, const Control& control) {
    for (std::size_t i = 0; i < recipe.overlays.size(); ++i) {
        const auto* picture = std::get_if<PictureOverlay>(&recipe.overlays[i]);
        if (!picture) continue;
        const auto key = key_of(*picture, recipe);
        if (errors_.contains(key)) continue;
        auto read = guard([&] {
            auto& logo = logos_[key];
            if (logo.pixels.empty()) {
                logo.pixels = read_logo(picture->file, control);
                if (picture->area && !picture->focus)
                    logo.subjects = map_subjects({logo.pixels}, Search::quick);
                if (key.second) hide_faces(logo.pixels, *key.second);
            }
            return true;
        });
        if (read) continue;
        logos_.erase(key);
        errors_[key] = read.error();
        if (picture->file.starts_with("data:"))
            errors_[key].where = "overlays[" + std::to_string(i) + "].file";
    }
}

Logos LogoShelf::logos_for(const Recipe& recipe) const {
    Logos logos;
    for (const auto& overlay : recipe.overlays) {
        const auto* picture = std::get_if<PictureOverlay>(&overlay);
        if (!picture) continue;
        const auto key = key_of(*picture, recipe);
        if (const auto error = errors_.find(key); error != errors_.end())
            throw Failure{error->second};
        logos[logo_key(*picture)] = logos_.at(key);
    }
    return logos;
}

}  // namespace mediaedit::internal
