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

/// As text and back. Errors: bad_recipe.
std::string to_json(const Work& work);
mediaedit::Result<Work> work_from_json(std::string_view json);
std::string to_json(const Settings& settings);
mediaedit::Result<Settings> settings_from_json(std::string_view json);

/// Folders by the XDG rules; each file is replaced whole or not at all. Threads: any, one call for
/// a file at a time.
class WorkStore {
public:
    WorkStore();
    explicit WorkStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Those of the last start; what is broken or absent is as at the first one.
    [[nodiscard]] Settings settings() const;
    /// Errors: cannot_write.
    mediaedit::Result<bool> keep(const Settings& settings) const;

    mediaedit::Result<bool> keep(const Work& work) const;
    [[nodiscard]] mediaedit::Result<Work> read(const std::string& id) const;
    void forget(const std::string& id) const;
    /// The newest first, 20 at most; older ones are forgotten.
    [[nodiscard]] std::vector<EarlierWork> earlier() const;

    /// Which work is open, so that the next start knows of it when this one ends without a word.
    /// Empty: none.
    void now_working_on(const std::string& id) const;
    /// Of the last run, when it did not end by itself.
    [[nodiscard]] std::string interrupted() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// Where results go when nothing else is said: the pictures folder of the person.
std::filesystem::path standard_results_folder();

}  // namespace sunting
