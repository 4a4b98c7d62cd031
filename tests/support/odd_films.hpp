// Films as devices, joining programs and interrupted recordings leave them: made, then changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace mediaedit::test {

/// The key pictures (from 1) that an MP4 with one video track lists.
std::vector<std::uint32_t> key_flags(const std::filesystem::path& mp4);
/// Lists these instead, at most as many as before.
void set_key_flags(const std::filesystem::path& mp4, std::span<const std::uint32_t> pictures);
/// Removes the list of key pictures: each picture then counts as one.
void drop_key_flags(const std::filesystem::path& mp4);

/// Concatenates the bytes of two files.
void join(std::span<const std::filesystem::path> parts, const std::filesystem::path& joined);

/// Keeps only the first `share` of the file's bytes.
void cut_off(const std::filesystem::path& file, double share);

/// Removes the first `packets` packets of a transport stream, except its tables.
void drop_beginning(const std::filesystem::path& stream, std::size_t packets);

}  // namespace mediaedit::test
