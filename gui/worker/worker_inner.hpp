// The inside of the worker: its queues, and how each effect is run.
#pragma once

#include "worker/task_queue.hpp"
#include "worker/work_store.hpp"
#include "worker/worker.hpp"

#include "platform/other_programs.hpp"

#include <mediaedit/result.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace sunting {

struct Worker::Inner {
    Inner(WorkStore with_store, std::function<void()> with_wake);

    WorkStore store;
    std::function<void()> wake;
    std::mutex mutex;
    std::vector<Action> actions;
    std::shared_ptr<const Work> to_store;  ///< the newest only
    std::uint64_t version = 0;             ///< of `to_store`
    std::stop_source making;
    TaskQueue disk;     ///< short: settings and work
    TaskQueue windows;  ///< waits for the person
    TaskQueue job;      ///< long: makes results

    /// Threads: any.
    void tell(Action action);
    void say_problem(const mediaedit::Error& error);

    // worker_storing.cpp
    void store_newest();
    void run(const StoreWork& effect);
    void run(const ReadWork& effect);
    void run(const DeleteWork& effect);
    void run(const ListEarlier&);
    void run(const StoreSettings& effect);
    void run(const ListPlaces&);

    // worker_browsing.cpp
    void choose(BrowseFor what, std::function<void(std::vector<std::filesystem::path>)> chosen);
    void keep_logo(const std::filesystem::path& file);
    void run(const BrowseFiles& effect);
    void run(const BrowseLogo&);
    void run(const BrowseResults&);
    void run(const KeepLogo& effect);
    void run(const BrowseVillage&);
    void run(const WriteVillage& effect);
    void run(const OpenFolder& effect);

    // worker_making.cpp
    void run(const MakePost& effect);
    void run(const ExportCover& effect);
    void run(const CancelMaking&);

    // The app runs these itself.
    void run(const PutOnClipboard&) {}
    void run(const SpeakLanguage&) {}
    void run(const Play&) {}
    void run(const Pause&) {}
};

}  // namespace sunting
