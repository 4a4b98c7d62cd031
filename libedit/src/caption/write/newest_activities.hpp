// Which activities data is used.
#pragma once

#include "caption/write/activities_json.hpp"

#include <filesystem>
#include <string>

namespace mediaedit::internal {

/// `user_folder`/activities.json if it is valid and has a later date, else the compiled-in data, as
/// for an empty `user_folder`.
ActivitiesFile newest_activities(const std::filesystem::path& user_folder);

/// The data that this process uses, read at the first call. Threads: any.
const ActivitiesFile& activities();

/// The current language as far as the data files have it: "id" or "en".
std::string data_language();

}  // namespace mediaedit::internal
