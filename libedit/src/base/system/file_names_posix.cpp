// File names, on Linux and macOS.
#include "base/system/file_names.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <system_error>

#include <unistd.h>
#ifdef __linux__
#  include <sys/vfs.h>
#endif

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t usual_longest_name = 255;

/// The folder, or its nearest parent that exists.
fs::path existing_part(const fs::path& folder) {
    std::error_code unknown;
    auto part = fs::absolute(folder.empty() ? fs::path(".") : folder, unknown);
    while (!part.empty() && part.has_relative_path() && !fs::is_directory(part, unknown))
        part = part.parent_path();
    return part;
}

bool joins_what_is_before(gunichar letter) {
    constexpr gunichar joiner = 0x200D;
    const bool skin = letter >= 0x1F3FB && letter <= 0x1F3FF,
               tag = letter >= 0xE0020 && letter <= 0xE007F;
    return letter == joiner || skin || tag || g_unichar_ismark(letter);
}

bool is_half_of_flag(gunichar letter) { return letter >= 0x1F1E6 && letter <= 0x1F1FF; }

/// Whether `text` (UTF-8) may be cut before byte `at`.
bool is_border(const std::string& text, std::size_t at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) return false;
    const gunichar next = g_utf8_get_char(text.data() + at);
    if (joins_what_is_before(next)) return false;
    if (at == 0) return true;
    const char* before = g_utf8_find_prev_char(text.data(), text.data() + at);
    constexpr gunichar joiner = 0x200D;
    if (g_utf8_get_char(before) == joiner) return false;
    if (!is_half_of_flag(next)) return true;
    std::size_t halves = 0;
    for (; before && is_half_of_flag(g_utf8_get_char(before));
         before = g_utf8_find_prev_char(text.data(), before))
        ++halves;
    return halves % 2 == 0;
}

}  // namespace

std::size_t longest_name(const fs::path& folder) {
    const long reported = ::pathconf(existing_part(folder).c_str(), _PC_NAME_MAX);
    // FAT counts letters, and reports the most bytes that they may take.
    return reported <= 0 ? usual_longest_name
                         : std::min(usual_longest_name, static_cast<std::size_t>(reported));
}

std::string shortened_stem(std::string_view stem, std::size_t rest, std::size_t most) {
    std::string whole(stem);
    if (whole.size() + rest <= most) return whole;
    std::size_t end = most > rest ? most - rest : 1;
    if (g_utf8_validate(whole.data(), static_cast<gssize>(whole.size()), nullptr))
        while (end > 0 && !is_border(whole, end)) --end;
    // One letter with more accents than fit into a name: drop the accents.
    if (end == 0)
        end = std::min(whole.size(),
                       static_cast<std::size_t>(g_utf8_next_char(whole.data()) - whole.data()));
    whole.resize(end);
    return whole;
}

fs::path numbered_name(const fs::path& file, int number) {
    const auto rest = " (" + std::to_string(number) + ")" + file.extension().string();
    return file.parent_path() /
           (shortened_stem(file.stem().string(), rest.size(), longest_name(file.parent_path())) +
            rest);
}

bool is_plain_id(std::string_view id) noexcept {
    return !id.empty() && id.find("..") == id.npos && id != "." &&
           std::ranges::none_of(id, [](unsigned char sign) {
               return sign < ' ' || sign == 0x7F || sign == '/' || sign == '\\';
           });
}

std::string folded_name(std::string_view name) {
    const auto take = [](char* text) {
        return std::unique_ptr<char, decltype(&g_free)>(text, &g_free);
    };
    const auto size = static_cast<gssize>(name.size());
    if (!g_utf8_validate(name.data(), size, nullptr)) return std::string(name);
    const auto whole = take(g_utf8_normalize(name.data(), size, G_NORMALIZE_DEFAULT_COMPOSE));
    const auto folded = take(g_utf8_casefold(whole.get(), -1));
    return take(g_utf8_normalize(folded.get(), -1, G_NORMALIZE_DEFAULT_COMPOSE)).get();
}

bool folds_case(const fs::path& folder) {
#ifdef __linux__
    // FAT, exFAT, NTFS (kernel and FUSE), HFS+, and Windows shares.
    constexpr std::array<unsigned long, 8> folding{0x4D44, 0x2011BAB0, 0x7366746E, 0x65735546,
                                                   0x482B, 0x517B,     0xFF534D42, 0xFE534D42};
    struct statfs drive {};
    if (::statfs(existing_part(folder).c_str(), &drive) != 0) return false;
    const auto kind = static_cast<unsigned long>(drive.f_type) & 0xFFFFFFFF;
    return std::find(folding.begin(), folding.end(), kind) != folding.end();
#else
    static_cast<void>(folder);
    return true;
#endif
}

}  // namespace mediaedit::internal
