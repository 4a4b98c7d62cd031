// All placements: those compiled in, or a newer file of the user.
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "json/json_fields.hpp"
#include "placement/newest_placements.hpp"
#include "placement/placement_names.hpp"
#include "placement/placements_json.hpp"

#include <mediaedit/placement.hpp>

#include <map>
#include <mutex>
#include <string>

namespace mediaedit {
namespace internal {
namespace {

/// A hundred times the file that is compiled in.
constexpr std::int64_t max_placements_bytes = 4 << 20;

PlacementsFile read_placements_file(const std::filesystem::path& file) {
    return reading(file,
                   [&] { return parse_placements_file(read_text(file, max_placements_bytes)); });
}

}  // namespace

std::vector<Placement> newest_placements(const std::filesystem::path& user_folder) {
    auto compiled = guard([] { return parse_placements_file(placements_json); });
    // A broken file of the user must not take away the main job; read_placements tells what is
    // wrong with it.
    auto own = guard([&] {
        return user_folder.empty() ? PlacementsFile{}
                                   : read_placements_file(user_folder / "placements.json");
    });
    // Days written year first sort as text.
    if (own && (!compiled || own->date > compiled->date)) return std::move(own->placements);
    return compiled ? std::move(compiled->placements) : std::vector<Placement>{};
}

}  // namespace internal

std::span<const Placement> placements() {
    // Names follow the language, which a program may change while it runs; what was handed out
    // before stays.
    static std::mutex mutex;
    static std::map<std::vector<std::string>, std::vector<Placement>> by_names;
    const std::lock_guard lock(mutex);
    const auto [known, is_new] = by_names.try_emplace(internal::translated_placement_names());
    if (is_new) known->second = internal::newest_placements(internal::user_data_folder());
    return known->second;
}

Result<std::vector<Placement>> read_placements(const std::filesystem::path& file) {
    return internal::guard([&] { return internal::read_placements_file(file).placements; });
}

}  // namespace mediaedit
