// mediaedit frame: one still picture of a video.
#include "commands.hpp"
#include "report_json.hpp"
#include "values.hpp"

#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct FrameRequest {
    std::string file;
    std::string at;
    std::string output;
};

ExitCode run_frame(const Session& session, const FrameRequest& request) {
    const auto report =
        export_frame(request.file, parse_time(request.at, "--at"),
                     {request.output, session.if_exists()}, session.control({&request.file, 1}));
    if (!report) {
        auto error = report.error();
        if (error.where == "at") error.where = "--at";
        return session.fail(error);
    }
    if (session.json()) session.print(to_json(*report, ""));
    session.say(sentence(*report, ""));
    return done;
}

}  // namespace

void add_frame(CLI::App& program, Actions& actions) {
    auto* command = program.add_subcommand("frame", tr("save one picture of a video, as a cover"))
                        ->fallthrough();
    auto request = std::make_shared<FrameRequest>();
    command->add_option("file", request->file, tr("a video"))->type_name("FILE")->required();
    command->add_option("--at", request->at, tr("when it is shown, such as 3.5 or 1:02.5"))
        ->type_name("T")
        ->required();
    command
        ->add_option("-o,--output", request->output,
                     tr("the result; its ending chooses the format: jpg png webp avif"))
        ->type_name("OUT")
        ->required();
    command->footer(tr("Example:") + "\n  mediaedit frame clip.mp4 --at 2.5 -o cover.jpg");
    actions["frame"] = [request](const Session& session) { return run_frame(session, *request); };
}

}  // namespace cli
