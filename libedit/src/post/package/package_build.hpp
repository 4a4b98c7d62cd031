// The steps of making a package, and what they share.
#pragma once

#include "base/system/inputs.hpp"
#include "placement/prepare/output_requests.hpp"
#include "post/package/build_manifest.hpp"
#include "post/package/loaded_post.hpp"

#include <mediaedit/post.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct PackageBuild {
    const Post& post;
    const std::filesystem::path& folder;
    const PostOptions& options;
    const Control& control;
    BuildManifest manifest;
    Inputs inputs{};
    LoadedPost loaded{};
    PostReport report{};
    std::vector<PostFinding> findings{};  ///< about the files of the package
};

/// A photo or video of the package.
struct PlannedFile {
    OutputRequest request;
    std::filesystem::path name;  ///< in the package
    std::size_t item = 0;
    std::string key;      ///< a fingerprint of all that the file depends on
    bool exists = false;  ///< an earlier run made it from the same key
    std::optional<Result<Report>> result{};
};

/// One file for each item and placement. Sources that cannot be read are reported as failures.
std::vector<PlannedFile> plan_pictures(PackageBuild& build);

/// Makes the files that do not exist yet, and reports all of them.
void make_pictures(PackageBuild& build, std::vector<PlannedFile>& planned);

/// Checks each reported file against its placement. Only the first file of a photo is decoded for
/// that; its faces count for the item. Errors: cancelled.
void check_results(PackageBuild& build, const std::vector<PlannedFile>& planned);

/// Writes the captions and alternative texts. A caption that a person changed in the package
/// replaces the loaded one.
void write_captions(PackageBuild& build);

/// Writes a text file of the package, and reports it.
void write_file(PackageBuild& build, const std::string& name, const std::string& text);

/// Writes the post so that it can be made again: with absolute paths. An equal post stays as it was
/// written.
void write_post(PackageBuild& build);

/// Errors: cancelled. The message says that finished files stay, which differs from other calls.
void leave_if_post_stopped(const std::stop_token& stop);

}  // namespace mediaedit::internal
