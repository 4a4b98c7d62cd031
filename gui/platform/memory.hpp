// Returns freed memory to the operating system.
#pragma once

namespace sunting {

/// Call it after work that used much memory: the C library keeps freed memory, which other programs
/// need on a small computer. Takes some milliseconds. Does nothing where the C library has no such
/// call. Threads: any.
void give_back_memory();

}  // namespace sunting
