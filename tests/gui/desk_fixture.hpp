// A desk whose answers a test waits for.
#pragma once

#include "worker/desk.hpp"

#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sunting::test {

class DeskTest : public testing::Test {
protected:
    mediaedit::test::TemporaryFolder folder_;
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_ = 0;
    std::vector<Answer> come_;
    Desk desk_{[this] {
        const std::lock_guard lock(mutex_);
        ++wakes_;
        woken_.notify_all();
    }};

    std::filesystem::path photo(const std::string& name, int width = 320, int height = 240) {
        const auto file = folder_ / name;
        mediaedit::test::write_photo(file, mediaedit::test::made_scene(width, height));
        return file;
    }

    /// Takes answers until `enough`. If the desk does not answer, the test runs into its time
    /// limit.
    void wait_until(const std::function<bool()>& enough) {
        for (int seen = 0;;) {
            for (auto& answer : desk_.take()) come_.push_back(std::move(answer));
            if (enough()) return;
            std::unique_lock lock(mutex_);
            woken_.wait_for(lock, std::chrono::seconds(1), [&] { return wakes_ != seen; });
            seen = wakes_;
        }
    }

    [[nodiscard]] const Answer* answer(const std::string& slot, const std::string& key) const {
        for (const auto& one : come_)
            if (one.slot == slot && one.key == key) return &one;
        return nullptr;
    }
    [[nodiscard]] std::vector<std::string> order() const {
        std::vector<std::string> slots;
        for (const auto& one : come_) slots.push_back(one.slot + "=" + one.key);
        return slots;
    }
};

template <class Kind>
std::shared_ptr<const Kind> value_of(const Answer* answer) {
    if (!answer) return {};
    const auto* value = std::get_if<std::shared_ptr<const Kind>>(&answer->value);
    return value ? *value : std::shared_ptr<const Kind>{};
}

}  // namespace sunting::test
