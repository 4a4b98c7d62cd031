// Effects with other programs: choosing files, the village's profile and logo, showing folders.
#include "worker/worker_inner.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/village.hpp>

#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace sunting {

using namespace mediaedit;
namespace fs = std::filesystem;

void Worker::Inner::choose(BrowseFor what, std::function<void(std::vector<fs::path>)> chosen) {
    windows.add([this, what, chosen = std::move(chosen)] {
        auto files = browse(what);
        if (!files) say_problem(files.error());
        else if (!files->empty()) chosen(std::move(*files));
    });
}

void Worker::Inner::run(const BrowseFiles& effect) {
    choose(effect.many     ? BrowseFor::photos
           : effect.videos ? BrowseFor::video
                           : BrowseFor::photo,
           [this](auto files) { tell(TakeFiles{std::move(files)}); });
}

void Worker::Inner::run(const BrowseLogo&) {
    choose(BrowseFor::picture, [this](auto files) { keep_logo(files.front()); });
}

void Worker::Inner::run(const BrowseResults&) {
    choose(BrowseFor::folder, [this](auto files) { tell(ResultsChosen{files.front()}); });
}

void Worker::Inner::run(const KeepLogo& effect) {
    disk.add([this, file = effect.file] { keep_logo(file); });
}

/// A copy, since the logo may lie on a stick that is removed later.
void Worker::Inner::keep_logo(const fs::path& file) {
    // Checked before it replaces the former logo.
    if (const auto info = probe(file); !info) return say_problem(info.error());
    else if (info->kind != MediaKind::photo)
        return tell(Said{{Toast::Kind::problem,
                          tr("{file} is a video. Choose a picture as the logo.",
                             {{"file", file.filename().string()}}),
                          0}});
    const auto kept = store.folder() / ("logo" + file.extension().string());
    std::error_code problem;
    fs::create_directories(kept.parent_path(), problem);
    std::error_code none;
    // A file copied onto itself would become empty.
    if (!fs::equivalent(file, kept, none))
        fs::copy_file(file, kept, fs::copy_options::overwrite_existing, problem);
    if (problem)
        tell(Said{{Toast::Kind::problem,
                   tr("The logo could not be copied ({reason}). Choose it once more.",
                      {{"reason", problem.message()}}),
                   0}});
    else tell(LogoChosen{kept});
}

void Worker::Inner::run(const BrowseVillage&) {
    choose(BrowseFor::profile, [this](auto files) {
        auto village = read_village(files.front());
        if (village) tell(VillageRead{std::make_shared<const Village>(std::move(*village)), {}});
        else tell(VillageRead{nullptr, village.error().message});
    });
}

void Worker::Inner::run(const WriteVillage& effect) {
    disk.add([this, village = effect.village, folder = effect.folder] {
        std::error_code none;
        fs::create_directories(folder, none);
        const auto file =
            folder / (village.village.empty() ? "desa.json" : "desa-" + village.village + ".json");
        const auto written = export_village(village, file, IfExists::replace);
        if (written)
            tell(Said{{Toast::Kind::done,
                       tr("The profile was saved as {file}", {{"file", file.string()}}), 0}});
        else say_problem(written.error());
    });
}

void Worker::Inner::run(const OpenFolder& effect) {
    windows.add([this, folder = effect.folder] {
        if (const auto shown = show_folder(folder); !shown) say_problem(shown.error());
    });
}

}  // namespace sunting
