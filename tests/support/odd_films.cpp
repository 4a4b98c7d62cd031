// Films as devices, joining programs and interrupted recordings leave them.
#include "support/odd_films.hpp"

#include "support/mp4_walker.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace mediaedit::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_all(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

std::uint32_t number_at(const Bytes& bytes, std::size_t at) {
    return std::uint32_t{bytes.at(at)} << 24 | std::uint32_t{bytes.at(at + 1)} << 16 |
           std::uint32_t{bytes.at(at + 2)} << 8 | bytes.at(at + 3);
}

void put_number(Bytes& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes.at(at + i) = static_cast<std::uint8_t>(number >> (24 - 8 * i));
}

WalkedBox box_of_keys(const std::filesystem::path& mp4) {
    const Mp4Walker walker(mp4);
    const auto* box = walker.find("moov/trak/mdia/minf/stbl/stss");
    if (!box) throw std::runtime_error("no stss");
    return *box;
}

}  // namespace

std::vector<std::uint32_t> key_flags(const std::filesystem::path& mp4) {
    const auto box = box_of_keys(mp4);
    const auto bytes = read_all(mp4);
    const auto at = box.offset + box.header + 4;
    std::vector<std::uint32_t> pictures;
    for (std::uint32_t i = 0; i < number_at(bytes, at); ++i)
        pictures.push_back(number_at(bytes, at + 4 + 4 * std::size_t{i}));
    return pictures;
}

void set_key_flags(const std::filesystem::path& mp4, std::span<const std::uint32_t> pictures) {
    const auto box = box_of_keys(mp4);
    auto bytes = read_all(mp4);
    const auto at = box.offset + box.header + 4;
    if (pictures.size() > number_at(bytes, at)) throw std::runtime_error("no room for so many");
    put_number(bytes, at, static_cast<std::uint32_t>(pictures.size()));
    for (std::size_t i = 0; i < pictures.size(); ++i)
        put_number(bytes, at + 4 + 4 * i, pictures[i]);
    write_all(mp4, bytes);
}

void drop_key_flags(const std::filesystem::path& mp4) {
    const auto box = box_of_keys(mp4);
    auto bytes = read_all(mp4);
    const std::string unknown = "free";
    std::ranges::copy(unknown, bytes.begin() + static_cast<std::ptrdiff_t>(box.offset) + 4);
    write_all(mp4, bytes);
}

void join(std::span<const std::filesystem::path> parts, const std::filesystem::path& joined) {
    Bytes all;
    for (const auto& part : parts) {
        const auto bytes = read_all(part);
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    write_all(joined, all);
}

void cut_off(const std::filesystem::path& file, double share) {
    const auto bytes = std::filesystem::file_size(file);
    std::filesystem::resize_file(file,
                                 static_cast<std::uintmax_t>(static_cast<double>(bytes) * share));
}

void drop_beginning(const std::filesystem::path& stream, std::size_t packets) {
    constexpr std::size_t length = 188;
    constexpr int first_of_content = 0x20;
    const auto bytes = read_all(stream);
    Bytes rest;
    for (std::size_t at = 0; at + length <= bytes.size(); at += length) {
        const int id = (bytes[at + 1] & 0x1F) << 8 | bytes[at + 2];
        // FFmpeg's muxer writes PAT, SDT and PMT under the PIDs 0, 0x11 and 0x1000.
        const bool tells = id < first_of_content || id == 0x1000;
        if (at / length >= packets || tells)
            rest.insert(rest.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                        bytes.begin() + static_cast<std::ptrdiff_t>(at + length));
    }
    write_all(stream, rest);
}

}  // namespace mediaedit::test
