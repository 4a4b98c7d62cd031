// mediaedit post: makes the package of an activity, or of each activity in a folder.
#include "commands.hpp"
#include "recipe_file.hpp"
#include "report_json.hpp"
#include "severity.hpp"
#include "usage_error.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct PostRequest {
    std::string post;  ///< a file, or a folder of activities
    std::string folder;
    std::string like;
    std::string quality = "best";
    bool only_check = false;
    bool print_recipe = false;
};

Json post_json(const PostFinding& found) {
    Json json{{"code", found.finding.code},
              {"severity", word_of(found.finding.severity)},
              {"about", found.about},
              {"placement", found.placement}};
    if (found.end > found.begin) json.update({{"begin", found.begin}, {"end", found.end}});
    json.update({{"message", found.finding.message}, {"fix", found.finding.fix}});
    if (found.replacement) json["replacement"] = *found.replacement;
    return json;
}

Json post_json(const std::vector<PostFinding>& findings) {
    auto list = Json::array();
    for (const auto& found : findings) list.push_back(post_json(found));
    return list;
}

Json post_json(const PostFile& file, const Post& post) {
    Json json{{"file", file.file.generic_string()},
              {"platform", file.platform},
              {"placement", file.placement},
              {"made", file.made_now}};
    if (!file.placement.empty()) json["source"] = post.items[file.item].file.string();
    if (file.report) json["report"] = to_json(*file.report, file.placement);
    return json;
}

Json post_json(const PostReport& report, const Post& post, const std::string& folder) {
    auto files = Json::array(), errors = Json::array();
    for (const auto& file : report.files) files.push_back(post_json(file, post));
    for (const auto& failure : report.failures) {
        Json entry{{"source", failure.source.string()}};
        if (!failure.placement.empty()) entry["placement"] = failure.placement;
        entry["error"] = to_json(failure.error);
        errors.push_back(entry);
    }
    return {{"folder", folder},
            {"files", files},
            {"findings", post_json(report.findings)},
            {"errors", errors}};
}

std::string post_sentence(const PostFinding& found) {
    const auto& [code, severity, message, fix] = found.finding;
    return name_of(severity) + ": " + (found.about.empty() ? "" : found.about + ": ") + message +
           (fix.empty() ? "" : " " + fix);
}

ExitCode code_of(const PostReport& report) {
    ExitCode code = done;
    for (const auto& failure : report.failures) keep_first(code, exit_code_for(failure.error.code));
    return code;
}

void say_report(const Session& session, const PostReport& report, const std::string& folder) {
    const auto made =
        static_cast<unsigned long>(std::ranges::count_if(report.files, &PostFile::made_now));
    if (made == 0) session.say(tr("{folder}: nothing had changed.", {{"folder", folder}}));
    else
        session.say(folder + ": " +
                    tr_count("one file was made, of {all}.", "{count} files were made, of {all}.",
                             made, {{"all", std::to_string(report.files.size())}}));
    for (const auto& failure : report.failures)
        session.warn(failure.placement.empty() ? failure.source.string()
                                               : failure.source.string() + ", " + failure.placement,
                     failure.error);
    for (const auto& found : report.findings) session.say(post_sentence(found));
}

ExitCode run_check(const Session& session, const Post& post, std::span<const std::string> names) {
    const auto findings = check_post(post, session.control(names));
    if (!findings) return session.fail(findings.error());
    for (const auto& found : *findings) session.say(post_sentence(found));
    if (findings->empty()) session.say(tr("Nothing was found that should be seen to."));
    if (session.json()) session.print({{"findings", post_json(*findings)}});
    return std::ranges::any_of(
               *findings,
               [](const PostFinding& one) { return one.finding.severity == Severity::error; })
               ? does_not_fit
               : done;
}

void add_inputs(PostOptions& options, const std::string& file) {
    if (const auto read = post_inputs(file))
        options.inputs.insert(options.inputs.end(), read->begin(), read->end());
}

/// The recipe of each item for each placement, from item, template and form.
ExitCode print_recipes(const Post& post) {
    auto list = Json::array();
    for (std::size_t i = 0; i < post.items.size(); ++i) {
        const auto& ids =
            post.items[i].placements.empty() ? post.placements : post.items[i].placements;
        for (const auto& id : ids) {
            const auto recipe = value_or_refuse(item_recipe(
                post, i, value_or_refuse(find_placement(id)), {i + 1, post.items.size(), {}}));
            list.push_back({{"source", post.items[i].file.string()},
                            {"placement", id},
                            {"recipe", Json::parse(recipe_text(recipe))}});
        }
    }
    std::cout << Json{{"recipes", std::move(list)}}.dump(2) << '\n';
    return done;
}

PostOptions options_of(const PostRequest& request) {
    PostOptions options;
    if (!request.like.empty()) add_inputs(options, request.like);
    options.quality = request.quality == "small"  ? Quality::small
                      : request.quality == "good" ? Quality::good
                                                  : Quality::best;
    return options;
}

/// How progress names the work on an item.
std::vector<std::string> names_of(const Post& post) {
    std::vector<std::string> names;
    for (const auto& item : post.items) names.push_back(item.file.string());
    if (names.empty()) names.emplace_back();
    return names;
}

ExitCode run_one(const Session& session, const PostRequest& request) {
    const auto post = value_or_refuse(read_post(request.post));
    if (request.print_recipe) return print_recipes(post);
    const auto names = names_of(post);
    if (request.only_check) return run_check(session, post, names);
    auto options = options_of(request);
    add_inputs(options, request.post);
    const auto report = make_post(post, request.folder, options, session.control(names));
    if (!report) return session.fail(report.error());
    say_report(session, *report, request.folder);
    if (report->failures.empty())
        session.say(
            tr("Open {file} to go on.",
               {{"file", (std::filesystem::path(request.folder) / "checklist.html").string()}}));
    if (session.json()) session.print(post_json(*report, post, request.folder));
    return code_of(*report);
}

/// One line of the table at the end.
std::string summary(const std::string& name, const PostReport& report) {
    const auto looked_at = report.findings.size() + report.failures.size();
    if (looked_at == 0) return name + ": " + tr("ready");
    const auto& first = report.failures.empty() ? report.findings.front().finding.message
                                                : report.failures.front().error.message;
    return name + ": " +
           tr_count("one thing to see to: {first}", "{count} things to see to, first: {first}",
                    looked_at, {{"first", first}});
}

ExitCode run_many(const Session& session, const PostRequest& request) {
    std::optional<Post> like;
    if (!request.like.empty()) like = value_or_refuse(read_post(request.like));
    const auto posts = value_or_refuse(find_posts(request.post, like));
    if (posts.empty())
        return session.fail({ErrorCode::not_found,
                             tr("In {folder} is no folder with a post.json; name a pattern with "
                                "--like, or check the folder.",
                                {{"folder", request.post}}),
                             request.post,
                             {}});
    ExitCode code = done;
    auto list = Json::array();
    std::vector<std::string> table;
    const auto add_failure = [&](const std::string& name, const Error& error) {
        session.warn(name, error);
        keep_first(code, exit_code_for(error.code));
        list.push_back({{"name", name}, {"error", to_json(error)}});
        table.push_back(name + ": " + error.message);
    };
    for (const auto& found : posts) {
        if (!found.post) {
            add_failure(found.name, found.post.error());
            continue;
        }
        const auto names = names_of(*found.post);
        const auto folder = (std::filesystem::path(request.folder) / found.name).string();
        auto options = options_of(request);
        add_inputs(options,
                   (std::filesystem::path(request.post) / found.name / "post.json").string());
        const auto report = make_post(*found.post, folder, options, session.control(names));
        if (!report) {
            add_failure(found.name, report.error());
            if (report.error().code == ErrorCode::cancelled) break;
            continue;
        }
        say_report(session, *report, folder);
        keep_first(code, code_of(*report));
        auto entry = post_json(*report, *found.post, folder);
        entry["name"] = found.name;
        list.push_back(std::move(entry));
        table.push_back(summary(found.name, *report));
    }
    session.say("\n" + tr("What needs a person:"));
    for (const auto& line : table) session.say("  " + line);
    if (session.json()) session.print({{"posts", list}});
    return code;
}

ExitCode run_post(const Session& session, const PostRequest& request) {
    if (request.folder.empty() && !request.only_check && !request.print_recipe)
        throw UsageError{{ErrorCode::bad_argument,
                          tr("{flag} is missing; see --help.", {{"flag", "--output"}}),
                          "--output",
                          {}}};
    std::error_code none;
    if (!std::filesystem::is_directory(request.post, none)) return run_one(session, request);
    if (request.only_check)
        throw UsageError{{ErrorCode::bad_argument,
                          tr("--check looks at one post; name its file."),
                          "--check",
                          {}}};
    if (request.print_recipe)
        throw UsageError{{ErrorCode::bad_argument,
                          tr("--print-recipe shows one post; name its file."),
                          "--print-recipe",
                          {}}};
    return run_many(session, request);
}

}  // namespace

void add_post(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("post", tr("make all that an activity needs to be posted"))
            ->fallthrough();
    auto request = std::make_shared<PostRequest>();
    command->add_option("post", request->post, tr("a post's file, or a folder of activities"))
        ->type_name("POST.json|DIR")
        ->required();
    command->add_option("-o,--output", request->folder, tr("the folder for the results"))
        ->type_name("DIR");
    command
        ->add_option("--like", request->like,
                     tr("for folders without a post.json: the post whose wishes they share"))
        ->type_name("POST.json");
    command->add_option("--quality", request->quality, tr("of the results"))
        ->type_name("small|good|best")
        ->check(CLI::IsMember({"small", "good", "best"}).description(""));
    command->add_flag("--check", request->only_check,
                      tr("make nothing, only say what should be seen to"));
    command->add_flag("--print-recipe", request->print_recipe,
                      tr("make nothing, only show the recipe of each result"));
    command->footer(tr("Example:") +
                    "\n  mediaedit post post.json -o ready\n  mediaedit post activities -o ready "
                    "--like pattern.json");
    actions["post"] = [request](const Session& session) { return run_post(session, *request); };
}

}  // namespace cli
