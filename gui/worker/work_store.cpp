// What the program keeps between two starts.
#include "worker/work_store.hpp"

#include "platform/person_folders.hpp"
#include "platform/replace_file.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/village.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

namespace sunting {

using namespace mediaedit;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

constexpr std::array task_names{"photo", "video", "many", "caption"};
constexpr std::size_t most_kept = 20;

Error not_ours(const std::string& detail) {
    return {ErrorCode::bad_recipe,
            tr("This unfinished work cannot be read any more; the photos themselves are untouched. "
               "Begin anew with the same photos."),
            {},
            detail};
}

std::string read_text(const fs::path& file) {
    std::error_code none;
    if (!fs::is_regular_file(file, none)) return {};
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::string to_json(const Work& work) {
    const json whole{{"schema", "sunting.work/1"},
                     {"id", work.id},
                     {"task", task_names[static_cast<std::size_t>(work.task)]},
                     {"folder", work.folder.string()},
                     {"post", json::parse(to_json(work.post))}};
    return whole.dump(1, '\t', false, json::error_handler_t::replace) + "\n";
}

Result<Work> work_from_json(std::string_view text) {
    try {
        const auto whole = json::parse(text);
        if (whole.at("schema") != "sunting.work/1") return not_ours("schema");
        Work work;
        work.id = whole.at("id").get<std::string>();
        const auto task = std::ranges::find(task_names, whole.at("task").get<std::string>());
        if (task == task_names.end()) return not_ours("task");
        work.task = static_cast<Task>(task - task_names.begin());
        work.folder = whole.at("folder").get<std::string>();
        auto post = parse_post(whole.at("post").dump());
        if (!post) return post.error();
        work.post = std::move(*post);
        return work;
    } catch (const json::exception& problem) { return not_ours(problem.what()); }
}

std::string to_json(const Settings& settings) {
    const json whole{{"schema", "sunting.settings/1"},
                     {"language", settings.language},
                     {"size", settings.size_percent},
                     {"dark", settings.dark},
                     {"contrast", settings.high_contrast},
                     {"sound", settings.audio},
                     {"greeted", settings.greeted},
                     {"results", settings.results.string()},
                     {"encoded_pixels_per_s", settings.encoded_pixels_per_s},
                     {"village", json::parse(to_json(settings.village))}};
    return whole.dump(1, '\t', false, json::error_handler_t::replace) + "\n";
}

Result<Settings> settings_from_json(std::string_view text) {
    try {
        const auto whole = json::parse(text);
        Settings settings;
        settings.language = whole.value("language", settings.language) == "en" ? "en" : "id";
        const int size = whole.value("size", 100);
        settings.size_percent = size >= 175 ? 200 : size >= 125 ? 150 : 100;
        settings.dark = whole.value("dark", false);
        settings.high_contrast = whole.value("contrast", false);
        settings.audio = whole.value("sound", true);
        settings.greeted = whole.value("greeted", false);
        settings.results = whole.value("results", std::string());
        settings.encoded_pixels_per_s = std::clamp(
            whole.value("encoded_pixels_per_s", settings.encoded_pixels_per_s), 1e6, 1e10);
        if (whole.contains("village"))
            if (auto village = parse_village(whole.at("village").dump()))
                settings.village = std::move(*village);
        return settings;
    } catch (const json::exception& problem) {
        return Error{ErrorCode::bad_recipe,
                     tr("The settings cannot be read, so the usual ones are used."),
                     {},
                     problem.what()};
    }
}

fs::path standard_results_folder() {
    for (const auto& folder : {person_folder(PersonFolder::pictures), home_folder()})
        if (!folder.empty()) return folder / "Sunting";
    return "Sunting";
}

WorkStore::WorkStore() : folder_(data_folder()) {}

Settings WorkStore::settings() const {
    auto read = settings_from_json(read_text(folder_ / "settings.json"));
    Settings settings = read ? *read : Settings{};
    if (settings.results.empty()) settings.results = standard_results_folder();
    return settings;
}

Result<bool> WorkStore::keep(const Settings& settings) const {
    return replace_file(folder_ / "settings.json", to_json(settings));
}
Result<bool> WorkStore::keep(const Work& work) const {
    return replace_file(folder_ / "works" / (work.id + ".json"), to_json(work));
}
Result<Work> WorkStore::read(const std::string& id) const {
    return work_from_json(read_text(folder_ / "works" / (id + ".json")));
}

void WorkStore::forget(const std::string& id) const {
    std::error_code none;
    fs::remove(folder_ / "works" / (id + ".json"), none);
}

std::vector<EarlierWork> WorkStore::earlier() const {
    std::vector<EarlierWork> found;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_ / "works", none)) {
        if (entry.path().extension() != ".json") continue;
        const auto work = work_from_json(read_text(entry.path()));
        if (!work) continue;
        const auto changed = std::chrono::time_point_cast<std::chrono::system_clock::duration>(
            std::chrono::file_clock::to_sys(entry.last_write_time(none)));
        found.push_back({work->id, title_of(*work), static_cast<int>(work->task), changed,
                         !work->folder.empty()});
    }
    std::ranges::sort(found, [](const EarlierWork& one, const EarlierWork& other) {
        return one.changed > other.changed;
    });
    while (found.size() > most_kept) {
        forget(found.back().id);
        found.pop_back();
    }
    return found;
}

void WorkStore::now_working_on(const std::string& id) const {
    std::error_code none;
    if (id.empty()) fs::remove(folder_ / "running", none);
    else static_cast<void>(replace_file(folder_ / "running", id));
}

std::string WorkStore::interrupted() const { return read_text(folder_ / "running"); }

}  // namespace sunting
