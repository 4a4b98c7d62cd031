// Paths of test files that other programs and devices made.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace mediaedit::test {

/// The large collection beside the project, which not everyone has. MEDIAEDIT_SHARED_MEDIA names
/// another folder.
inline std::filesystem::path shared_media() {
    const char* elsewhere = std::getenv("MEDIAEDIT_SHARED_MEDIA");
    return elsewhere ? elsewhere : MEDIAEDIT_SHARED_MEDIA;
}

inline std::filesystem::path data_folder() { return MEDIAEDIT_TEST_DATA; }

inline std::vector<std::uint8_t> bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string text_of(const std::filesystem::path& file) {
    const auto bytes = bytes_of(file);
    return {bytes.begin(), bytes.end()};
}

}  // namespace mediaedit::test
