// Any bytes as a film in a folder of its own, and the requirements for every result.
#pragma once

#include "engine/media_kind.hpp"
#include "fuzz/require.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

namespace mediaedit::fuzz {

/// Removed at the end, unless the run is aborted.
class FilmFolder {
public:
    explicit FilmFolder(std::span<const std::uint8_t> film) {
        // In memory if possible: a disk would be written to a thousand times a minute.
        const std::filesystem::path memory = "/dev/shm";
        const auto where =
            std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
        auto name = (where / "mediaedit-fuzz-XXXXXX").string();
        require(mkdtemp(name.data()) != nullptr);
        path_ = name;
        std::ofstream out(source(), std::ios::binary);
        out.write(reinterpret_cast<const char*>(film.data()),
                  static_cast<std::streamsize>(film.size()));
        require(out.flush().good());
    }
    ~FilmFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    FilmFolder(const FilmFolder&) = delete;
    FilmFolder& operator=(const FilmFolder&) = delete;

    [[nodiscard]] std::filesystem::path source() const { return path_ / "film"; }
    [[nodiscard]] std::filesystem::path result() const { return path_ / "result.mp4"; }
    [[nodiscard]] bool is_film() const { return internal::is_video(source()); }
    [[nodiscard]] int entries() const {
        return static_cast<int>(std::distance(std::filesystem::directory_iterator(path_),
                                              std::filesystem::directory_iterator()));
    }

private:
    std::filesystem::path path_;
};

/// Small, so that a run is quick.
inline Control small_control() {
    Control control;
    control.threads = 1;
    control.limits.max_pixels = 1'000'000;
    control.limits.max_memory_bytes = 256 << 20;
    control.limits.max_duration = std::chrono::seconds(20);
    return control;
}

inline void require_within(PixelSize size, const Limits& limits) {
    require(size.width > 0 && size.height > 0 && size.width <= limits.max_side_px &&
            size.height <= limits.max_side_px);
    require(static_cast<std::int64_t>(size.width) * size.height <= limits.max_pixels);
}

/// Either a film with all its pictures and no other file, or an error with a message and no file.
/// `slack`: allowed error of the reported length.
inline void require_result(const FilmFolder& folder, const Result<Report>& report,
                           const Control& control, Time slack = std::chrono::milliseconds(2)) {
    if (!report) {
        require_refusal(report.error());
        require(folder.entries() == 1);
        return;
    }
    require(folder.entries() == 2 && report->file == folder.result());
    const auto made = probe(report->file, control);
    if (!made)
        std::fprintf(stderr, "the result is refused: %s (%s)\n", made.error().message.c_str(),
                     made.error().detail.c_str());
    require(made.has_value());
    require(made->kind == MediaKind::video && made->notes.empty());
    require(report->frames_copied + report->frames_encoded > 0);
    require(made->frames == report->frames_copied + report->frames_encoded);
    require(report->duration && made->duration &&
            std::chrono::abs(*report->duration - *made->duration) <= slack);
}

}  // namespace mediaedit::fuzz
