// mediaedit prepare: makes each photo for each placement.
#include "commands.hpp"
#include "edit_flags.hpp"
#include "recipe_file.hpp"
#include "report_json.hpp"
#include "targets.hpp"
#include "usage_error.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace cli {
namespace {

using namespace mediaedit;

struct PrepareRequest {
    std::vector<std::string> files;
    std::string ids;
    std::string folder;
    EditFlags flags;
    bool split = false;
};

/// Results and failures of all files.
struct Tally {
    ExitCode code = done;
    Json outputs = Json::array();
    Json errors = Json::array();

    void add(const Session& session, const Report& report, const std::string& placement) {
        outputs.push_back(to_json(report, placement));
        session.say(sentence(report, placement));
        const auto parts = report.further_parts.size() + 1;
        if (parts == 1) return;
        tell_part(outputs.back(), 1, parts);
        for (std::size_t i = 1; i < parts; ++i) {
            const auto& part = report.further_parts[i - 1];
            outputs.push_back(to_json(part, placement));
            tell_part(outputs.back(), i + 1, parts);
            session.say(sentence(part, placement));
        }
    }
    void add(const Session& session, Error error, const std::string& file,
             const std::string& placement) {
        if (error.code == ErrorCode::too_long)
            error.message.insert(error.message.size() - (error.message.ends_with(".") ? 1 : 0),
                                 " (--keep, --split)");
        Json entry{{"source", file}};
        if (!placement.empty()) entry["placement"] = placement;
        entry["error"] = cli::to_json(error);
        errors.push_back(entry);
        session.warn(placement.empty() ? file : file + ", " + placement, error);
        keep_first(code, exit_code_for(error.code));
    }

private:
    static void tell_part(Json& output, std::size_t part, std::size_t of) {
        output["part"] = part;
        output["parts"] = of;
    }
};

/// The files that the flags name. If a flag is wrong for the first photo, the command fails and
/// makes nothing.
std::vector<std::filesystem::path> inputs_of(const PrepareRequest& request, PixelSize canvas) {
    auto inputs = request.flags.inputs();
    for (const auto& file : request.files) {
        const auto info = probe(file);
        if (!info) continue;
        const auto named = files_of(request.flags.recipe_for(*info, canvas));
        inputs.insert(inputs.end(), named.begin(), named.end());
        break;
    }
    return inputs;
}

ExitCode run_prepare(const Session& session, PrepareRequest& request) {
    request.flags.read_base(session);
    const auto targets = find_targets(request.ids);
    const auto canvas = targets.front().size;
    if (request.flags.print_recipe) {
        print_recipe(
            request.flags.recipe_for(value_or_refuse(probe(request.files.front())), canvas));
        return done;
    }
    Tally tally;
    const auto recipe_for = [&](std::size_t, const MediaInfo& info) -> Result<Recipe> {
        try {
            return request.flags.recipe_for(info, canvas);
        } catch (const UsageError& refused) { return refused.error; }
    };
    const std::vector<std::filesystem::path> sources(request.files.begin(), request.files.end());
    const PrepareOptions options{
        session.if_exists(), request.flags.quality, request.flags.max_bytes,
        request.split ? TooLong::split : TooLong::refuse, inputs_of(request, canvas)};
    std::size_t reported = 0;
    prepare_all(sources, recipe_for, targets, request.folder, options,
                session.control(request.files),
                [&](std::size_t index, Result<std::vector<Result<Report>>> results) {
                    const auto& file = request.files[index];
                    ++reported;
                    if (!results) return tally.add(session, results.error(), file, "");
                    for (std::size_t i = 0; i < results->size(); ++i) {
                        const auto& result = (*results)[i];
                        if (result) tally.add(session, *result, targets[i].id);
                        else tally.add(session, result.error(), file, targets[i].id);
                    }
                });
    if (reported < sources.size()) keep_first(tally.code, cancelled);  // the others were not begun
    if (session.json()) session.print({{"outputs", tally.outputs}, {"errors", tally.errors}});
    return tally.code;
}

}  // namespace

void add_prepare(CLI::App& program, Actions& actions) {
    auto* command = program.add_subcommand("prepare", tr("make the right file for each placement"))
                        ->fallthrough();
    auto request = std::make_shared<PrepareRequest>();
    add_files(*command, request->files, tr("photos and videos"));
    command->add_option("--for", request->ids, tr("the placements, see: mediaedit placements"))
        ->type_name("ID[,ID...]")
        ->required();
    command->add_option("-o,--output", request->folder, tr("the folder for the results"))
        ->type_name("DIR")
        ->required();
    command->add_flag("--split", request->split,
                      tr("make several files of a video that is longer than the placement takes"));
    request->flags.add_to(*command);
    command->footer(tr("Example:") +
                    "\n  mediaedit prepare photo.jpg --for instagram-feed-portrait,facebook-link "
                    "-o results --text \"Kerja bakti\" --text-at bottom");
    actions["prepare"] = [request](const Session& session) {
        return run_prepare(session, *request);
    };
}

}  // namespace cli
