// Loads the TIFF part when it is first needed.
#include "photo/tiff/tiff_part.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"

namespace mediaedit::internal {
namespace {

const TiffPart& tiff_part() {
    static std::string why;
    static const auto* const part =
        static_cast<const TiffPart*>(load_part(MEDIAEDIT_TIFF_FILE, "mediaedit_tiff_part", why));
    if (!part) {
        auto sentence = tr("The part for TIFF photos is not installed; install mediaedit again.");
        fail(ErrorCode::unsupported, std::move(sentence), {}, why);
    }
    return *part;
}

}  // namespace

PhotoHeader read_tiff_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits) {
    return tiff_part().read_header(bytes, name, limits);
}

Photo read_tiff(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request) {
    return tiff_part().read(bytes, name, header, request);
}

}  // namespace mediaedit::internal
