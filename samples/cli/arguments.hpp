// The command line taken apart: which flag has which value. CLI11 describes the flags and writes
// the help; its own way of telling values from flags differs from version to version, and takes a
// flag for a value.
#pragma once

#include <CLI/CLI.hpp>

#include <mediaedit/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// One flag with its value, or one file, as it stands in the line.
struct Given {
    CLI::Option* option = nullptr;
    std::string spelled;  ///< "--text", "-o", or the name of what the file is
    std::string value;
};

/// A whole line. Wishes for help are told even when the rest of the line is wrong.
struct Line {
    CLI::App* command = nullptr;  ///< null: none is named
    bool help = false, version = false, json = false;
    std::vector<Given> given;
    std::optional<mediaedit::Error> wrong;  ///< the first thing that is wrong
};

/// The rules: a value stands behind its flag or behind `=`; one that begins with `--` only behind
/// `=`. `--x=` gives an empty value. Behind `--` all are files. A flag's callback is not called
/// yet.
Line read_line(CLI::App& program, const std::vector<std::string>& words);

/// Gives each flag its value, in the order of the line. Errors: UsageError, for what is wrong with
/// the line first.
void carry_out(const Line& line, const CLI::App& program);

}  // namespace cli
