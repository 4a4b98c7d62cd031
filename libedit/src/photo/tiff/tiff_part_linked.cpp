// The TIFF part if it is linked in (static builds and tests).
#include "photo/tiff/tiff_part.hpp"

extern "C" const mediaedit::internal::TiffPart mediaedit_tiff_part;

namespace mediaedit::internal {

PhotoHeader read_tiff_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits) {
    return mediaedit_tiff_part.read_header(bytes, name, limits);
}

Photo read_tiff(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request) {
    return mediaedit_tiff_part.read(bytes, name, header, request);
}

}  // namespace mediaedit::internal
