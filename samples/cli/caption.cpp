// mediaedit caption: writes a caption from a form, and checks captions.
#include "caption_json.hpp"
#include "commands.hpp"
#include "severity.hpp"
#include "system/standard_input.hpp"
#include "targets.hpp"
#include "usage_error.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

struct CaptionRequest {
    std::string form_file;
    std::string text_file;
    std::string village_file;
    std::string language = "id";
    std::string length;
    std::string ids;
    std::string kind;
    std::vector<std::string> office_phones;
};

/// A hundred times the longest caption of any platform.
constexpr std::size_t max_text_bytes = 8'000'000;

/// "-" is standard input. Errors: UsageError.
std::string read_text(const std::string& file, const Session& session) {
    if (file == "-") return read_standard_input(session.stop(), max_text_bytes);
    std::error_code absent;
    const auto status = std::filesystem::status(file, absent);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        throw UsageError{{ErrorCode::unreadable,
                          tr("{file} is not a file that can be read.", {{"file", file}}),
                          file,
                          {}}};
    std::ifstream in(file, std::ios::binary);
    if (!in && std::filesystem::exists(status))
        throw UsageError{{ErrorCode::unreadable,
                          tr("{file} may not be opened; check its permissions.", {{"file", file}}),
                          file,
                          {}}};
    if (!in)
        throw UsageError{{ErrorCode::not_found,
                          tr("{file} was not found; check its name and folder.", {{"file", file}}),
                          file,
                          {}}};
    std::string text;
    char part[16'384];
    while (text.size() <= max_text_bytes && (in.read(part, sizeof part) || in.gcount() > 0))
        text.append(part, static_cast<std::size_t>(in.gcount()));
    if (text.size() > max_text_bytes)
        throw UsageError{{ErrorCode::too_large,
                          tr("{file} is too large to be the text of a post.", {{"file", file}}),
                          file,
                          {}}};
    return text;
}

/// The date of the post.
std::chrono::year_month_day today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

CaptionContext context_of(const CaptionRequest& request) {
    CaptionContext context;
    context.kind = request.kind;
    context.today = today();
    if (!request.village_file.empty())
        context.village = value_or_refuse(read_village(request.village_file));
    if (!request.office_phones.empty()) {
        if (!context.village) context.village.emplace();
        auto& numbers = context.village->other_numbers;
        numbers.insert(numbers.end(), request.office_phones.begin(), request.office_phones.end());
    }
    return context;
}

/// The text that the finding marks, shortened if it is long. Empty: the whole text.
std::string marked_words(const std::string& text, const CaptionFinding& finding) {
    constexpr std::size_t longest = 40;
    if (finding.begin == finding.end) return {};
    std::string words;
    std::size_t at = 0, taken = 0;
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
        if (!continues) ++at;
        if (at <= finding.begin) continue;
        if (at > finding.end) break;
        if (!continues && ++taken > longest) return " [" + words + "…]";
        words += byte == '\n' ? ' ' : byte;
    }
    return " [" + words + "]";
}

void say(const Session& session, const std::string& text, const CaptionFinding& finding,
         const std::string& placement) {
    session.say(placement + ": " + name_of(finding.severity) + marked_words(text, finding) + ": " +
                finding.message + (finding.fix.empty() ? "" : " " + finding.fix));
}

ExitCode check_text(const Session& session, const CaptionRequest& request) {
    const auto targets = find_targets(request.ids);
    const auto text = read_text(request.text_file, session);
    const auto context = context_of(request);
    ExitCode code = done;
    auto findings = Json::array(), counts = Json::array();
    for (const auto& placement : targets) {
        const auto count = count_caption(text, placement);
        counts.push_back(to_json(count, placement.id));
        const auto found = check_caption(text, placement, context);
        if (count.limit)
            session.say(tr("{placement}: {length} of {limit} characters.",
                           {{"placement", placement.id},
                            {"length", std::to_string(count.length)},
                            {"limit", std::to_string(*count.limit)}}));
        if (found.empty())
            session.say(tr("{placement}: nothing was found that needs a second look.",
                           {{"placement", placement.id}}));
        for (const auto& finding : found) {
            findings.push_back(to_json(finding, placement.id));
            say(session, text, finding, placement.id);
            if (finding.severity == Severity::error) code = does_not_fit;
        }
    }
    if (session.json())
        session.print({{"file", request.text_file}, {"findings", findings}, {"counts", counts}});
    return code;
}

CaptionOptions options_of(const CaptionRequest& request) {
    CaptionOptions options;
    options.language = request.language;
    if (request.length == "brief") options.length = CaptionLength::brief;
    if (request.length == "full") options.length = CaptionLength::full;
    return options;
}

ExitCode write_text(const Session& session, const CaptionRequest& request) {
    const auto targets = find_targets(request.ids);
    const auto form = value_or_refuse(read_form(request.form_file));
    auto context = context_of(request);
    if (context.kind.empty()) context.kind = form.kind;
    const auto village = context.village.value_or(Village{});
    ExitCode code = done;
    auto captions = Json::array();
    for (const auto& placement : targets) {
        const auto caption =
            value_or_refuse(write_caption(form, village, placement, options_of(request)));
        const auto found = check_caption(caption.text, placement, context);
        if (targets.size() > 1) session.say("== " + placement.id);
        if (!caption.title.empty()) session.say(caption.title + "\n");
        session.say(caption.text + "\n");
        for (const auto& finding : found) say(session, caption.text, finding, placement.id);
        auto json = to_json(caption, placement.id);
        json["counts"] = to_json(caption.count, placement.id);
        json["findings"] = Json::array();
        for (const auto& finding : found) {
            json["findings"].push_back(to_json(finding, placement.id));
            if (finding.severity == Severity::error) code = does_not_fit;
        }
        captions.push_back(std::move(json));
    }
    if (session.json())
        session.print(captions.size() == 1 ? captions.front() : Json{{"captions", captions}});
    return code;
}

ExitCode run_caption(const Session& session, const CaptionRequest& request) {
    if (request.form_file.empty() == request.text_file.empty())
        refuse(tr("Name a form, or a text with --check; not both."), "--check");
    return request.form_file.empty() ? check_text(session, request) : write_text(session, request);
}

}  // namespace

void add_caption(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("caption", tr("make captions of a form, or check a text"))
            ->fallthrough();
    auto request = std::make_shared<CaptionRequest>();
    command
        ->add_option("form", request->form_file,
                     tr("a filled form, see docs/apps/caption-guide.md"))
        ->type_name("FORM.json");
    command->add_option("--check", request->text_file, tr("a text file, or - for standard input"))
        ->type_name("TEXT.txt");
    command->add_option("--for", request->ids, tr("the placements, see: mediaedit placements"))
        ->type_name("ID[,ID...]")
        ->required();
    command->add_option("--village", request->village_file, tr("the village's profile"))
        ->type_name("PROFILE.json");
    command->add_option("--language", request->language, tr("of the captions that are made"))
        ->type_name("id|en")
        ->check(CLI::IsMember({"id", "en"}).description(""));
    command
        ->add_option("--length", request->length,
                     tr("of the captions that are made; else as suits the placement"))
        ->type_name("brief|full")
        ->check(CLI::IsMember({"brief", "full"}).description(""));
    const auto add_phone = [request](const std::string& number) {
        if (!number.empty()) request->office_phones.push_back(number);
    };
    command
        ->add_option_function<std::string>(
            "--office-phone", add_phone,
            tr("a number of the office, about which nothing is said; repeatable"))
        ->type_name("N")
        ->trigger_on_parse();
    command
        ->add_option("--kind", request->kind,
                     tr("the kind of activity, such as blt or pembangunan"))
        ->type_name("K");
    command->footer(tr("Example:") +
                    "\n  mediaedit caption form.json --for instagram-feed-portrait,x-post "
                    "--village village.json\n  mediaedit caption --check caption.txt --for "
                    "facebook-feed-portrait,x-post --office-phone \"(0299) 700000\"");
    actions["caption"] = [request](const Session& session) {
        return run_caption(session, *request);
    };
}

}  // namespace cli
