// mediaedit recipe: is this recipe right, and how is it written canonically?
#include "commands.hpp"
#include "recipe_file.hpp"

#include <memory>

namespace cli {

void add_recipe(CLI::App& program, Actions& actions) {
    using mediaedit::tr;
    auto* command =
        program.add_subcommand("recipe", tr("check a recipe and print it in its canonical form"))
            ->fallthrough();
    auto file = std::make_shared<std::string>();
    command->add_option("file", *file, tr("a recipe, or - for standard input"))
        ->type_name("R.json")
        ->required();
    command->footer(tr("Example:") + "\n  mediaedit recipe recipe.json");
    actions["recipe"] = [file](const Session& session) {
        print_recipe(read_any_recipe(*file, session));
        return done;
    };
}

}  // namespace cli
