// Finds photos and clips on this computer: the usual folders, and the newest files.
#pragma once

#include "model/facts.hpp"
#include "model/needs.hpp"

#include <mediaedit/result.hpp>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace sunting {

/// The person's folders that exist, and connected phones, cameras and drives.
std::vector<SourceFolder> find_places();

/// Errors: unreadable, when the folder cannot be read.
mediaedit::Result<Listing> list_files(const NeedListing& wanted, const std::stop_token& stop);

}  // namespace sunting
