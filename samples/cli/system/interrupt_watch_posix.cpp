// Ctrl+C, on Linux and macOS.
#include "system/interrupt_watch.hpp"

#include "exit_code.hpp"

#include <csignal>
#include <system_error>

#include <unistd.h>

namespace cli {
namespace {

/// Wakes the listening thread when the work is done.
constexpr int no_more_listening = SIGUSR1;

}  // namespace

InterruptWatch::InterruptWatch() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, no_more_listening}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    try {
        listener_ = std::thread([this, signals] {
            for (int received = 0;
                 sigwait(&signals, &received) == 0 && received != no_more_listening;) {
                if (source_.stop_requested()) _exit(cancelled);
                source_.request_stop();
            }
        });
    } catch (const std::system_error&) {
        // No thread can be started: Ctrl+C ends the process as usual.
        pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    }
}

InterruptWatch::~InterruptWatch() {
    if (!listener_.joinable()) return;
    pthread_kill(listener_.native_handle(), no_more_listening);
    listener_.join();
}

}  // namespace cli
