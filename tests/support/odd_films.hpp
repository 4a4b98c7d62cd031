// Films as devices, joiners and interrupted recordings leave them: changed after they were made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace mediaedit::test {

/// The pictures (from 1) that an MP4 with one track of pictures calls key pictures.
std::vector<std::uint32_t> key_flags(const std::filesystem::path& mp4);
/// Calls these so instead, at most as many as before.
void set_key_flags(const std::filesystem::path& mp4, std::span<const std::uint32_t> pictures);
/// Leaves the list of key pictures out: each picture is called one.
void drop_key_flags(const std::filesystem::path& mp4);

/// One file's bytes behind the other's.
void join(std::span<const std::filesystem::path> parts, const std::filesystem::path& joined);

/// Only `share` of the file's bytes, from its beginning.
void cut_off(const std::filesystem::path& file, double share);

/// A transport stream without its first `packets` packets, but for those that tell what it holds.
void drop_beginning(const std::filesystem::path& stream, std::size_t packets);

}  // namespace mediaedit::test
