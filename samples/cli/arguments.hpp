// Splits the command line into flags and values. CLI11 only declares the flags and writes the help:
// how it tells values from flags differs between versions, and it takes flags for values.
#pragma once

#include <CLI/CLI.hpp>

#include <mediaedit/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// One flag with its value, or one file, in the order of the command line.
struct Given {
    CLI::Option* option = nullptr;
    std::string spelled;  ///< "--text", "-o", or the name of what the file is
    std::string value;
};

/// A whole command line. A request for help counts even if the rest is wrong.
struct Line {
    CLI::App* command = nullptr;  ///< null: none was named
    bool help = false, version = false, json = false;
    std::vector<Given> given;
    std::optional<mediaedit::Error> wrong;  ///< the first error
};

/// A value follows its flag, or `=`; a value that begins with `--` only `=`. `--x=` gives an empty
/// value. After `--` all words are files. Does not call the flags' callbacks.
Line read_line(CLI::App& program, const std::vector<std::string>& words);

/// Passes each flag its value, in the order of the command line. Errors: UsageError for the first
/// error of the command line.
void carry_out(const Line& line, const CLI::App& program);

}  // namespace cli
