// Splits the command line into flags and values.
#include "arguments.hpp"

#include "commands.hpp"
#include "edit_flags.hpp"
#include "usage_error.hpp"

#include <mediaedit/mediaedit.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace cli {
namespace {

using namespace mediaedit;

/// For these an empty value is the same as leaving the flag out, so that a script can pass
/// variables.
constexpr std::string_view may_be_empty[] = {"--kind", "--office-phone"};

Error usage_error(std::string message, std::string where) {
    return {ErrorCode::bad_argument, std::move(message), std::move(where), {}};
}

bool is_flag(const CLI::Option& option) { return option.get_items_expected_max() == 0; }

bool may_repeat(const CLI::Option& option) { return option.get_trigger_on_parse(); }

std::vector<CLI::Option*> positionals_of(CLI::App& command) {
    std::vector<CLI::Option*> files;
    for (auto* option : command.get_options([](CLI::Option*) { return true; }))
        if (option->get_positional()) files.push_back(option);
    return files;
}

class LineReader {
public:
    LineReader(CLI::App& program, const std::vector<std::string>& words)
        : program_(program), words_(words) {}

    Line read() {
        bool only_files = false;
        while (at_ < words_.size()) {
            const auto& word = words_[at_++];
            if (!only_files && word == "--") only_files = true;
            else if (only_files || word == "-" || !word.starts_with('-')) read_bare_word(word);
            else if (word.starts_with("--")) read_long(word);
            else read_short(word);
        }
        if (!line_.command) wrong(tr("Which command? See: mediaedit --help."), "");
        else require_what_is_missing();
        return std::move(line_);
    }

private:
    void wrong(std::string message, std::string where) {
        if (!line_.wrong) line_.wrong = usage_error(std::move(message), std::move(where));
    }

    [[nodiscard]] CLI::Option* find(const std::string& flag) {
        auto* own = line_.command ? line_.command->get_option_no_throw(flag) : nullptr;
        return own ? own : program_.get_option_no_throw(flag);
    }

    void read_bare_word(const std::string& word) {
        if (!line_.command) {
            for (auto* command : program_.get_subcommands({}))
                if (command->get_name() == word) line_.command = command;
            if (!line_.command)
                wrong(tr("{value} is no command; see: mediaedit --help.", {{"value", word}}), "");
            return;
        }
        for (auto* file : positionals_of(*line_.command)) {
            if (!may_repeat(*file) && is_given(*file)) continue;
            if (word.empty())
                wrong(tr("{flag} is empty; name a file.", {{"flag", file->get_name()}}),
                      file->get_name());
            line_.given.push_back({file, file->get_name(), word});
            return;
        }
        wrong(tr("{value} is one word too many; a value with spaces stands in quotes. See --help.",
                 {{"value", word}}),
              word);
    }

    void read_long(const std::string& word) {
        const auto equals = word.find('=');
        const auto flag = word.substr(0, equals);
        auto* option = find(flag);
        if (!option)
            return wrong(tr("{flag} is not known here; see --help.", {{"flag", flag}}), flag);
        if (equals == word.npos) return read_value(*option, flag);
        add(*option, flag, word.substr(equals + 1));
    }

    /// "-o FILE", "-oFILE", "-o=FILE".
    void read_short(const std::string& word) {
        const auto flag = word.substr(0, 2);
        auto* option = find(flag);
        if (!option || (is_flag(*option) && word.size() > 2))
            return wrong(tr("{value} looks like a flag that is not known here; write a file of "
                            "this name as ./{value}, or "
                            "behind --.",
                            {{"value", word}}),
                         word);
        if (word.size() == 2) return read_value(*option, flag);
        add(*option, flag, word.substr(word[2] == '=' ? 3 : 2));
    }

    /// The value of a flag that stands without `=`.
    void read_value(CLI::Option& option, const std::string& flag) {
        if (is_flag(option)) return add_flag(option, flag, "");
        const auto* next = at_ < words_.size() ? &words_[at_] : nullptr;
        if (auto own = value_when_alone(flag, next)) return add(option, flag, std::move(*own));
        if (!next)
            return wrong(tr("{flag} needs a value behind it; see --help.", {{"flag", flag}}), flag);
        if (next->starts_with("--"))
            return wrong(tr("{flag} needs a value behind it; one that begins with -- is written "
                            "{flag}={value}.",
                            {{"flag", flag}, {"value", *next}}),
                         flag);
        ++at_;
        add(option, flag, *next);
    }

    void add(CLI::Option& option, const std::string& flag, std::string value) {
        if (is_flag(option)) return add_flag(option, flag, value);
        if (value.empty() && std::ranges::find(may_be_empty, flag) == std::end(may_be_empty))
            wrong(tr("The value of {flag} is empty; give one, or leave {flag} out.",
                     {{"flag", flag}}),
                  flag);
        if (!may_repeat(option) && is_given(option))
            wrong(tr("{flag} is given twice; once is enough.", {{"flag", flag}}), flag);
        line_.given.push_back({&option, flag, std::move(value)});
    }

    void add_flag(CLI::Option& option, const std::string& flag, const std::string& value) {
        if (!value.empty() && value != "true" && value != "false")
            return wrong(tr("{flag} takes no value; see --help.", {{"flag", flag}}), flag);
        if (value == "false") return;
        line_.help = line_.help || flag == "--help" || flag == "-h";
        line_.version = line_.version || flag == "--version";
        line_.json = line_.json || flag == "--json";
        line_.given.push_back({&option, flag, "true"});
    }

    [[nodiscard]] bool is_given(const CLI::Option& option) const {
        return std::ranges::any_of(line_.given,
                                   [&](const Given& one) { return one.option == &option; });
    }

    void require_what_is_missing() {
        for (auto* option : line_.command->get_options([](CLI::Option*) { return true; })) {
            if (!option->get_required() || is_given(*option)) continue;
            const auto name =
                option->get_positional() ? option->get_name() : "--" + option->get_lnames().front();
            wrong(tr("{flag} is missing; see --help.", {{"flag", name}}), name);
        }
    }

    CLI::App& program_;
    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    Line line_;
};

}  // namespace

void add_files(CLI::App& command, std::vector<std::string>& files, const std::string& help) {
    const auto keep = [&files](const std::string& file) { files.push_back(file); };
    command.add_option_function<std::string>("files", keep, help)
        ->type_name("FILE...")
        ->required()
        ->trigger_on_parse();
}

Line read_line(CLI::App& program, const std::vector<std::string>& words) {
    return LineReader(program, words).read();
}

void carry_out(const Line& line, const CLI::App& program) {
    if (line.wrong) throw UsageError{*line.wrong};
    for (const auto& one : line.given) {
        if (one.option == program.get_help_ptr() || one.option == program.get_version_ptr())
            continue;
        try {
            one.option->clear();
            one.option->add_result(one.value);
            one.option->run_callback();
        } catch (const CLI::Error& problem) {
            // CLI11's messages are in English only.
            auto error = usage_error(
                tr("{flag} has a value that cannot be used; see --help.", {{"flag", one.spelled}}),
                one.spelled);
            error.detail = problem.what();
            throw UsageError{std::move(error)};
        }
    }
}

}  // namespace cli
