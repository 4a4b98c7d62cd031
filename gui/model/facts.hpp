// Facts about files and results. Each answers a Need and comes from the workers.
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

/// One photo or clip on disk, in a list of files.
struct FoundFile {
    std::filesystem::path file;
    mediaedit::MediaKind kind = mediaedit::MediaKind::photo;  ///< guessed from the name; known for
                                                              ///< certain once it is opened
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
    std::optional<mediaedit::Subjects> subjects{};  ///< of photos, and of the first frame of videos
    std::set<std::string>
        fits{};  ///< ids of placements that accept a video's stream, apart from its aspect ratio
};

/// A clip's timeline: frames at equal intervals, and peaks of the audio.
struct Strip {
    std::vector<SharedPicture> pictures;
    std::vector<float> peaks;  ///< 0 to 1, at equal intervals; empty: not known
};

/// An earlier work that can be continued.
struct EarlierWork {
    std::string id;
    std::string title;
    int task = 0;
    std::chrono::system_clock::time_point changed{};
    bool saved = false;
    bool operator==(const EarlierWork&) const = default;
};

}  // namespace sunting
