// What the program has freed, given back to the computer.
#pragma once

namespace sunting {

/// After work that took much and is done: the C library keeps freed memory for what comes next,
/// which on a small computer other programs want. Takes some milliseconds. Where it cannot be asked
/// to, nothing happens. Threads: any.
void give_back_memory();

}  // namespace sunting
