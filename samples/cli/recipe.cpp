// mediaedit recipe: is this recipe right, and how is it written canonically?
#include "commands.hpp"
#include "usage_error.hpp"

#include <iostream>
#include <memory>

namespace cli {

void add_recipe(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("recipe", mediaedit::tr("check a recipe and print it in its canonical form"))->fallthrough();
    auto file = std::make_shared<std::string>();
    command->add_option("file", *file, mediaedit::tr("a recipe"))->type_name("R.json")->required();
    command->footer(mediaedit::tr("Example:") + "\n  mediaedit recipe recipe.json");
    command->callback([&chosen, file] {
        chosen = [file](const Session&) {
            std::cout << mediaedit::to_json(value_or_refuse(mediaedit::read_recipe(*file)));
            return done;
        };
    });
}

}  // namespace cli
