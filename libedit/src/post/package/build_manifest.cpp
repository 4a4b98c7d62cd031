// What an earlier run put into a package, so that the next one does only what is new.
#include "post/package/build_manifest.hpp"

#include "base/guard.hpp"
#include "base/system/new_file.hpp"
#include "base/system/system.hpp"
#include "json/json_fields.hpp"

#include <glib.h>

#include <memory>

namespace mediaedit::internal {
namespace {

constexpr const char* memory_name = ".made.json";
/// Changes when results are made otherwise than before, so that all are made anew.
constexpr const char* memory_schema = "mediaedit.made/2";

/// A memory may come with a package from a stranger; what it names is deleted only inside the
/// package.
bool lies_within(const std::filesystem::path& name) {
    if (name.empty() || name.is_absolute()) return false;
    for (const auto& part : name)
        if (part == "..") return false;
    return true;
}

}  // namespace

std::string fingerprint(std::string_view text) {
    const std::unique_ptr<char, decltype(&g_free)> hex(
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(text.data()),
                                    text.size()),
        &g_free);
    return hex.get();
}

std::string file_state(const std::filesystem::path& file) {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(file, missing);
    const auto changed = std::filesystem::last_write_time(file, missing);
    if (missing) return file.string();
    return file.string() + "|" + std::to_string(bytes) + "|" +
           std::to_string(changed.time_since_epoch().count());
}

BuildManifest::BuildManifest(std::filesystem::path folder) : folder_(std::move(folder)) {
    const auto read = guard([&] {
        const auto json = parse_json(read_text(folder_ / memory_name, 32 << 20));
        if (json.at("schema") != memory_schema) return false;
        for (const auto& [name, made] : json.at("files").items())
            if (lies_within(name))
                files_[name] = {made.at(0).get<std::string>(), made.at(1).get<std::string>()};
        for (const auto& [name, value] : json.at("facts").items())
            facts_[name] = value.get<std::string>();
        return true;
    });
    if (!read || !*read) {
        files_.clear();
        facts_.clear();
    }
}

std::string BuildManifest::state_of(const std::filesystem::path& file) const {
    // Without the folder: a package may be moved.
    const auto state = file_state(folder_ / file);
    const auto at = state.find('|');
    return at == state.npos ? "" : state.substr(at);
}

bool BuildManifest::is_made(const std::filesystem::path& file, const std::string& key) const {
    const auto found = files_.find(file.generic_string());
    used_files_[file.generic_string()] = true;
    return found != files_.end() && found->second.key == key && !found->second.state.empty() &&
           found->second.state == state_of(file);
}

bool BuildManifest::is_changed_by_hand(const std::filesystem::path& file) const {
    const auto state = state_of(file);
    if (state.empty()) return false;
    const auto found = files_.find(file.generic_string());
    return found == files_.end() || found->second.state != state;
}

void BuildManifest::made(const std::filesystem::path& file, const std::string& key) {
    used_files_[file.generic_string()] = true;
    auto& entry = files_[file.generic_string()];
    const Made now{key, state_of(file)};
    changed_ = changed_ || entry != now;
    entry = now;
}

const std::string* BuildManifest::fact(const std::string& key) const {
    used_facts_[key] = true;
    const auto found = facts_.find(key);
    return found == facts_.end() ? nullptr : &found->second;
}

void BuildManifest::learned(const std::string& key, std::string value) {
    used_facts_[key] = true;
    changed_ = changed_ || facts_[key] != value;
    facts_[key] = std::move(value);
}

void BuildManifest::drop_unused(const Inputs& inputs) {
    const auto dropped = std::erase_if(files_, [&](const auto& entry) {
        if (used_files_.contains(entry.first)) return false;
        std::error_code ignored;
        if (entry.second.state == state_of(entry.first) && !inputs.contain(folder_ / entry.first))
            std::filesystem::remove(folder_ / entry.first, ignored);
        return true;
    });
    const auto forgotten = std::erase_if(
        facts_, [&](const auto& entry) { return !used_facts_.contains(entry.first); });
    changed_ = changed_ || dropped + forgotten > 0;
}

void BuildManifest::keep() {
    if (!changed_) return;
    nlohmann::ordered_json json{
        {"schema", memory_schema}, {"files", nlohmann::ordered_json::object()}, {"facts", facts_}};
    for (const auto& [name, made] : files_) json["files"][name] = {made.key, made.state};
    const auto text =
        json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    auto file = NewFile::open(folder_ / memory_name, IfExists::replace);
    file.write(text);
    file.commit();
    changed_ = false;
}

}  // namespace mediaedit::internal
