// Loads an EXIF block by libexif.
#include "photo/metadata/exif_block.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

Exif load_exif(Bytes block) {
    constexpr std::string_view start("Exif\0\0", 6);
    constexpr std::size_t most = 1 << 20;  // far above the largest EXIF block
    std::vector<unsigned char> bytes;
    if (text_at(block, 0, start.size()) != start) bytes.assign(start.begin(), start.end());
    const auto taken = block.first(std::min(block.size(), most));
    bytes.insert(bytes.end(), taken.begin(), taken.end());
    Exif data(exif_data_new());
    if (!data) return data;
    exif_data_unset_option(data.get(), EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_unset_option(data.get(), EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS);
    exif_data_set_option(data.get(), EXIF_DATA_OPTION_DONT_CHANGE_MAKER_NOTE);
    exif_data_load_data(data.get(), bytes.data(), static_cast<unsigned>(bytes.size()));
    return data;
}

}  // namespace mediaedit::internal
