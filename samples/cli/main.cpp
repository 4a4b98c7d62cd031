// The command `mediaedit`: the library with flags. Its contract is docs/command-line.md.
#include "commands.hpp"
#include "edit_flags.hpp"
#include "usage_error.hpp"

#include <algorithm>
#include <exception>
#include <iostream>

namespace cli {
namespace {

using namespace mediaedit;

/// --lang must be known before the help texts are made; without it the environment is followed.
std::string language_in(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with("--lang=")) return arguments[i].substr(7);
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return arguments[i + 1];
    }
    return {};
}

/// Without CLI11's own list in the help, which names the choices already.
CLI::Validator one_of(std::vector<std::string> words) { return CLI::Validator(CLI::IsMember(std::move(words))).description(""); }

void add_common(CLI::App& program, Common& common) {
    program.add_flag("--json", common.json, tr("one JSON document on standard output, for programs"));
    program.add_flag("--quiet", common.quiet, tr("say nothing but errors"));
    program.add_option("--progress", common.progress, tr("json: one JSON object a line on standard error"))->type_name("json")->check(one_of({"json"}));
    program.add_option("--lang", common.language, tr("the language of messages"))->type_name("id|en")->check(one_of({"id", "en"}));
    program.add_option("--threads", common.threads, tr("work on at most so many things at once"))->type_name("N")->check(CLI::Range(1, 256).description(""));
    program.add_option("--if-exists", common.if_exists, tr("when a result's name is taken"))->type_name("refuse|replace|number")->check(one_of({"refuse", "replace", "number"}));
    program.set_version_flag("--version", std::string("mediaedit ") + version(), tr("the version"));
    program.set_help_flag("-h,--help", tr("this help"));
    // The library's own words; commands take them over from here.
    for (const auto& [word, own] : {std::pair{"Usage", tr("Usage")}, {"OPTIONS", tr("OPTIONS")}, {"SUBCOMMAND", tr("COMMAND")}, {"Options", tr("Options")},
             {"Positionals", tr("Files")}, {"Subcommands", tr("Commands")}, {"REQUIRED", tr("REQUIRED")}})
        program.get_formatter()->label(word, own);
}

/// CLI11's own sentences are English only.
Error translate(const CLI::ParseError& problem) {
    const std::string detail = problem.what();
    const auto flag = detail.substr(0, detail.find(':'));
    std::string message;
    if (dynamic_cast<const CLI::RequiredError*>(&problem)) {
        message = flag.find("subcommand") != flag.npos ? tr("Which command? See: mediaedit --help.") : tr("{flag} is missing; see --help.", {{"flag", flag.substr(0, flag.find(' '))}});
    } else if (dynamic_cast<const CLI::ExtrasError*>(&problem)) {
        const auto at = detail.rfind(": ");
        message = tr("{flag} is not known here; see --help.", {{"flag", at == detail.npos ? detail : detail.substr(at + 2)}});
    } else if (dynamic_cast<const CLI::ArgumentMismatch*>(&problem)) {
        message = tr("{flag} has too few or too many values; see --help.", {{"flag", flag.substr(0, flag.find(' '))}});
    } else {
        message = tr("{flag} has a value that cannot be used; see --help.", {{"flag", flag}});
    }
    return {ErrorCode::bad_argument, message, flag, detail};
}

int run(std::vector<std::string> arguments) {
    const InterruptWatch interrupt;
    set_language(language_in(arguments));
    const bool wants_json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    arguments = settle_optional_values(std::move(arguments));
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them

    Common common;
    Action action;
    CLI::App program(tr("Simple photo and video edits for social media, done exactly."), "mediaedit");
    program.require_subcommand(1);
    program.option_defaults()->group(tr("Options"));
    add_common(program, common);
    add_prepare(program, action);
    add_edit(program, action);
    add_trim(program, action);
    add_frame(program, action);
    add_faces(program, action);
    add_probe(program, action);
    add_check(program, action);
    add_caption(program, action);
    add_placements(program, action);
    add_recipe(program, action);
    add_post(program, action);
    try {
        program.parse(std::move(arguments));
    } catch (const CLI::Success& wish) {
        return program.exit(wish);  // --help, --version
    } catch (const CLI::ParseError& problem) {
        common.json = wants_json;
        return Session(common, {}).fail(translate(problem));
    } catch (const UsageError& refused) {
        common.json = wants_json;
        return Session(common, {}).fail(refused.error);
    }
    const Session session(common, interrupt.token());
    try {
        return action(session);
    } catch (const UsageError& refused) {
        return session.fail(refused.error);
    }
}

}  // namespace
}  // namespace cli

int main(int count, char** values) {
    try {
        const int code = cli::run({values + 1, values + count});
        std::cout.flush();
        if (!std::cout) return cli::bad_output;
        return code;
    } catch (const std::exception& problem) {
        std::cerr << mediaedit::tr("Something went wrong inside the program; your files are unchanged.") << " (" << problem.what() << ")\n";
        return cli::our_fault;
    }
}
