// What a computer that is short of something lacks, told as that and not as a fault of a file or an
// installation.
#pragma once

#include "base/failure.hpp"

#include <mediaedit/export.hpp>

#include <cstddef>
#include <string>

namespace mediaedit::internal {

enum class Shortage { none, memory, files, threads };

/// What `why`, a number of errno, says; none: it is about something else.
MEDIAEDIT_INTERNAL Shortage shortage_of(int why) noexcept;

/// What cannot be had at this moment, found by asking for a little of each. A few microseconds.
/// `threads`: so many must be able to run at once.
MEDIAEDIT_INTERNAL Shortage find_shortage(int threads = 1) noexcept;

/// Whether that much memory can be had at this moment.
MEDIAEDIT_INTERNAL bool can_have_memory(std::size_t bytes) noexcept;

/// Whether so many threads more can run at this moment; at most 16 are tried.
MEDIAEDIT_INTERNAL bool can_start_threads(int count) noexcept;

/// Whether as many as any of our work wants could be started once. Found out once in a process.
MEDIAEDIT_INTERNAL bool has_many_threads() noexcept;

/// `threads`; 1 where not as many can be started beside this one, and the two that libraries add.
inline int startable_threads(int threads) noexcept {
    return threads > 1 && !can_start_threads(threads + 2) ? 1 : threads;
}

/// The error that tells of it: too_large. `detail` is for the log.
MEDIAEDIT_INTERNAL Error shortage_error(Shortage shortage, std::string where, std::string detail);

/// Errors: that of the shortage which `why`, a number of errno, tells of. Gives where it tells of
/// none.
MEDIAEDIT_INTERNAL void fail_if_short(int why, const std::string& where = {});

[[noreturn]] MEDIAEDIT_INTERNAL void fail_for_memory(const std::string& detail = {});

/// For a library that fails without a reason, though what it was asked for is sound: what cannot be
/// had now, else memory.
[[noreturn]] MEDIAEDIT_INTERNAL void fail_for_lack(const std::string& detail);

}  // namespace mediaedit::internal
