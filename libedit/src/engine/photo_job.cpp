// One job of a photo export.
#include "engine/photo_job.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "photo/jpeg/plain_jpeg.hpp"
#include "photo/result_limits.hpp"
#include "picture/draw/render.hpp"
#include "picture/picture.hpp"
#include "plan/need_plan.hpp"
#include "plan/same_recipe.hpp"
#include "recipe/validate.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr double share_of_rendering = 0.3,
                 share_of_encoding = 1 - share_of_rendering - share_of_naming;

void open_output(PhotoJob& job, const OpenPhoto& photo, const Limits& limits) {
    const auto& output = job.request->output;
    const auto format = write_format_of(output.file);
    if (!format)
        fail(ErrorCode::bad_argument,
             tr("{file} names no photo format that can be written; end it in .jpg, .png, .webp or "
                ".avif.",
                {{"file", output.file.filename().string()}}),
             output.file.string());
    job.format = *format;
    require_few(job.request->recipe);
    job.plan = need_plan(job.request->recipe, photo.info);
    check_result_size(job.format, job.plan.result, output.file, limits);
    job.file = NewFile::open(output.file, output.if_exists);
}

/// Whether the source, byte for byte, already is the result.
bool is_finished_already(const PhotoJob& job, const OpenPhoto& photo) {
    const auto& recipe = job.request->recipe;
    const auto& output = job.request->output;
    const auto& plan = job.plan;
    return job.format == WriteFormat::jpeg && photo.header.format == PhotoFormat::jpeg &&
           output.quality == Quality::best &&
           (!output.max_bytes || photo.bytes.size() <= *output.max_bytes) &&
           plan.turn == Turn::none && !plan.mirror && plan.straighten_deg == 0 &&
           plan.hidden.empty() && !recipe.hide_faces && plan.adjust == Adjust{} &&
           plan.overlays.empty() && plan.result == photo.info.size &&
           plan.crop == PixelRect{0, 0, plan.result.width, plan.result.height} &&
           plan.placed == plan.crop && photo.header.orientation == Orientation::upright &&
           photo.header.color == "srgb" && is_plain_jpeg(photo.bytes);
}

/// Renders and encodes the result.
Bytes make_result(PhotoJob& job, const std::stop_token& stop, const Tell& tell) {
    leave_if_stopped(stop);
    Picture picture = render(*job.turned, job.plan, stop);
    if (job.art) job.art->draw(picture.pixels);
    tell(share_of_rendering);
    if (job.format == WriteFormat::jpeg && picture.has_alpha())
        job.notes.push_back(
            {"transparent_on_white",
             tr("See-through parts of the picture became white; save as PNG to keep them.")});
    const auto& output = job.request->output;
    auto encoded = encode_photo(picture, {job.format, output.quality, output.max_bytes, stop});
    job.notes.insert(job.notes.end(), encoded.notes.begin(), encoded.notes.end());
    leave_if_stopped(stop);
    tell(share_of_encoding);
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(encoded.bytes));
}

std::uintmax_t limit_of(const PhotoJob& job) {
    return job.request->output.max_bytes.value_or(UINTMAX_MAX);
}

}  // namespace

void open_job(PhotoJob& job, const OpenPhoto& photo, const Limits& limits) {
    open_output(job, photo, limits);
    job.notes = photo.info.notes;
    if (!job.request->recipe.keep.empty())
        job.notes.push_back(
            {"keep_ignored",
             tr("A photo has no parts in time, so the times to keep changed nothing.")});
    if (!is_finished_already(job, photo)) return;
    job.file->write(photo.bytes);
    name_result(job, photo.bytes, photo, Mode::copied);
}

std::vector<EqualJobs> group_equal_jobs(std::vector<PhotoJob>& jobs) {
    std::vector<EqualJobs> groups;
    for (auto& job : jobs) {
        if (job.is_done()) continue;
        const auto is_same = [&](const EqualJobs& group) {
            const auto& other = *group.front();
            return other.format == job.format &&
                   other.request->output.quality == job.request->output.quality &&
                   makes_the_same_pictures(other.request->recipe, job.request->recipe);
        };
        const auto same = std::ranges::find_if(groups, is_same);
        if (same != groups.end()) same->push_back(&job);
        else groups.push_back({&job});
    }
    for (auto& group : groups)
        std::ranges::stable_sort(group, std::ranges::greater(),
                                 [](const PhotoJob* job) { return limit_of(*job); });
    return groups;
}

Bytes write_result(PhotoJob& job, LastResult& last, const std::stop_token& stop, const Tell& tell) {
    Bytes bytes;
    attempt(job.error, [&] {
        if (last.bytes && last.bytes->size() <= limit_of(job)) {
            bytes = last.bytes;
            job.notes = last.notes;
            job.notes.push_back(
                {"made_once",
                 tr("This photo is the same as {file}, so it was made once and copied.",
                    {{"file", last.job->request->output.file.filename().string()}})});
            tell(share_of_rendering + share_of_encoding);
        } else {
            bytes = make_result(job, stop, tell);
            last = {&job, bytes, job.notes};
        }
        job.file->write(*bytes);
    });
    return bytes;
}

void name_result(PhotoJob& job, std::span<const std::uint8_t> bytes, const OpenPhoto& photo,
                 Mode mode) {
    Report report;
    report.source = photo.file;
    report.file = job.file->commit();
    report.size = job.plan.result;
    report.bytes = bytes.size();
    report.mode = mode;
    report.notes = std::move(job.notes);
    job.report = std::move(report);
}

}  // namespace mediaedit::internal
