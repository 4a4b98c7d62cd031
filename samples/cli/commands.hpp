// The commands. Each adds itself to the program; what it shall do is kept until the whole line is read.
#pragma once

#include "session.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace cli {

/// What the chosen command does; gives the exit code. Errors: UsageError.
using Action = std::function<ExitCode(const Session&)>;

void add_faces(CLI::App& program, Action& chosen);
void add_probe(CLI::App& program, Action& chosen);
void add_placements(CLI::App& program, Action& chosen);
void add_prepare(CLI::App& program, Action& chosen);
void add_edit(CLI::App& program, Action& chosen);
void add_trim(CLI::App& program, Action& chosen);
void add_frame(CLI::App& program, Action& chosen);
void add_check(CLI::App& program, Action& chosen);
void add_caption(CLI::App& program, Action& chosen);
void add_recipe(CLI::App& program, Action& chosen);
void add_post(CLI::App& program, Action& chosen);

}  // namespace cli
