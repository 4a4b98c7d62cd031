// Photos and clips on this machine: where people keep them, and the newest of them.
#pragma once

#include "model/facts.hpp"
#include "model/needs.hpp"

#include <mediaedit/result.hpp>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace sunting {

/// The folders of the person that exist, and phones, cameras and sticks that are connected.
std::vector<SourceFolder> find_places();

/// Errors: unreadable, when the folder may not be looked into.
mediaedit::Result<Listing> list_files(const NeedListing& wanted, const std::stop_token& stop);

}  // namespace sunting
