// Effects on the disk: work and settings.
#include "worker/find_files.hpp"
#include "worker/worker_inner.hpp"

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace sunting {

void Worker::Inner::store_newest() {
    std::shared_ptr<const Work> work;
    std::uint64_t of = 0;
    {
        const std::lock_guard lock(mutex);
        work = std::exchange(to_store, nullptr);
        of = version;
    }
    if (!work) return;  // another task stored it
    const auto stored = store.keep(*work);
    store.now_working_on(work->id);
    tell(WorkStored{of, stored ? std::string() : stored.error().message});
}

void Worker::Inner::run(const StoreWork& effect) {
    {
        const std::lock_guard lock(mutex);
        version = effect.version;
        // One task stores all changes that come before it runs. With one task for each, the
        // program could not close for a while after a long drag.
        if (std::exchange(to_store, effect.work)) return;
    }
    disk.add([this] {
        // A drag changes the work 30 times a second; not every change must reach the disk.
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        store_newest();
    });
}

void Worker::Inner::run(const ReadWork& effect) {
    disk.add([this, id = effect.id] {
        auto work = store.read(id);
        if (work) tell(WorkRead{std::make_shared<const Work>(std::move(*work)), {}});
        else tell(WorkRead{nullptr, work.error().message});
    });
}

void Worker::Inner::run(const DeleteWork& effect) {
    disk.add([this, id = effect.id] {
        store.forget(id);
        store.now_working_on({});
    });
}

void Worker::Inner::run(const ListEarlier&) {
    disk.add([this] {
        store.now_working_on({});
        tell(EarlierCame{store.earlier(), {}});
    });
}

void Worker::Inner::run(const StoreSettings& effect) {
    disk.add([this, settings = effect.settings] {
        if (const auto kept = store.keep(settings); !kept) say_problem(kept.error());
    });
}

void Worker::Inner::run(const ListPlaces&) {
    disk.add([this] { tell(PlacesCame{find_places()}); });
}

}  // namespace sunting
