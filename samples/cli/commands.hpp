// The commands. Each adds itself to the program. It runs after the whole command line is read.
#pragma once

#include "session.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cli {

/// Runs the chosen command. Returns the exit code. Errors: UsageError.
using Action = std::function<ExitCode(const Session&)>;

/// By the command's name.
using Actions = std::map<std::string, Action>;

/// Files that a command takes, one or more, in the order given.
void add_files(CLI::App& command, std::vector<std::string>& files, const std::string& help);

void add_faces(CLI::App& program, Actions& actions);
void add_probe(CLI::App& program, Actions& actions);
void add_placements(CLI::App& program, Actions& actions);
void add_prepare(CLI::App& program, Actions& actions);
void add_edit(CLI::App& program, Actions& actions);
void add_trim(CLI::App& program, Actions& actions);
void add_frame(CLI::App& program, Actions& actions);
void add_check(CLI::App& program, Actions& actions);
void add_caption(CLI::App& program, Actions& actions);
void add_recipe(CLI::App& program, Actions& actions);
void add_post(CLI::App& program, Actions& actions);

}  // namespace cli
