// From one video to its results.
#include "video/export_video.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/new_file.hpp"
#include "base/system.hpp"
#include "video/describe.hpp"
#include "video/trim.hpp"
#include "video/video_file.hpp"

#include <algorithm>
#include <string>

namespace mediaedit::internal {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : static_cast<char>(letter); });
    return text;
}

void check_output(const std::filesystem::path& source, const Output& output) {
    const auto ending = lower(output.file.extension().string());
    if (ending != ".mp4" && ending != ".mov")
        fail(ErrorCode::bad_argument, tr("{file} names no video format that can be written; end it in .mp4.", {{"file", output.file.filename().string()}}), output.file.string());
    if (same_file(source, output.file))
        fail(ErrorCode::exists, tr("The result would replace the original video, which is never changed; choose another name."), output.file.string());
}

/// Whether the recipe asks for nothing but parts of the video, as they are.
bool only_keeps(const Recipe& recipe, const MediaInfo& info) {
    Recipe rest = recipe;
    rest.keep.clear();
    rest.placements.clear();
    rest.focus.reset();
    if (rest.crop == Area{}) rest.crop.reset();
    if (rest.canvas && rest.canvas->size == info.size) rest.canvas.reset();
    return rest == Recipe{} && !info.interlaced;
}

Report export_one(const std::filesystem::path& source, const MediaInfo& info, const Job& job, const Control& control) {
    check_output(source, job.output);
    if (!only_keeps(job.recipe, info) || job.output.max_bytes) fail(ErrorCode::unsupported, tr("This version only cuts parts out of videos."));
    auto file = NewFile::open(job.output.file, job.output.if_exists);
    const auto progress = [&](double fraction) {
        if (control.on_progress) control.on_progress({fraction, {}});
    };
    const auto made = trim_by_copying(source, job.recipe.keep, job.recipe.sound, file, control, progress);
    Report report;
    report.source = source;
    report.size = info.size;
    report.file = file.commit();
    flush_folder_of(report.file);
    std::error_code ignored;
    report.bytes = std::filesystem::file_size(report.file, ignored);
    report.duration = made.duration;
    report.mode = made.frames_encoded == 0 ? Mode::copied : made.frames_copied == 0 ? Mode::encoded : Mode::partly_copied;
    report.frames_copied = made.frames_copied;
    report.frames_encoded = made.frames_encoded;
    report.notes = info.notes;
    report.notes.insert(report.notes.end(), made.notes.begin(), made.notes.end());
    return report;
}

}  // namespace

std::vector<Result<Report>> export_video(const std::filesystem::path& source, std::span<const Job> jobs, const Control& control) {
    const auto info = describe_video(source, control);
    std::vector<Result<Report>> results;
    for (const auto& job : jobs) {
        results.push_back(guard([&]() -> Report {
            try {
                return export_one(source, info, job, control);
            } catch (const CannotCopy& reason) {
                fail(ErrorCode::unsupported, tr("This video cannot be cut without encoding it, which this version does not do."), source.string(), reason.code + ": " + reason.detail);
            }
        }));
    }
    return results;
}

}  // namespace mediaedit::internal
