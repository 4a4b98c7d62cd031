// What an earlier run put into a package, so that the next one does only what is new.
#pragma once

#include "base/system/inputs.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// A fingerprint of any text, 64 hex digits (SHA-256).
std::string fingerprint(std::string_view text);

/// Tells one state of a file from another without reading it: its path, size and time of change. Of
/// a missing file: its path.
std::string file_state(const std::filesystem::path& file);

class BuildManifest {
public:
    /// What `folder` remembers. A memory that is damaged or of another version is an empty one.
    explicit BuildManifest(std::filesystem::path folder);

    /// Whether `file` (relative) was made from `key` and is as it was left.
    [[nodiscard]] bool is_made(const std::filesystem::path& file, const std::string& key) const;

    /// Whether `file` is there and another than what was left: somebody changed it. A file that is
    /// not remembered was not made by us.
    [[nodiscard]] bool is_changed_by_hand(const std::filesystem::path& file) const;

    /// Remembers `file` as it stands now.
    void made(const std::filesystem::path& file, const std::string& key);

    /// Small facts that cost time to find, such as the number of faces of a source.
    [[nodiscard]] const std::string* fact(const std::string& key) const;
    void learned(const std::string& key, std::string value);

    /// Forgets all facts and files but those asked about or made since it was opened, and deletes
    /// files of an earlier run that are now not wanted, unless somebody changed them or they are
    /// among the inputs now.
    void drop_unused(const Inputs& inputs);

    /// Writes it into the folder when it changed. Errors: cannot_write.
    void keep();

private:
    struct Made {
        std::string key;
        std::string state;  ///< of the file as it was left
        bool operator==(const Made&) const = default;
    };
    [[nodiscard]] std::string state_of(const std::filesystem::path& file) const;

    std::filesystem::path folder_;
    std::map<std::string, Made> files_;
    std::map<std::string, std::string> facts_;
    mutable std::map<std::string, bool> used_files_, used_facts_;
    bool changed_ = false;
};

}  // namespace mediaedit::internal
