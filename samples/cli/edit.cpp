// mediaedit edit: one file, one result.
#include "commands.hpp"
#include "edit_flags.hpp"
#include "recipe_file.hpp"
#include "report_json.hpp"
#include "usage_error.hpp"

#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct EditRequest {
    std::string file;
    std::string output;
    EditFlags flags;
};

ExitCode run_edit(const Session& session, EditRequest& request) {
    request.flags.read_base(session);
    const auto control = session.control({&request.file, 1});
    const auto info = probe(request.file, control);
    if (!info) return session.fail(info.error());
    const auto recipe = request.flags.recipe_for(*info, {});
    if (request.flags.print_recipe) {
        print_recipe(recipe);
        return done;
    }
    const Output output{.file = request.output,
                        .if_exists = session.if_exists(),
                        .quality = request.flags.quality,
                        .max_bytes = request.flags.max_bytes,
                        .inputs = request.flags.inputs()};
    const auto report = export_media(request.file, recipe, output, control);
    if (!report) return session.fail(report.error());
    if (session.json()) session.print(to_json(*report, ""));
    session.say(sentence(*report, ""));
    return done;
}

}  // namespace

void add_edit(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("edit", tr("make one result of one file"))->fallthrough();
    auto request = std::make_shared<EditRequest>();
    command->add_option("file", request->file, tr("a photo or video"))
        ->type_name("FILE")
        ->required();
    command
        ->add_option(
            "-o,--output", request->output,
            tr("the result; its ending chooses the format: jpg png webp avif, or mp4 for a video"))
        ->type_name("OUT")
        ->required();
    request->flags.add_to(*command);
    command->footer(
        tr("Example:") +
        "\n  mediaedit edit photo.jpg -o square.jpg --resize 1080x1080 --fit blur --turn right");
    actions["edit"] = [request](const Session& session) { return run_edit(session, *request); };
}

}  // namespace cli
