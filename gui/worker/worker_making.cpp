// Effects that make results: posts and covers.
#include "worker/worker_inner.hpp"

#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/language.hpp>
#include <mediaedit/post.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <system_error>
#include <utility>

namespace sunting {

using namespace mediaedit;
namespace fs = std::filesystem;

namespace {

/// The first of "name", "name (2)", ... that holds nothing of another work. Covers may lie there.
fs::path free_folder(const fs::path& wanted) {
    const auto is_taken = [](const fs::path& folder) {
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(folder, none))
            if (!entry.path().filename().string().ends_with("-cover.jpg")) return true;
        return false;
    };
    auto folder = wanted;
    for (int number = 2; is_taken(folder); ++number)
        folder = wanted.string() + " (" + std::to_string(number) + ")";
    return folder;
}

}  // namespace

void Worker::Inner::run(const MakePost& effect) {
    {
        const std::lock_guard lock(mutex);
        making = std::stop_source();
    }
    job.add([this, effect, stop = making.get_token()] {
        Control control;
        control.stop = stop;
        auto reported = std::chrono::steady_clock::now() - std::chrono::seconds(1);
        control.on_progress = [&](const Progress& progress) {
            const auto now = std::chrono::steady_clock::now();
            if (now - reported < std::chrono::milliseconds(100)) return;
            reported = now;
            std::optional<int> left;
            if (progress.left) left = static_cast<int>(progress.left->count());
            tell(SaveMoved{progress.fraction, left});
        };
        const auto begun = std::chrono::steady_clock::now();
        const auto folder = effect.is_first ? free_folder(effect.folder) : effect.folder;
        if (effect.is_first) tell(FolderTaken{folder});
        SaveEnded ended{nullptr, folder, {}, {}, false, 0};
        auto made = make_post(*effect.post, folder, {}, control);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        if (made) {
            const bool encoded = std::ranges::any_of(made->files, [](const PostFile& file) {
                return file.report && file.report->mode == Mode::encoded && file.report->duration;
            });
            if (encoded && effect.video_pixels > 1e8 && seconds > 1)
                ended.encoded_pixels_per_s = effect.video_pixels / seconds;
            ended.report = std::make_shared<const PostReport>(std::move(*made));
        } else if (made.error().code == ErrorCode::cancelled) ended.stopped = true;
        else {
            ended.problem = made.error().message;
            ended.details = made.error().where + " " + made.error().detail;
        }
        tell(std::move(ended));
    });
}

void Worker::Inner::run(const ExportCover& effect) {
    job.add([this, effect] {
        std::error_code none;
        fs::create_directories(effect.folder, none);
        const auto made =
            export_frame(effect.file, effect.recipe, effect.at,
                         {.file = effect.folder / (effect.file.stem().string() + "-cover.jpg"),
                          .if_exists = IfExists::number});
        if (made)
            tell(Said{{Toast::Kind::done,
                       tr("The cover was saved as {file}", {{"file", made->file.string()}}), 0}});
        else say_problem(made.error());
    });
}

void Worker::Inner::run(const CancelMaking&) {
    const std::lock_guard lock(mutex);
    making.request_stop();
}

}  // namespace sunting
