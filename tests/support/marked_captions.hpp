// Captions of tests/data/captions, with their personal data marked.
#pragma once

#include <mediaedit/caption_check.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::test {

/// A range in code points.
struct Mark {
    std::string code;  ///< "personal.phone"
    std::size_t begin = 0, end = 0;
    bool optional = false;  ///< need not be found
};

struct MarkedCaption {
    std::string where;  ///< file and line
    std::string text;
    std::vector<Mark> marks;
    std::vector<std::string> expected, unexpected;  ///< codes other than personal ones
};

/// Errors: std::runtime_error naming the malformed line.
std::vector<MarkedCaption> read_marked_captions(const std::filesystem::path& file);

/// The village that tests/data/captions/README.md describes.
Village test_village();

}  // namespace mediaedit::test
