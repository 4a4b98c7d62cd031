// The command `mediaedit`: the library with flags. Its contract is docs/apps/command-line.md.
#include "arguments.hpp"
#include "commands.hpp"
#include "system/interrupt_watch.hpp"
#include "usage_error.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <new>
#include <system_error>

namespace cli {
namespace {

using namespace mediaedit;

/// --lang must be known before the help texts are made. Without it the environment decides.
std::string language_in(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        if (arguments[i].starts_with("--lang=")) return arguments[i].substr(7);
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return arguments[i + 1];
    }
    return {};
}

/// The help text names the choices already, so CLI11's list is left out.
CLI::Validator one_of(std::vector<std::string> words) {
    return CLI::Validator(CLI::IsMember(std::move(words))).description("");
}

/// Since version 2.5, CLI11 joins and wraps the lines of a footer, and ours hold examples.
template <class Formatter>
void keep_lines_of_footers(Formatter& formatter) {
    if constexpr (requires { formatter.enable_footer_formatting(false); })
        formatter.enable_footer_formatting(false);
}

void add_common(CLI::App& program, Common& common) {
    program.add_flag("--json", common.json,
                     tr("one JSON document on standard output, for programs"));
    program.add_flag("--quiet", common.quiet, tr("say nothing but errors"));
    program
        .add_option("--progress", common.progress,
                    tr("json: one JSON object a line on standard error"))
        ->type_name("json")
        ->check(one_of({"json"}));
    program.add_option("--lang", common.language, tr("the language of messages"))
        ->type_name("id|en")
        ->check(one_of({"id", "en"}));
    program.add_option("--threads", common.threads, tr("work on at most so many things at once"))
        ->type_name("N")
        ->check(CLI::Range(1, 256).description(""));
    program.add_option("--if-exists", common.if_exists, tr("when a result's name is taken"))
        ->type_name("refuse|replace|number")
        ->check(one_of({"refuse", "replace", "number"}));
    program.set_version_flag("--version", std::string("mediaedit ") + version(), tr("the version"));
    program.set_help_flag("-h,--help", tr("this help"));
    keep_lines_of_footers(*program.get_formatter());
    // CLI11's own words; commands copy them from here.
    for (const auto& [word, own] : {std::pair{"Usage", tr("Usage")},
                                    {"OPTIONS", tr("OPTIONS")},
                                    {"SUBCOMMAND", tr("COMMAND")},
                                    {"Options", tr("Options")},
                                    {"Positionals", tr("Files")},
                                    {"Subcommands", tr("Commands")},
                                    {"REQUIRED", tr("REQUIRED")}})
        program.get_formatter()->label(word, own);
}

ExitCode tell_help(const Session& session, const CLI::App& program, const CLI::App* command) {
    const auto text = command ? command->help(program.get_name()) : program.help();
    if (session.json())
        session.print({{"command", command ? command->get_name() : ""}, {"help", text}});
    else std::cout << text;
    return done;
}

ExitCode tell_version(const Session& session) {
    if (session.json()) session.print({{"name", "mediaedit"}, {"version", version()}});
    else std::cout << "mediaedit " << version() << '\n';
    return done;
}

void add_commands(CLI::App& program, Actions& actions) {
    add_prepare(program, actions);
    add_edit(program, actions);
    add_trim(program, actions);
    add_frame(program, actions);
    add_faces(program, actions);
    add_probe(program, actions);
    add_check(program, actions);
    add_caption(program, actions);
    add_placements(program, actions);
    add_recipe(program, actions);
    add_post(program, actions);
}

ExitCode run(const std::vector<std::string>& words) {
    const InterruptWatch interrupt;
    set_language(language_in(words));
    Common common;
    Actions actions;
    CLI::App program(tr("Simple photo and video edits for social media, done exactly."),
                     "mediaedit");
    program.require_subcommand(1);
    program.option_defaults()->group(tr("Options"));
    add_common(program, common);
    add_commands(program, actions);
    program.footer(tr("Example:") +
                   "\n  mediaedit prepare photo.jpg --for instagram-feed-portrait,facebook-link -o "
                   "results\n  mediaedit edit --help");

    const auto line = read_line(program, words);
    common.json = line.json;
    const Session session(common, interrupt.token());
    if (line.help) return tell_help(session, program, line.command);
    if (line.version) return tell_version(session);
    try {
        carry_out(line, program);
        return actions.at(line.command->get_name())(session);
    } catch (const UsageError& refused) { return session.fail(refused.error); }
}

/// An unexpected error, such as out of memory at the start: still one document or one sentence.
ExitCode fail_unexpectedly(const std::vector<std::string>& words, ErrorCode code,
                           const std::string& message, const char* detail) noexcept {
    try {
        Common common;
        common.json = std::find(words.begin(), std::find(words.begin(), words.end(), "--"),
                                "--json") != std::find(words.begin(), words.end(), "--");
        return Session(common, {}).fail({code, message, {}, detail});
    } catch (...) { return exit_code_for(code); }
}

}  // namespace
}  // namespace cli

int main(int count, char** values) {
    using namespace mediaedit;
    const std::vector<std::string> words(values + std::min(count, 1), values + count);
    int code = cli::done;
    try {
        code = cli::run(words);
    } catch (const std::bad_alloc&) {
        code = cli::fail_unexpectedly(
            words, ErrorCode::too_large,
            tr("There is not enough memory for this file; nothing was written."), "bad_alloc");
    } catch (const std::system_error& problem) {
        // Its own messages are in the current language; a log must not be.
        const auto detail = std::string(problem.code().category().name()) + ' ' +
                            std::to_string(problem.code().value());
        code = cli::fail_unexpectedly(
            words, ErrorCode::internal,
            tr("Something went wrong inside the program; your files are unchanged."),
            detail.c_str());
    } catch (const std::exception& problem) {
        code = cli::fail_unexpectedly(
            words, ErrorCode::internal,
            tr("Something went wrong inside the program; your files are unchanged."),
            problem.what());
    }
    std::cout.flush();
    return std::cout ? code : cli::bad_output;
}
