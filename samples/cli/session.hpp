// What all commands share: output, progress, Ctrl+C.
#pragma once

#include "exit_code.hpp"

#include <mediaedit/mediaedit.hpp>

#include <nlohmann/json.hpp>

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace cli {

using Json = nlohmann::ordered_json;

/// The flags that every command knows.
struct Common {
    bool json = false;
    bool quiet = false;
    std::string progress;  ///< "json" or empty
    std::string language;
    std::string if_exists = "refuse";
    int threads = 0;
};

/// Threads: `control`'s callback writes to stderr.
class Session {
public:
    Session(const Common& common, std::stop_token stop) : common_(common), stop_(std::move(stop)) {}

    [[nodiscard]] bool json() const { return common_.json; }
    [[nodiscard]] mediaedit::IfExists if_exists() const;

    [[nodiscard]] const std::stop_token& stop() const { return stop_; }

    /// Reports progress of the work on `files`, which must outlive it.
    [[nodiscard]] mediaedit::Control control(std::span<const std::string> files) const;

    /// A sentence for the person, on stdout. Nothing with --json or --quiet.
    void say(const std::string& sentence) const;

    /// The one JSON document.
    void print(const Json& document) const;

    /// A failure of the whole command: {"error": ...} or a sentence on stderr. Returns its exit
    /// code.
    ExitCode fail(const mediaedit::Error& error) const;

    /// A failure of one of several files, as a sentence on stderr; with --json it is in the
    /// document instead.
    void warn(const std::string& subject, const mediaedit::Error& error) const;

private:
    const Common& common_;
    std::stop_token stop_;
};

Json to_json(const mediaedit::Error& error);
Json to_json(const std::vector<mediaedit::Note>& notes);

/// Keeps the first failure's exit code.
void keep_first(ExitCode& code, ExitCode next) noexcept;

}  // namespace cli
