// mediaedit prepare: each photo for each placement. The main job.
#include "commands.hpp"
#include "edit_flags.hpp"
#include "report_json.hpp"
#include "targets.hpp"
#include "usage_error.hpp"

#include <iostream>
#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct Request {
    std::vector<std::string> files;
    std::string ids;
    std::string folder;
    EditFlags flags;
};

/// What has been made and what failed, over all files.
struct Tally {
    ExitCode code = done;
    Json outputs = Json::array();
    Json errors = Json::array();

    void add(const Session& session, const Report& report, const std::string& placement) {
        outputs.push_back(to_json(report, placement));
        session.say(sentence(report, placement));
    }
    void add(const Session& session, const Error& error, const std::string& file, const std::string& placement) {
        Json entry{{"source", file}};
        if (!placement.empty()) entry["placement"] = placement;
        entry["error"] = cli::to_json(error);
        errors.push_back(entry);
        session.warn(placement.empty() ? file : file + ", " + placement, error);
        keep_first(code, exit_code_for(error.code));
    }
};

void prepare_file(const Session& session, const Request& request, const std::vector<Placement>& targets, std::size_t index, Tally& tally) {
    const auto& file = request.files[index];
    const auto control = session.control(file, index, request.files.size());
    const auto info = probe(file, control);
    if (!info) return tally.add(session, info.error(), file, "");
    const auto recipe = request.flags.recipe_for(*info, targets.front().size);
    const auto results = prepare(file, recipe, targets, request.folder, {session.if_exists(), request.flags.quality, request.flags.max_bytes}, control);
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i]) tally.add(session, *results[i], targets[i].id);
        else tally.add(session, results[i].error(), file, targets[i].id);
    }
}

ExitCode run(const Session& session, const Request& request) {
    const auto targets = find_targets(request.ids);
    if (request.flags.print_recipe) {
        std::cout << to_json(request.flags.recipe_for(value_or_refuse(probe(request.files.front())), targets.front().size));
        return done;
    }
    Tally tally;
    for (std::size_t i = 0; i < request.files.size() && tally.code != cancelled; ++i) prepare_file(session, request, targets, i, tally);
    if (session.json()) session.print({{"outputs", tally.outputs}, {"errors", tally.errors}});
    return tally.code;
}

}  // namespace

void add_prepare(CLI::App& program, Action& chosen) {
    auto* command = program.add_subcommand("prepare", tr("make the right file for each placement"))->fallthrough();
    auto request = std::make_shared<Request>();
    command->add_option("files", request->files, tr("photos"))->type_name("FILE")->required();
    command->add_option("--for", request->ids, tr("the placements, see: mediaedit placements"))->type_name("ID[,ID...]")->required();
    command->add_option("-o,--output", request->folder, tr("the folder for the results"))->type_name("DIR")->required();
    request->flags.add_to(*command);
    command->footer(tr("Example:") + "\n  mediaedit prepare photo.jpg --for instagram-feed-portrait,facebook-link -o results --text \"Kerja bakti\" --text-at bottom");
    command->callback([&chosen, request] { chosen = [request](const Session& session) { return run(session, *request); }; });
}

}  // namespace cli
