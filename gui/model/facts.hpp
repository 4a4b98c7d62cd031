// What is known about files and results; each is asked for by a Need and brought by the workers.
#pragma once

#include <mediaedit/faces.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/picture_view.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/subjects.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace sunting {

using SharedPicture = std::shared_ptr<const mediaedit::PictureView>;

/// One photo or clip on the disk, as the picker lists it.
struct FoundFile {
    std::filesystem::path file;
    mediaedit::MediaKind kind =
        mediaedit::MediaKind::photo;  ///< by its name; opening it tells the truth
    std::chrono::system_clock::time_point changed{};
    std::uintmax_t bytes = 0;
    bool operator==(const FoundFile&) const = default;
};

/// A place to look for files.
struct SourceFolder {
    enum class Kind {
        newest,
        pictures,
        videos,
        downloads,
        desktop,
        device,
        home,
        folder
    } kind = Kind::folder;
    std::filesystem::path folder{};  ///< empty for `newest`
    bool operator==(const SourceFolder&) const = default;
};

struct Listing {
    std::vector<std::filesystem::path> folders;
    std::vector<FoundFile> files;  ///< newest first
    bool more = false;             ///< too many to show
};

/// A source, opened once.
struct SourceFacts {
    mediaedit::MediaInfo info;
    std::optional<mediaedit::Subjects> subjects{};  ///< photos, and the first picture of videos
    std::set<std::string> fits{};  ///< ids of placements that take a video's pictures as they are,
                                   ///< but for their shape
};

/// A clip's timeline: pictures at even distances, and how loud it is between.
struct Strip {
    std::vector<SharedPicture> pictures;
    std::vector<float> peaks;  ///< 0 to 1, even distances; empty: not known
};

/// An earlier work that can be gone on with.
struct EarlierWork {
    std::string id;
    std::string title;
    int task = 0;
    std::chrono::system_clock::time_point changed{};
    bool saved = false;
    bool operator==(const EarlierWork&) const = default;
};

}  // namespace sunting
