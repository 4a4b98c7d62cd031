// Parses the boxes of a HEIF or AVIF file for its primary picture.
#pragma once

#include "photo/bytes.hpp"

#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

struct IsoBox {
    std::string_view type;
    Bytes content;  ///< after type and size
};

/// The consecutive boxes in `bytes`. Skips boxes that extend beyond the end.
std::vector<IsoBox> iso_boxes(Bytes bytes);

/// The content of the first box of that type. Empty: there is none.
Bytes find_iso_box(Bytes bytes, std::string_view type);

/// The content of a box by its path, such as {"moov", "trak"}.
Bytes find_iso_box(Bytes bytes, std::initializer_list<std::string_view> path);

struct HeifItem {
    std::uint32_t id = 0;
    std::string type;                ///< "hvc1", "av01", "grid" ...
    std::vector<IsoBox> properties;  ///< in the order in which they apply
};

/// Absent: the file has no primary item.
std::optional<HeifItem> find_primary_item(Bytes file);

/// The size after all transformations. Absent: the file does not give it.
std::optional<PixelSize> shown_size(const HeifItem& item);

/// Whether the item's size property comes after its rotation. In that case, the size from libheif's
/// handle may be the stored one.
bool size_follows_turn(const HeifItem& item);

/// Whether the file lists this brand.
bool has_brand(Bytes file, std::string_view brand);

}  // namespace mediaedit::internal
