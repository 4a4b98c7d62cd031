// Side effects of an action. Workers run them and answer with further actions.
#pragma once

#include "model/settings.hpp"
#include "model/work.hpp"

#include <mediaedit/post.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sunting {

struct StoreWork {
    std::shared_ptr<const Work> work;
    std::uint64_t version;
};  ///< soon; only the newest is stored
struct ReadWork {
    std::string id;
};
struct DeleteWork {
    std::string id;
};
struct ListEarlier {};
struct StoreSettings {
    Settings settings;
};
struct ListPlaces {};
struct BrowseFiles {
    bool many, videos;
};  ///< in the desktop's file dialog
struct BrowseLogo {};
struct BrowseResults {};
struct KeepLogo {
    std::filesystem::path file;
};
struct BrowseVillage {};
struct WriteVillage {
    mediaedit::Village village;
    std::filesystem::path folder;
};
/// `is_first`: the work has no folder yet. If another work's folder has that name, a number is
/// added.
struct MakePost {
    std::shared_ptr<const mediaedit::Post> post;
    std::filesystem::path folder;
    double video_pixels = 0;
    bool is_first = false;
};
/// `recipe` hides what the work hides.
struct ExportCover {
    std::filesystem::path file;
    mediaedit::Recipe recipe;
    mediaedit::Time at;
    std::filesystem::path folder;
};
struct CancelMaking {};
struct OpenFolder {
    std::filesystem::path folder;
};
struct PutOnClipboard {
    std::string text;
};
struct SpeakLanguage {
    std::string language;
};
struct Play {
    std::filesystem::path file;
    std::vector<mediaedit::TimeRange> ranges;
    mediaedit::Time from;
    bool audio;
};
struct Pause {};

using Effect = std::variant<StoreWork, ReadWork, DeleteWork, ListEarlier, StoreSettings, ListPlaces,
                            BrowseFiles, BrowseLogo, BrowseResults, KeepLogo, BrowseVillage,
                            WriteVillage, MakePost, ExportCover, CancelMaking, OpenFolder,
                            PutOnClipboard, SpeakLanguage, Play, Pause>;

}  // namespace sunting
