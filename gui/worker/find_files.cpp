// Finds photos and clips on this computer.
#include "worker/find_files.hpp"

#include "platform/person_folders.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_shown = 120;
// Limits, so that a full disk does not keep the person waiting.
constexpr std::size_t most_looked_at = 30'000;
constexpr int deepest = 4;
constexpr std::chrono::milliseconds longest{1500};

constexpr std::array photo_ends{".jpg",  ".jpeg", ".png",  ".heic", ".heif", ".webp",
                                ".avif", ".tif",  ".tiff", ".gif",  ".bmp"};
constexpr std::array video_ends{".mp4", ".mov",  ".m4v", ".3gp", ".mkv", ".webm", ".avi",
                                ".mts", ".m2ts", ".ts",  ".flv", ".wmv", ".mpg",  ".mpeg"};

std::optional<MediaKind> kind_of(const fs::path& file) {
    auto end = file.extension().string();
    std::ranges::transform(end, end.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    if (std::ranges::find(photo_ends, end) != photo_ends.end()) return MediaKind::photo;
    if (std::ranges::find(video_ends, end) != video_ends.end()) return MediaKind::video;
    return {};
}

constexpr std::array own_folders{std::pair(SourceFolder::Kind::pictures, PersonFolder::pictures),
                                 std::pair(SourceFolder::Kind::videos, PersonFolder::videos),
                                 std::pair(SourceFolder::Kind::downloads, PersonFolder::downloads),
                                 std::pair(SourceFolder::Kind::desktop, PersonFolder::desktop)};

bool is_folder(const fs::path& path) {
    std::error_code none;
    return !path.empty() && fs::is_directory(path, none);
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& entry :
         fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, none))
        if (entry.is_directory(none)) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

std::chrono::system_clock::time_point system_time(fs::file_time_type time) {
    return std::chrono::time_point_cast<std::chrono::system_clock::duration>(
        std::chrono::file_clock::to_sys(time));
}

class Search {
public:
    Search(const NeedListing& wanted, const std::stop_token& stop) : wanted_(wanted), stop_(stop) {}

    void look(const fs::path& folder, int depth) {
        std::error_code problem;
        for (auto entry = fs::directory_iterator(
                 folder, fs::directory_options::skip_permission_denied, problem);
             !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
            if (stop_.stop_requested() || ++looked_at_ > most_looked_at ||
                std::chrono::steady_clock::now() - begun_ > longest) {
                more = true;
                return;
            }
            const auto& path = entry->path();
            if (path.filename().string().starts_with(".")) continue;
            std::error_code none;
            if (entry->is_directory(none)) {
                if (depth > 0 && !entry->is_symlink(none)) look(path, depth - 1);
                continue;
            }
            const auto kind = kind_of(path);
            if (!kind || (*kind == MediaKind::photo ? !wanted_.photos : !wanted_.videos)) continue;
            if (!seen_.insert(path).second) continue;
            const auto changed = entry->last_write_time(none);
            const auto bytes = entry->file_size(none);
            files.push_back({path, *kind,
                             none ? std::chrono::system_clock::time_point{} : system_time(changed),
                             none ? 0 : bytes});
        }
    }

    std::vector<FoundFile> files;
    bool more = false;

private:
    const NeedListing& wanted_;
    const std::stop_token& stop_;
    std::set<fs::path> seen_;
    std::size_t looked_at_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace

std::vector<SourceFolder> find_places() {
    std::vector<SourceFolder> places{{SourceFolder::Kind::newest, {}}};
    for (auto& device : connected_devices())
        places.push_back({SourceFolder::Kind::device, std::move(device)});
    const auto home = home_folder();
    for (const auto& [kind, which] : own_folders)
        // A desktop without such folders returns the home folder for each.
        if (const auto folder = person_folder(which); !folder.empty() && folder != home)
            places.push_back({kind, folder});
    if (is_folder(home)) places.push_back({SourceFolder::Kind::home, home});
    return places;
}

Result<Listing> list_files(const NeedListing& wanted, const std::stop_token& stop) {
    Search search(wanted, stop);
    Listing listing;
    if (wanted.place.kind == SourceFolder::Kind::newest) {
        for (const auto& device : connected_devices()) search.look(device, deepest);
        const auto home = home_folder();
        for (const auto& own : own_folders)
            if (const auto folder = person_folder(own.second); !folder.empty())
                search.look(folder, folder == home ? 0 : deepest);
        search.look(home, 0);
    } else {
        const auto& folder = wanted.place.folder;
        std::error_code problem;
        fs::directory_iterator(folder, problem);
        if (problem)
            return Error{ErrorCode::unreadable,
                         tr("The folder {folder} cannot be opened; perhaps the phone or stick was "
                            "taken out. Connect it again, or choose another place.",
                            {{"folder", folder.string()}}),
                         folder.string(), problem.message()};
        const bool as_folders = wanted.place.kind == SourceFolder::Kind::folder ||
                                wanted.place.kind == SourceFolder::Kind::home;
        search.look(folder, as_folders ? 0 : deepest);
        if (as_folders) {
            if (folder.has_parent_path() && folder != folder.root_path())
                listing.folders.push_back(folder.parent_path());
            for (auto& inner : folders_in(folder))
                if (!inner.filename().string().starts_with("."))
                    listing.folders.push_back(std::move(inner));
        }
    }
    std::ranges::sort(search.files, [](const FoundFile& one, const FoundFile& other) {
        return one.changed != other.changed ? one.changed > other.changed : one.file < other.file;
    });
    listing.more = search.more || search.files.size() > most_shown;
    if (search.files.size() > most_shown) search.files.resize(most_shown);
    listing.files = std::move(search.files);
    return listing;
}

}  // namespace sunting
