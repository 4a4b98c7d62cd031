// What the edit flags share.
#pragma once

#include "usage_error.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/recipe.hpp>

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <utility>
#include <variant>

namespace cli {

/// A flag with a value that may be repeated; `use` runs at each, in the order of the command line.
inline void add_repeatable(CLI::App& command, const std::string& name,
                           const std::string& value_name, const std::string& help,
                           std::function<void(const std::string&)> use) {
    command.add_option_function<std::string>(name, std::move(use), help)
        ->type_name(value_name)
        ->trigger_on_parse()
        ->group(mediaedit::tr("Edit"));
}

/// The last overlay of a kind, which `flag` changes and `maker` adds. Errors: UsageError.
template <class OneOverlay>
OneOverlay& last_overlay(mediaedit::Recipe& recipe, const std::string& flag,
                         const std::string& maker) {
    for (auto overlay = recipe.overlays.rbegin(); overlay != recipe.overlays.rend(); ++overlay)
        if (auto* found = std::get_if<OneOverlay>(&*overlay)) return *found;
    refuse(mediaedit::tr("{flag} needs a {maker} before it.", {{"flag", flag}, {"maker", maker}}),
           flag);
}

}  // namespace cli
