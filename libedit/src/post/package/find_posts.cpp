// The posts in a folder of activities.
#include "base/file_errors.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "engine/media_kind.hpp"
#include "post/package/package_names.hpp"

#include <mediaedit/post.hpp>

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
    std::error_code problem;
    std::vector<std::filesystem::path> entries;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
        entries.push_back(entry.path());
    if (problem) {
        const bool absent = problem == std::errc::no_such_file_or_directory ||
                            problem == std::errc::not_a_directory;
        fail(absent ? ErrorCode::not_found : ErrorCode::unreadable,
             absent
                 ? tr("There is no folder {folder}; check its name.", {{"folder", folder.string()}})
                 : tr("The folder {folder} may not be read; check its permissions.",
                      {{"folder", folder.string()}}),
             folder.string(), error_text(problem));
    }
    std::ranges::sort(entries);
    return entries;
}

bool is_hidden(const std::filesystem::path& file) {
    return file.filename().string().starts_with(".");
}

/// A copy of `like` with the photos and videos of a folder, ordered by name.
Post post_like(const Post& like, const std::filesystem::path& folder) {
    Post post = like;
    post.items.clear();
    for (const auto& file : entries_of(folder)) {
        std::error_code none;
        if (is_hidden(file) || !std::filesystem::is_regular_file(file, none) ||
            file.extension() == ".json" || file.extension() == ".txt" ||
            file.extension() == ".html")
            continue;
        PostItem item = like.items.empty() ? PostItem{} : like.items.front();
        item.file = file;
        post.items.push_back(std::move(item));
    }
    return post;
}

}  // namespace
}  // namespace internal

Result<std::vector<FoundPost>> find_posts(const std::filesystem::path& folder,
                                          const std::optional<Post>& like) {
    using namespace internal;
    return guard([&] {
        std::vector<FoundPost> found;
        for (const auto& entry : entries_of(folder)) {
            std::error_code none;
            if (is_hidden(entry) || !std::filesystem::is_directory(entry, none)) continue;
            const auto name = entry.filename().string();
            if (std::filesystem::exists(entry / post_name, none)) {
                found.push_back({name, read_post(entry / post_name)});
            } else if (like) {
                auto post = guard([&] { return post_like(*like, entry); });
                if (!post || !post->items.empty()) found.push_back({name, std::move(post)});
            }
        }
        return found;
    });
}

}  // namespace mediaedit
