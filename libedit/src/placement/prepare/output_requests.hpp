// Files for placements: each as its own recipe and name want it.
#pragma once

#include "engine/open_source.hpp"

#include <mediaedit/prepare.hpp>

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace mediaedit::internal {

bool takes(const Placement& placement, MediaKind kind);

/// Makes it and what it lies in, where they are absent. Empty: the folder one stands in. Errors:
/// cannot_write.
void make_folder(const std::filesystem::path& folder);

/// What the placement asks for is added, an even rate where this source needs one too.
Recipe recipe_for_source(const MediaInfo& info, const Placement& placement, const Recipe& recipe);

/// One file that is to be made of a source.
struct OutputRequest {
    Placement placement;
    Recipe recipe;  ///< as the person wants it; what the placement asks for is added
    std::filesystem::path file;
};

/// Makes them all, decoding the source once. Missing folders are made.
/// Shapes: one entry per wish, in order. Errors: in each entry, as prepare; cannot_write when a
/// folder cannot be made. `inputs`: as export_source.
std::vector<Result<Report>> make_outputs(const OpenSource& source,
                                         std::span<const OutputRequest> wishes,
                                         const PrepareOptions& options, Inputs& inputs,
                                         const Control& control);

/// May throw: the source's error then.
using RequestsForSource =
    std::function<std::vector<OutputRequest>(std::size_t index, const MediaInfo& info)>;

/// The same of many sources, as prepare_all does it.
void make_wishes_of_all(std::span<const std::filesystem::path> sources,
                        const RequestsForSource& wishes_for, const PrepareOptions& options,
                        const Control& control, const SourceDone& done);

}  // namespace mediaedit::internal
