// Names of files as file systems and people take them: how long they may be, and when two are the
// same.
#pragma once

#include <mediaedit/export.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// How many bytes a name in `folder` may have, which need not exist yet; never more than 255.
MEDIAEDIT_INTERNAL std::size_t longest_name(const std::filesystem::path& folder);

/// `stem`, or as much of it as leaves room for `rest` bytes behind it within `most`. It is cut
/// where a letter ends: never within a code point, before an accent, or inside a joined emoji.
MEDIAEDIT_INTERNAL std::string shortened_stem(std::string_view stem, std::size_t rest,
                                              std::size_t most);

/// "name (2).jpg" of "name.jpg", shortened where the drive needs it.
MEDIAEDIT_INTERNAL std::filesystem::path numbered_name(const std::filesystem::path& file,
                                                       int number);

/// Whether a name that has `id` in it stays in its folder: no "/", no "..", no sign that cannot be
/// seen.
MEDIAEDIT_INTERNAL bool is_plain_id(std::string_view id) noexcept;

/// Equal for names that some file system takes for one: in letter case, and in how accents are
/// written.
MEDIAEDIT_INTERNAL std::string folded_name(std::string_view name);

/// Whether the drive of `folder`, which need not exist yet, takes names for one that differ in
/// letter case only.
MEDIAEDIT_INTERNAL bool folds_case(const std::filesystem::path& folder);

}  // namespace mediaedit::internal
