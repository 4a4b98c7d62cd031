// The metadata embedded in a file.
#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "photo/metadata/carried_by_photo.hpp"

#include <mediaedit/carried_data.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace mediaedit {
namespace {

using namespace internal;

/// Parses ISO 6709: "+07.7956-110.3695+012.3/". Values that are not in degrees give nothing.
std::optional<GpsPosition> place_in(const std::string& text) {
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return {};
    const auto second = text.find_first_of("+-", 1);
    if (second == text.npos) return {};
    const GpsPosition place{std::strtod(text.substr(0, second).c_str(), nullptr),
                            std::strtod(text.c_str() + second, nullptr)};
    if (!(std::abs(place.latitude) <= 90) || !(std::abs(place.longitude) <= 180)) return {};
    return place;
}

}  // namespace

bool EmbeddedMetadata::has(Carried kind) const {
    return std::ranges::any_of(items,
                               [kind](const CarriedItem& item) { return item.kind == kind; });
}

Result<EmbeddedMetadata> carried_data(const std::filesystem::path& file, const Control& control) {
    return guard([&] {
        if (!is_video(file)) {
            const auto photo = open_photo(file, control.limits);
            return carried_by_photo(photo.bytes, photo.header);
        }
        EmbeddedMetadata carried{{}, av_parts().carried_by_video(file, control)};
        for (const auto& item : carried.items)
            if (item.kind == Carried::place && !carried.place) carried.place = place_in(item.value);
        return carried;
    });
}

}  // namespace mediaedit
