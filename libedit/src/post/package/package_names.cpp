// The names of a package's files.
#include "post/package/package_names.hpp"

#include "base/system/file_names.hpp"

namespace mediaedit::internal {
namespace {

/// The limit of most drives, because a package is copied between drives.
constexpr std::size_t longest_name_anywhere = 255;

/// The stem with "-" for characters that some system does not allow in names, or that have a
/// meaning in links.
std::string plain_stem(const std::filesystem::path& source) {
    std::string stem = source.stem().string();
    for (char& sign : stem) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
                           (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                           sign == '_' || sign == '-' || sign == '.';
        if (!plain) sign = '-';
    }
    return stem;
}

std::string two_digits(std::size_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string platform_slug(std::string_view platform) {
    std::string slug;
    for (const char sign : platform) {
        if (sign >= 'A' && sign <= 'Z') slug += static_cast<char>(sign - 'A' + 'a');
        else if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) slug += sign;
        else if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    return slug;
}

std::filesystem::path picture_name(const Placement& placement, std::size_t number,
                                   const std::filesystem::path& source, MediaKind kind) {
    const auto folder = platform_slug(placement.platform);
    const auto place = placement.id.starts_with(folder + "-")
                           ? placement.id.substr(folder.size() + 1)
                           : placement.id;
    const auto before = place + "-" + two_digits(number) + "-",
               ending = std::string(kind == MediaKind::photo ? ".jpg" : ".mp4");
    return std::filesystem::path(folder) /
           (before +
            shortened_stem(plain_stem(source), before.size() + ending.size(),
                           longest_name_anywhere) +
            ending);
}

std::string caption_name(const Placement& placement, bool own) {
    return "caption-" + (own ? placement.id : platform_slug(placement.platform)) + ".txt";
}

}  // namespace mediaedit::internal
