// Files for placements, each with its own recipe and name.
#pragma once

#include "engine/open_source.hpp"

#include <mediaedit/prepare.hpp>

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace mediaedit::internal {

bool takes(const Placement& placement, MediaKind kind);

/// Makes a folder and its parents where they are absent. An empty path is the current folder.
/// Errors: cannot_write.
void make_folder(const std::filesystem::path& folder);

/// The recipe with what the placement requires, and with a constant frame rate if this source needs
/// one.
Recipe recipe_for_source(const MediaInfo& info, const Placement& placement, const Recipe& recipe);

/// A file to be made of a source.
struct OutputRequest {
    Placement placement;
    Recipe recipe;  ///< the person's; what the placement requires is added
    std::filesystem::path file;
};

/// Makes all files and decodes the source once. Missing folders are made.
/// Shapes: one entry for each request, in order. Errors: in each entry, as for prepare;
/// cannot_write when a folder cannot be made. `inputs`: as for export_source.
std::vector<Result<Report>> make_outputs(const OpenSource& source,
                                         std::span<const OutputRequest> requests,
                                         const PrepareOptions& options, Inputs& inputs,
                                         const Control& control);

/// What it throws is the source's error.
using RequestsForSource =
    std::function<std::vector<OutputRequest>(std::size_t index, const MediaInfo& info)>;

/// The same for many sources, as prepare_all does it.
void make_outputs_of_all(std::span<const std::filesystem::path> sources,
                         const RequestsForSource& requests_for, const PrepareOptions& options,
                         const Control& control, const SourceDone& done);

}  // namespace mediaedit::internal
