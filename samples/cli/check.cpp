// mediaedit check: does a file fit a placement?
#include "commands.hpp"
#include "recipe_file.hpp"
#include "severity.hpp"
#include "targets.hpp"
#include "usage_error.hpp"

#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct CheckRequest {
    std::string file;
    std::string ids;
    std::string recipe_file;
};

Json finding_json(const Finding& finding, const std::string& placement) {
    return {{"placement", placement},
            {"code", finding.code},
            {"severity", word_of(finding.severity)},
            {"message", finding.message},
            {"fix", finding.fix}};
}

void say(const Session& session, const Finding& finding, const std::string& placement) {
    session.say(placement + ": " + name_of(finding.severity) + ": " + finding.message +
                (finding.fix.empty() ? "" : " " + finding.fix));
}

ExitCode run_check(const Session& session, const CheckRequest& request) {
    std::optional<Recipe> recipe;
    if (!request.recipe_file.empty()) recipe = read_any_recipe(request.recipe_file, session);
    ExitCode code = done;
    auto list = Json::array();
    for (const auto& placement : find_targets(request.ids)) {
        const auto findings =
            check(request.file, placement, recipe, session.control({&request.file, 1}));
        if (!findings) return session.fail(findings.error());
        if (findings->empty())
            session.say(tr("{placement}: it fits.", {{"placement", placement.id}}));
        for (const auto& finding : *findings) {
            list.push_back(finding_json(finding, placement.id));
            say(session, finding, placement.id);
            if (finding.severity == Severity::error) code = does_not_fit;
        }
    }
    if (session.json()) session.print({{"file", request.file}, {"findings", list}});
    return code;
}

}  // namespace

void add_check(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("check", tr("does this file fit the placement?"))->fallthrough();
    auto request = std::make_shared<CheckRequest>();
    command->add_option("file", request->file, tr("a photo or video"))
        ->type_name("FILE")
        ->required();
    command->add_option("--for", request->ids, tr("the placements, see: mediaedit placements"))
        ->type_name("ID[,ID...]")
        ->required();
    command
        ->add_option("--recipe", request->recipe_file,
                     tr("also check this recipe's texts; - for standard input"))
        ->type_name("R.json");
    command->footer(tr("Example:") +
                    "\n  mediaedit check photo.jpg --for instagram-feed-portrait\n  mediaedit "
                    "check video.mp4 --for instagram-reel");
    actions["check"] = [request](const Session& session) { return run_check(session, *request); };
}

}  // namespace cli
