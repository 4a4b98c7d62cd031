// Exports one photo: decodes it once, then renders and writes its results in parallel.
#include "engine/photo_export.hpp"

#include "base/cancel.hpp"
#include "base/guard.hpp"
#include "base/progress_meter.hpp"
#include "base/start_thread.hpp"
#include "base/system/new_file.hpp"
#include "base/system/thread_count.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/photo_job.hpp"
#include "engine/scene.hpp"
#include "engine/workers.hpp"
#include "picture/serially.hpp"
#include "subjects/face_finder.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <future>
#include <set>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr double share_of_decoding = 0.35;
constexpr double share_of_searching = 0.1;
constexpr double share_of_jobs = 1 - share_of_decoding - share_of_searching;

std::vector<PhotoJob> open_jobs(const OpenPhoto& photo, std::span<const Job> requests,
                                const Control& control) {
    std::vector<PhotoJob> jobs(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        jobs[i].request = &requests[i];
        attempt(jobs[i].error, [&] { open_job(jobs[i], photo, control.limits); });
    }
    return jobs;
}

/// The largest scale of the source that any job needs. Face detection needs a minimum size, so that
/// it finds as many faces for a small result as for a large one.
double needed_scale(const std::vector<PhotoJob>& jobs, PixelSize full) {
    double scale = 0;
    for (const auto& job : jobs) {
        if (job.is_done()) continue;
        scale = std::max(scale, job.plan.scale);
        if (job.request->recipe.hide_faces)
            scale = std::max(
                scale, static_cast<double>(searched_photo_px) / std::max(full.width, full.height));
    }
    return std::min(1.0, scale);
}

/// Whether a job may need face detection, to hide faces or to choose a crop.
bool may_need_faces(const std::vector<PhotoJob>& jobs) {
    return std::any_of(jobs.begin(), jobs.end(), [](const PhotoJob& job) {
        return !job.is_done() && (job.request->recipe.hide_faces ||
                                  (!job.request->recipe.focus && job.plan.fit == Fit::cover));
    });
}

void set_overlays(std::vector<PhotoJob>& jobs, const Control& control) {
    LogoShelf shelf;
    for (auto& job : jobs) {
        const auto& overlays = job.request->recipe.overlays;
        if (overlays.empty() || job.error) continue;
        attempt(job.error, [&] {
            shelf.add(job.request->recipe, control);
            job.art.emplace(overlays, job.plan, shelf.logos_for(job.request->recipe), control.stop);
            for (auto& note : job.art->notes()) job.notes.push_back(std::move(note));
        });
    }
}

/// Decodes the photo at `scale` while another thread prepares the overlays.
Result<Photo> decode_and_set_overlays(std::vector<PhotoJob>& jobs, const OpenPhoto& photo,
                                      double scale, int threads, const Control& control,
                                      ProgressMeter& progress) {
    const auto make_overlays = [&] {
        set_overlays(jobs, control);
        if (may_need_faces(jobs)) load_face_finder();
    };
    auto overlays = run_beside(make_overlays, threads > 1);
    double reported = 0;
    const auto report_decoding = [&](double fraction) {
        progress.add(share_of_decoding * std::max(0.0, fraction - reported));
        reported = std::max(reported, fraction);
    };
    auto decoded = guard([&] { return decode(photo, scale, control, report_decoding); });
    overlays.get();
    if (decoded) report_decoding(1);
    return decoded;
}

/// Adds the notes that are not there yet: the header may have caused the same ones.
void add_new(std::vector<Note>& notes, const std::vector<Note>& more) {
    for (const auto& note : more)
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

void settle_jobs(std::vector<PhotoJob>& jobs, const MediaInfo& info,
                 const std::vector<Note>& decoding_notes, Scene& scene,
                 const std::stop_token& stop) {
    for (auto& job : jobs) {
        if (job.report) continue;
        attempt(job.error, [&] {
            leave_if_stopped(stop);
            auto settled = settle(job.request->recipe, info, scene);
            job.plan = std::move(settled.plan);
            add_new(job.notes, decoding_notes);
            job.notes.insert(job.notes.end(), settled.notes.begin(), settled.notes.end());
            job.turned = &scene.turned(job.plan);  // made here; the job threads only read it
        });
    }
}

/// Renders, encodes and names the results. Naming waits for the disk, not for a core, so the next
/// result is made meanwhile.
void make_results(std::vector<PhotoJob>& jobs, const OpenPhoto& photo, int threads,
                  const Control& control, ProgressMeter& progress) {
    const double share_of_job = share_of_jobs / static_cast<double>(jobs.size());
    const Tell tell = [&](double done) { progress.add(done * share_of_job); };
    std::vector<std::future<void>> namings(jobs.size());
    const auto groups = group_equal_jobs(jobs);
    for_each_in_parallel(groups.size(), threads, [&](std::size_t i) {
        LastResult last;
        for (auto* job : groups[i]) {
            auto bytes = write_result(*job, last, control.stop, tell);
            const auto name_file = [&, job, bytes = std::move(bytes)] {
                attempt(job->error, [&] { name_result(*job, *bytes, photo, Mode::encoded); });
                job->file.reset();  // frees the disk space of a failed job
                tell(share_of_naming);
            };
            namings[static_cast<std::size_t>(job - jobs.data())] =
                run_beside(name_file, threads > 1);
        }
    });
    for (auto& naming : namings)
        if (naming.valid()) naming.get();
}

/// Flushes each folder once, after all its files.
void flush_folders(const std::vector<PhotoJob>& jobs) {
    std::set<std::filesystem::path> done;
    for (const auto& job : jobs)
        if (job.report && done.insert(job.report->file.parent_path()).second)
            flush_folder_of(job.report->file);
}

std::vector<Result<Report>> results_of(std::vector<PhotoJob>& jobs) {
    std::vector<Result<Report>> results;
    results.reserve(jobs.size());
    for (auto& job : jobs) {
        if (job.error) results.emplace_back(std::move(*job.error));
        else results.emplace_back(std::move(*job.report));
    }
    return results;
}

std::vector<Result<Report>> export_with(int threads, const OpenPhoto& photo,
                                        std::span<const Job> requests, const Control& control) {
    ProgressMeter progress(control);
    auto jobs = open_jobs(photo, requests, control);
    const double scale = needed_scale(jobs, photo.info.size);
    if (scale == 0) {  // all jobs are done
        flush_folders(jobs);
        return results_of(jobs);
    }
    auto decoded = decode_and_set_overlays(jobs, photo, scale, threads, control, progress);
    if (!decoded) {
        for (auto& job : jobs)
            if (!job.is_done()) job.error = decoded.error();
        return results_of(jobs);
    }
    Scene scene(std::move(decoded->picture.pixels));
    settle_jobs(jobs, photo.info, decoded->notes, scene, control.stop);
    progress.add(share_of_searching);
    make_results(jobs, photo, threads, control, progress);
    flush_folders(jobs);
    return results_of(jobs);
}

}  // namespace

std::vector<Result<Report>> export_photo(const OpenPhoto& photo, std::span<const Job> jobs,
                                         const Control& control) {
    const int threads = thread_count(control);
    if (threads > 1) return export_with(threads, photo, jobs, control);
    std::vector<Result<Report>> results;
    serially([&] { results = export_with(threads, photo, jobs, control); });
    return results;
}

}  // namespace mediaedit::internal
