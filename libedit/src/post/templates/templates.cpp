// All templates: the compiled-in ones and the user's own.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "json/json_fields.hpp"
#include "post/templates/template_file.hpp"

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

constexpr std::int64_t max_template_bytes = 1 << 20;
constexpr std::size_t most_user_files = 200;

std::vector<std::filesystem::path> user_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    if (folder.empty()) return files;
    for (std::filesystem::directory_iterator entry(folder / "templates", problem), end;
         !problem && entry != end && files.size() < most_user_files; entry.increment(problem))
        if (entry->path().extension() == ".json") files.push_back(entry->path());
    std::ranges::sort(files);
    return files;
}

std::string ids(const std::vector<TemplateFile>& files) {
    std::string list;
    for (const auto& file : files) (list += list.empty() ? "" : ", ") += file.id;
    return list;
}

/// Read once, because they never change.
const std::map<std::string, TemplateFile>& compiled_in() {
    static const auto files = [] {
        std::map<std::string, TemplateFile> by_id;
        for (const auto text : template_files())
            if (auto file = guard([&] { return parse_template(text); }))
                by_id.insert_or_assign(file->id, *file);
        return by_id;
    }();
    return files;
}

}  // namespace

PostTemplate to_post_template(const TemplateFile& file) {
    const auto language = current_language();
    PostTemplate made{file.id,    file.name.in(language), file.about.in(language),
                      file.kinds, file.photos.least,      file.photos.max(),
                      {}};
    for (const auto& place : file.places)
        made.places.push_back({place.id, place.label.in(language), place.hint.in(language),
                               place.required, place.max_chars, place.default_text.in(language)});
    return made;
}

TemplateFile read_template_file(const std::filesystem::path& file) {
    return reading(file, [&] { return parse_template(read_text(file, max_template_bytes)); });
}

std::vector<TemplateFile> all_template_files(const std::filesystem::path& user_folder) {
    auto by_id = compiled_in();
    // A broken file of the user is ignored here. read_template reports its error.
    for (const auto& path : user_files(user_folder))
        if (auto file = guard([&] { return read_template_file(path); }))
            by_id.insert_or_assign(file->id, *file);
    std::vector<TemplateFile> files;
    for (auto& [id, file] : by_id) files.push_back(std::move(file));
    return files;
}

TemplateFile find_template_file(std::string_view id, const std::filesystem::path& user_folder) {
    auto files = all_template_files(user_folder);
    const auto found = std::ranges::find(files, id, &TemplateFile::id);
    if (found != files.end()) return std::move(*found);
    for (const auto& path : user_files(user_folder))
        if (path.stem().string() == id) return read_template_file(path);  // reports the error
    fail(ErrorCode::bad_argument,
         tr("There is no template {id}; choose one of: {ids}.", {{"id", id}, {"ids", ids(files)}}),
         std::string(id));
}

}  // namespace internal

std::vector<PostTemplate> templates() {
    std::vector<PostTemplate> list;
    for (const auto& file : internal::all_template_files(internal::user_data_folder()))
        list.push_back(internal::to_post_template(file));
    return list;
}

Result<PostTemplate> find_template(std::string_view id) {
    return internal::guard([&] {
        return internal::to_post_template(
            internal::find_template_file(id, internal::user_data_folder()));
    });
}

Result<PostTemplate> read_template(const std::filesystem::path& file) {
    return internal::guard(
        [&] { return internal::to_post_template(internal::read_template_file(file)); });
}

}  // namespace mediaedit
