// Which data of activities counts.
#pragma once

#include "caption/write/activities_json.hpp"

#include <filesystem>
#include <string>

namespace mediaedit::internal {

/// That of `user_folder`/activities.json when that file is sound and of a later date, else that
/// compiled in. An empty `user_folder` is none.
ActivitiesFile newest_activities(const std::filesystem::path& user_folder);

/// The data of this process, read when first asked for. Threads: any.
const ActivitiesFile& activities();

/// "id" or "en": in which of the data files' two languages people are spoken to at the moment.
std::string data_language();

}  // namespace mediaedit::internal
