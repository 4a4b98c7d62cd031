// Posts as JSON.
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "post/package/post_description.hpp"

#include <mediaedit/placement.hpp>
#include <mediaedit/post.hpp>

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

constexpr std::int64_t max_post_bytes = 32 << 20;

/// Errors: as read_post. `read` gets all files that were read.
Post read_post_file(const std::filesystem::path& file, std::vector<std::filesystem::path>& read) {
    const auto folder = file.parent_path();
    read = {file};
    return reading(file, [&] {
        return read_document<Post>(parse_json(read_text(file, max_post_bytes)), {&folder, &read});
    });
}

}  // namespace

void KnownPlacement::check(const std::string& id, const JsonPath& path) {
    if (const auto known = find_placement(id); !known)
        fail(ErrorCode::bad_recipe, known.error().message, path.text());
}

void KnownQuestion::check(const std::string& id, const JsonPath& path) {
    if (std::ranges::none_of(consent_questions(),
                             [&](const auto& known) { return known.id == id; }))
        Fields::wrong_type(path.text(), "\"child\"");
}

void KnownQuestion::describe(nlohmann::ordered_json& schema) {
    schema = {{"enum", nlohmann::ordered_json::array()}};
    for (const auto& question : consent_questions()) schema["enum"].push_back(question.id);
}

}  // namespace internal

Result<Post> parse_post(std::string_view json) {
    return internal::guard(
        [&] { return internal::read_document<Post>(internal::parse_json(json)); });
}

Result<Post> read_post(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> read;
    return internal::guard([&] { return internal::read_post_file(file, read); });
}

Result<std::vector<std::filesystem::path>> post_inputs(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> read;
    return internal::guard([&] {
        static_cast<void>(internal::read_post_file(file, read));
        return read;
    });
}

std::string to_json(const Post& post) { return internal::write_document(post); }

}  // namespace mediaedit
