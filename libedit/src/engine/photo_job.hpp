// One job of a photo export: opens its output, renders and encodes the result, and names the file.
#pragma once

#include "base/system/new_file.hpp"
#include "engine/open_photo.hpp"
#include "overlay/overlay_art.hpp"
#include "photo/photo_writer.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/result.hpp>

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

/// The state of one job. An error ends only this job.
struct PhotoJob {
    const Job* request = nullptr;
    WriteFormat format = WriteFormat::jpeg;
    std::optional<NewFile> file;
    Plan plan;  ///< with a centred focus, until the photo has been decoded and searched
    std::optional<OverlayArt> art;
    const cv::Mat* turned = nullptr;  ///< owned by the scene, which outlives the job
    std::vector<Note> notes;
    std::optional<Error> error;
    std::optional<Report> report;

    [[nodiscard]] bool is_done() const { return report || error; }
};

using Bytes = std::shared_ptr<const std::vector<std::uint8_t>>;
/// Receives the share of a job that has been done since the last call.
using Tell = std::function<void(double)>;

/// The share of one job that is left for name_result.
constexpr double share_of_naming = 0.1;

/// Opens the output of `job.request`. If the source already is the result, copies it and finishes
/// the job. Errors: bad_argument, bad_recipe, too_large, exists, cannot_write.
void open_job(PhotoJob& job, const OpenPhoto& photo, const Limits& limits);

/// Jobs with equal results, apart from their limits of bytes; the largest limit comes first.
using EqualJobs = std::vector<PhotoJob*>;
/// Groups the jobs that are not done.
std::vector<EqualJobs> group_equal_jobs(std::vector<PhotoJob>& jobs);

/// The result that was encoded last in a group of equal jobs.
struct LastResult {
    const PhotoJob* job = nullptr;
    Bytes bytes;
    std::vector<Note> notes;
};

/// Writes the result to the file of `job` and returns its bytes. Reuses `last` if it is within the
/// job's limit. Each job still gets a file of its own, since a person may change one of them.
/// Errors: in `job.error`.
Bytes write_result(PhotoJob& job, LastResult& last, const std::stop_token& stop, const Tell& tell);

/// Names the file, which contains `bytes`, and makes the report. Errors: cannot_write, exists.
void name_result(PhotoJob& job, std::span<const std::uint8_t> bytes, const OpenPhoto& photo,
                 Mode mode);

}  // namespace mediaedit::internal
