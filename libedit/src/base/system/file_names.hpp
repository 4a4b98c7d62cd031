// File names: how long they may be, and when two are the same.
#pragma once

#include <mediaedit/export.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// The most bytes that a name in `folder` may have; never more than 255. `folder` need not exist.
MEDIAEDIT_INTERNAL std::size_t longest_name(const std::filesystem::path& folder);

/// Shortens `stem` so that it and `rest` more bytes fit into `most`. Cuts after a whole letter:
/// never within a code point, before a combining accent, or inside a joined emoji.
MEDIAEDIT_INTERNAL std::string shortened_stem(std::string_view stem, std::size_t rest,
                                              std::size_t most);

/// Makes "name (2).jpg" of "name.jpg", shortened if the file system requires it.
MEDIAEDIT_INTERNAL std::filesystem::path numbered_name(const std::filesystem::path& file,
                                                       int number);

/// Whether `id` is safe in a file name: no "/", no "..", no control characters.
MEDIAEDIT_INTERNAL bool is_plain_id(std::string_view id) noexcept;

/// Equal for names that some file system treats as the same: they differ only in letter case or
/// Unicode normalisation.
MEDIAEDIT_INTERNAL std::string folded_name(std::string_view name);

/// Whether the file system of `folder` ignores letter case in names. `folder` need not exist.
MEDIAEDIT_INTERNAL bool folds_case(const std::filesystem::path& folder);

}  // namespace mediaedit::internal
