// Runs effects.
#include "worker/worker.hpp"

#include "platform/other_programs.hpp"
#include "worker/find_files.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/post.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sunting {

using namespace mediaedit;
namespace fs = std::filesystem;

namespace {

/// Tasks one after another on a thread of its own. The last ones are finished before it ends.
class Queue {
public:
    Queue() : thread_([this] { work(); }) {}
    ~Queue() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    void add(std::function<void()> task) {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        changed_.notify_all();
    }

    void wait_until_empty() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return tasks_.empty() && !busy_; });
    }

private:
    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] { return ending_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            auto task = std::move(tasks_.front());
            tasks_.pop_front();
            busy_ = true;
            lock.unlock();
            task();
            lock.lock();
            busy_ = false;
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    bool ending_ = false, busy_ = false;
    std::thread thread_;
};

}  // namespace

struct Worker::Inner {
    Inner(WorkStore with_store, std::function<void()> with_wake)
        : store(std::move(with_store)), wake(std::move(with_wake)) {}

    WorkStore store;
    std::function<void()> wake;
    std::mutex mutex;
    std::vector<Action> actions;
    std::shared_ptr<const Work> to_store;  // the newest only
    std::uint64_t version = 0;
    std::stop_source making;
    Queue disk;     // short: writing settings and work
    Queue windows;  // waits for the person
    Queue job;      // long: making the results

    void tell(Action action) {
        {
            const std::lock_guard lock(mutex);
            actions.push_back(std::move(action));
        }
        wake();
    }
    void say_problem(const Error& error) { tell(Said{{Toast::Kind::problem, error.message, 0}}); }

    void store_newest() {
        std::shared_ptr<const Work> work;
        std::uint64_t of = 0;
        {
            const std::lock_guard lock(mutex);
            work = std::exchange(to_store, nullptr);
            of = version;
        }
        if (!work) return;  // a later task took it along
        const auto stored = store.keep(*work);
        store.now_working_on(work->id);
        tell(WorkStored{of, stored ? std::string() : stored.error().message});
    }

    void run(const StoreWork& effect) {
        {
            const std::lock_guard lock(mutex);
            version = effect.version;
            // One task for all that come before it runs: with one for each, a long drag would keep
            // the program from closing.
            if (std::exchange(to_store, effect.work)) return;
        }
        disk.add([this] {
            // A drag changes the work thirty times a second; the disk need not follow each.
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            store_newest();
        });
    }
    void run(const ReadWork& effect) {
        disk.add([this, id = effect.id] {
            auto work = store.read(id);
            if (work) tell(WorkRead{std::make_shared<const Work>(std::move(*work)), {}});
            else tell(WorkRead{nullptr, work.error().message});
        });
    }
    void run(const DeleteWork& effect) {
        disk.add([this, id = effect.id] {
            store.forget(id);
            store.now_working_on({});
        });
    }
    void run(const ListEarlier&) {
        disk.add([this] {
            store.now_working_on({});
            tell(EarlierCame{store.earlier(), {}});
        });
    }
    void run(const StoreSettings& effect) {
        disk.add([this, settings = effect.settings] {
            if (const auto kept = store.keep(settings); !kept) say_problem(kept.error());
        });
    }
    void run(const ListPlaces&) {
        disk.add([this] { tell(PlacesCame{find_places()}); });
    }

    void choose(BrowseFor what, std::function<void(std::vector<fs::path>)> chosen) {
        windows.add([this, what, chosen = std::move(chosen)] {
            auto files = browse(what);
            if (!files) say_problem(files.error());
            else if (!files->empty()) chosen(std::move(*files));
        });
    }
    void run(const BrowseFiles& effect) {
        choose(effect.many     ? BrowseFor::photos
               : effect.videos ? BrowseFor::video
                               : BrowseFor::photo,
               [this](auto files) { tell(TakeFiles{std::move(files)}); });
    }
    void run(const BrowseLogo&) {
        choose(BrowseFor::picture, [this](auto files) { keep_logo(files.front()); });
    }
    void run(const BrowseResults&) {
        choose(BrowseFor::folder, [this](auto files) { tell(ResultsChosen{files.front()}); });
    }
    void run(const KeepLogo& effect) {
        disk.add([this, file = effect.file] { keep_logo(file); });
    }
    /// A copy of its own: the stick that it came on may go.
    void keep_logo(const fs::path& file) {
        // Looked at before it takes the place of the one there is.
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
        // Copied onto itself, by whatever name, it would be empty.
        if (!fs::equivalent(file, kept, none))
            fs::copy_file(file, kept, fs::copy_options::overwrite_existing, problem);
        if (problem)
            tell(Said{{Toast::Kind::problem,
                       tr("The logo could not be copied ({reason}). Choose it once more.",
                          {{"reason", problem.message()}}),
                       0}});
        else tell(LogoChosen{kept});
    }
    void run(const BrowseVillage&) {
        choose(BrowseFor::profile, [this](auto files) {
            auto village = read_village(files.front());
            if (village)
                tell(VillageRead{std::make_shared<const Village>(std::move(*village)), {}});
            else tell(VillageRead{nullptr, village.error().message});
        });
    }
    void run(const WriteVillage& effect) {
        disk.add([this, village = effect.village, folder = effect.folder] {
            std::error_code none;
            fs::create_directories(folder, none);
            const auto file =
                folder /
                (village.village.empty() ? "desa.json" : "desa-" + village.village + ".json");
            const auto written = export_village(village, file, IfExists::replace);
            if (written)
                tell(Said{{Toast::Kind::done,
                           tr("The profile was saved as {file}", {{"file", file.string()}}), 0}});
            else say_problem(written.error());
        });
    }

    /// The first of the name and its numbers in which nothing of another work lies.
    static fs::path free_folder(const fs::path& wanted) {
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

    void run(const MakePost& effect) {
        {
            const std::lock_guard lock(mutex);
            making = std::stop_source();
        }
        job.add([this, effect, stop = making.get_token()] {
            Control control;
            control.stop = stop;
            auto told = std::chrono::steady_clock::now() - std::chrono::seconds(1);
            control.on_progress = [&](const Progress& progress) {
                const auto now = std::chrono::steady_clock::now();
                if (now - told < std::chrono::milliseconds(100)) return;
                told = now;
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
                    return file.report && file.report->mode == Mode::encoded &&
                           file.report->duration;
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
    void run(const ExportCover& effect) {
        job.add([this, effect] {
            std::error_code none;
            fs::create_directories(effect.folder, none);
            const auto made =
                export_frame(effect.file, effect.recipe, effect.at,
                             {.file = effect.folder / (effect.file.stem().string() + "-cover.jpg"),
                              .if_exists = IfExists::number});
            if (made)
                tell(Said{{Toast::Kind::done,
                           tr("The cover was saved as {file}", {{"file", made->file.string()}}),
                           0}});
            else say_problem(made.error());
        });
    }
    void run(const CancelMaking&) {
        const std::lock_guard lock(mutex);
        making.request_stop();
    }
    void run(const OpenFolder& effect) {
        windows.add([this, folder = effect.folder] {
            if (const auto shown = show_folder(folder); !shown) say_problem(shown.error());
        });
    }
    // The window's own.
    void run(const PutOnClipboard&) {}
    void run(const SpeakLanguage&) {}
    void run(const Play&) {}
    void run(const Pause&) {}
};

Worker::Worker(WorkStore store, std::function<void()> wake)
    : inner_(std::make_unique<Inner>(std::move(store), std::move(wake))) {}

Worker::~Worker() {
    inner_->run(CancelMaking{});
    finish_storing();
}

void Worker::run(const Effect& effect) {
    std::visit([&](const auto& what) { inner_->run(what); }, effect);
}

std::vector<Action> Worker::take() {
    const std::lock_guard lock(inner_->mutex);
    return std::exchange(inner_->actions, {});
}

void Worker::finish_storing() { inner_->disk.wait_until_empty(); }

const WorkStore& Worker::store() const { return inner_->store; }

}  // namespace sunting
