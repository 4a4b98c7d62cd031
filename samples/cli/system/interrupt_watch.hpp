// Ctrl+C.
#pragma once

#include <stop_token>
#include <thread>

namespace cli {

/// While it lives, the first Ctrl+C (or SIGTERM) requests a stop; the second ends the process at
/// once. Create it before any other thread is started.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::thread listener_;
};

}  // namespace cli
