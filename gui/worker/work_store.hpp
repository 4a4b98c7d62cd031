// What the program keeps between two starts: settings and unfinished work, in the person's own
// folders.
#pragma once

#include "model/facts.hpp"
#include "model/settings.hpp"
#include "model/work.hpp"

#include <mediaedit/result.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sunting {

/// To text and back. Errors: bad_recipe.
std::string to_json(const Work& work);
mediaedit::Result<Work> work_from_json(std::string_view json);
std::string to_json(const Settings& settings);
mediaedit::Result<Settings> settings_from_json(std::string_view json);

/// Uses the XDG folders. Each file is replaced as a whole or not at all. Threads: any, one call for
/// a file at a time.
class WorkStore {
public:
    WorkStore();
    explicit WorkStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The stored settings. Broken or missing values have their defaults.
    [[nodiscard]] Settings settings() const;
    /// Errors: cannot_write.
    mediaedit::Result<bool> keep(const Settings& settings) const;

    mediaedit::Result<bool> keep(const Work& work) const;
    [[nodiscard]] mediaedit::Result<Work> read(const std::string& id) const;
    void forget(const std::string& id) const;
    /// The newest first, at most 20; older ones are deleted.
    [[nodiscard]] std::vector<EarlierWork> earlier() const;

    /// Stores which work is open, so that the next start offers it if this run crashes. Empty:
    /// none.
    void now_working_on(const std::string& id) const;
    /// The open work of the last run, if that did not end normally.
    [[nodiscard]] std::string interrupted() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// The default folder for results: in the person's pictures folder.
std::filesystem::path standard_results_folder();

}  // namespace sunting
