// The names of finished files.
#pragma once

#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// `kerja bakti.heic` for x-post becomes `kerja bakti--x-post.jpg`; a video ends in .mp4.
std::string prepared_name(const std::filesystem::path& source, std::string_view placement,
                          MediaKind kind);

/// The part before the placement in the names of a source's results.
struct SettledStem {
    std::string stem;
    bool shortened = false;  ///< because the drive does not allow longer names

    [[nodiscard]] std::string name(std::string_view placement, MediaKind kind) const;
};

/// Settles the names of a whole call before the work, in the order of the sources. They differ in
/// more than case, for drives that ignore it. The second source with a stem gets "-2". Errors:
/// bad_argument, when a placement's id cannot be part of a name.
std::vector<SettledStem> settle_stems(std::span<const std::filesystem::path> sources,
                                      std::span<const Placement> targets,
                                      const std::filesystem::path& folder);

/// Errors: bad_argument, when `id` cannot be part of a file's name, because it would lead out of
/// the folder.
void require_plain_id(std::string_view id);

}  // namespace mediaedit::internal
