// Undo and redo: whole values, each with the name of its change.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace sunting {

/// A drag or typing in one field is one step: consecutive changes with the same `burst` are joined.
template <class Value>
class History {
public:
    explicit History(Value value) {
        steps_.push_back({std::make_shared<const Value>(std::move(value)), {}, {}});
    }

    [[nodiscard]] const Value& now() const { return *steps_[at_].value; }
    [[nodiscard]] std::shared_ptr<const Value> shared() const { return steps_[at_].value; }

    /// `name` describes the change, such as "move photo". An unchanged value adds no step.
    void change(Value value, std::string name, std::string burst = {}) {
        if (value == now()) return;
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, steps_.end());
        auto shared = std::make_shared<const Value>(std::move(value));
        if (!burst.empty() && burst == steps_[at_].burst) {
            steps_[at_].value = std::move(shared);
            return;
        }
        steps_.push_back({std::move(shared), std::move(name), std::move(burst)});
        if (steps_.size() > most_steps) steps_.pop_front();
        at_ = steps_.size() - 1;
    }

    /// Changes the current value without a step of its own.
    void amend(Value value) { steps_[at_].value = std::make_shared<const Value>(std::move(value)); }

    /// The next change begins a new step.
    void end_burst() { steps_[at_].burst.clear(); }

    [[nodiscard]] std::optional<std::string> undo_name() const {
        return at_ == 0 ? std::nullopt : std::optional(steps_[at_].name);
    }
    [[nodiscard]] std::optional<std::string> redo_name() const {
        return at_ + 1 == steps_.size() ? std::nullopt : std::optional(steps_[at_ + 1].name);
    }
    void undo() {
        if (at_ == 0) return;
        --at_;
        end_burst();
    }
    void redo() {
        if (at_ + 1 == steps_.size()) return;
        ++at_;
        end_burst();
    }

private:
    static constexpr std::size_t most_steps = 500;  // each takes a few kilobytes

    struct Entry {
        std::shared_ptr<const Value> value;
        std::string name, burst;
    };
    std::deque<Entry> steps_;
    std::size_t at_ = 0;
};

}  // namespace sunting
