// mediaedit trim: cuts one part out of a video, to the frame.
#include "commands.hpp"
#include "recipe_file.hpp"
#include "report_json.hpp"
#include "usage_error.hpp"
#include "values.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace cli {
namespace {

using namespace mediaedit;

struct TrimRequest {
    std::string file;
    std::string output;
    std::string from, to;
    bool print_recipe = false;
};

/// A photo has no parts. Probing a video takes much of the time of a short trim. So it is only done
/// when the result's name is not a video's, or when the trim failed.
void refuse_photo(const TrimRequest& request) {
    const auto info = probe(request.file);
    if (info && info->kind == MediaKind::photo)
        refuse(tr("{file} is no video, so no part of it can be kept.", {{"file", request.file}}),
               request.file);
}

ExitCode run_trim(const Session& session, const TrimRequest& request) {
    if (request.from.empty() && request.to.empty())
        refuse(tr("Tell where the part begins (--from) or ends (--to)."), "--from");
    TimeRange part;
    if (!request.from.empty()) part.start = parse_time(request.from, "--from");
    if (!request.to.empty()) part.end = parse_time(request.to, "--to");
    if (part.end && *part.end <= part.start) refuse(tr("--to must lie behind --from."), "--to");
    Recipe recipe;
    recipe.keep = {part};
    if (request.print_recipe) {
        print_recipe(recipe);
        return done;
    }
    if (std::filesystem::path(request.output).extension() != ".mp4") refuse_photo(request);
    const auto report = export_media(request.file, recipe, {request.output, session.if_exists()},
                                     session.control({&request.file, 1}));
    if (!report) {
        refuse_photo(request);
        return session.fail(report.error());
    }
    if (session.json()) session.print(to_json(*report, ""));
    session.say(sentence(*report, ""));
    return done;
}

}  // namespace

void add_trim(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("trim", tr("keep one part of a video, exact to the picture"))
            ->fallthrough();
    auto request = std::make_shared<TrimRequest>();
    command->add_option("file", request->file, tr("a video"))->type_name("FILE")->required();
    command->add_option("--from", request->from, tr("where the part begins, such as 3.5 or 1:02.5"))
        ->type_name("T");
    command->add_option("--to", request->to, tr("where it ends"))->type_name("T");
    command->add_option("-o,--output", request->output, tr("the result, an .mp4"))
        ->type_name("OUT")
        ->required();
    command->add_flag("--print-recipe", request->print_recipe, tr("show the recipe and stop"));
    command->footer(tr("Example:") + "\n  mediaedit trim clip.mp4 --from 3.5 --to 12 -o part.mp4");
    actions["trim"] = [request](const Session& session) { return run_trim(session, *request); };
}

}  // namespace cli
