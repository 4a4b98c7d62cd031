// Shortage of memory, open files or threads, so that it is reported as such and not as a damaged
// file or installation.
#pragma once

#include "base/failure.hpp"

#include <mediaedit/export.hpp>

#include <cstddef>
#include <string>

namespace mediaedit::internal {

enum class Shortage { none, memory, files, threads };

/// The shortage that the errno value `why` means; none if it means something else.
MEDIAEDIT_INTERNAL Shortage shortage_of(int why) noexcept;

/// Finds what is short now by requesting a little of each. Takes a few microseconds. `threads` is
/// how many must be able to run at once.
MEDIAEDIT_INTERNAL Shortage find_shortage(int threads = 1) noexcept;

/// Whether that much memory is available now.
MEDIAEDIT_INTERNAL bool can_have_memory(std::size_t bytes) noexcept;

/// Whether `count` more threads can be started now; tries at most 16.
MEDIAEDIT_INTERNAL bool can_start_threads(int count) noexcept;

/// Whether as many threads as any of our work needs could be started. Once true, it stays true.
MEDIAEDIT_INTERNAL bool has_many_threads() noexcept;

/// Returns `threads`, or 1 if that many and the two that libraries add cannot be started.
inline int startable_threads(int threads) noexcept {
    return threads > 1 && !can_start_threads(threads + 2) ? 1 : threads;
}

/// The error for a shortage: too_large. `detail` is for the log.
MEDIAEDIT_INTERNAL Error shortage_error(Shortage shortage, std::string where, std::string detail);

/// Errors: too_large if the errno value `why` means a shortage; else returns.
MEDIAEDIT_INTERNAL void fail_if_short(int why, const std::string& where = {});

[[noreturn]] MEDIAEDIT_INTERNAL void fail_for_memory(const std::string& detail = {});

/// For a library that failed without a reason on valid input. Reports what is short now, else
/// memory.
[[noreturn]] MEDIAEDIT_INTERNAL void fail_for_lack(const std::string& detail);

}  // namespace mediaedit::internal
