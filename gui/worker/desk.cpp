// Answers the needs of the screen.
#include "worker/desk.hpp"

#include "worker/answer_need.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace sunting {

namespace {

enum class Lane { pictures, rest };

Lane lane_of(const Wanted& wanted) {
    return std::holds_alternative<NeedUncut>(wanted) || (std::holds_alternative<NeedResult>(wanted))
               ? Lane::pictures
               : Lane::rest;
}

/// "card" of "card:0:instagram-story". Slots of one kind take turns.
std::string kind_of(const std::string& slot) { return slot.substr(0, slot.find(':')); }

}  // namespace

struct Desk::Inner {
    std::function<void()> wake;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Need> needs;
    std::map<std::string, std::string> done;  // slot to key: answered or being answered
    std::map<std::string, std::uint64_t> served;
    std::uint64_t turn = 0;
    std::vector<Answer> answers;
    std::shared_mutex quiet;  // held shared while a need is answered
    std::stop_source stop;
    std::array<std::stop_source, 2> current;  // of the need that each lane is answering
    std::array<std::string, 2> current_slot, current_key;
    std::array<std::thread, 2> threads;

    /// The most urgent kind first. Within it the slot that waited longest, so that a drag does not
    /// starve the others.
    std::optional<Need> next(Lane lane) {
        const Need* best = nullptr;
        for (const auto& need : needs) {
            if (lane_of(need.wanted) != lane) continue;
            const auto known = done.find(need.slot);
            if (known != done.end() && known->second == need.key) continue;
            if (!best) best = &need;
            else if (kind_of(need.slot) == kind_of(best->slot) &&
                     served[need.slot] < served[best->slot])
                best = &need;
        }
        if (!best) return {};
        return *best;
    }

    void work(Lane lane) {
        Opened opened;
        const auto number = static_cast<std::size_t>(lane);
        for (;;) {
            std::optional<Need> need;
            std::stop_token stopped;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] {
                    need = stop.stop_requested() ? std::nullopt : next(lane);
                    return stop.stop_requested() || need;
                });
                if (stop.stop_requested()) return;
                done[need->slot] = need->key;
                served[need->slot] = ++turn;
                current[number] = std::stop_source();
                current_slot[number] = need->slot;
                current_key[number] = need->key;
                stopped = current[number].get_token();
            }
            Answer answer{need->slot, need->key, {}, {}};
            {
                const std::shared_lock lock(quiet);
                answer = answer_need(*need, opened, stopped);
            }
            {
                const std::lock_guard lock(mutex);
                current_slot[number].clear();
                if (stopped.stop_requested()) {  // stopped: it may be asked again
                    if (const auto known = done.find(need->slot);
                        known != done.end() && known->second == need->key)
                        done.erase(known);
                    continue;
                }
                answers.push_back(std::move(answer));
            }
            wake();
        }
    }
};

Desk::Desk(std::function<void()> wake) : inner_(std::make_unique<Inner>()) {
    inner_->wake = std::move(wake);
    for (std::size_t i = 0; i < inner_->threads.size(); ++i)
        inner_->threads[i] =
            std::thread([inner = inner_.get(), i] { inner->work(static_cast<Lane>(i)); });
}

Desk::~Desk() {
    {
        const std::lock_guard lock(inner_->mutex);
        inner_->stop.request_stop();
        for (auto& current : inner_->current) current.request_stop();
    }
    inner_->changed.notify_all();
    for (auto& thread : inner_->threads) thread.join();
}

void Desk::want(std::vector<Need> needs) {
    {
        const std::lock_guard lock(inner_->mutex);
        // A need that is asked again after its answer was dropped is answered again.
        std::set<std::string> wanted;
        for (const auto& need : needs) wanted.insert(need.slot);
        std::erase_if(inner_->done,
                      [&](const auto& entry) { return !wanted.contains(entry.first); });
        for (std::size_t lane = 0; lane < inner_->current.size(); ++lane)
            if (!inner_->current_slot[lane].empty() && !wanted.contains(inner_->current_slot[lane]))
                inner_->current[lane].request_stop();
        inner_->needs = std::move(needs);
    }
    inner_->changed.notify_all();
}

std::vector<Answer> Desk::take() {
    const std::lock_guard lock(inner_->mutex);
    return std::exchange(inner_->answers, {});
}

void Desk::meanwhile(const std::function<void()>& change) {
    const std::unique_lock lock(inner_->quiet);
    change();
}

}  // namespace sunting
