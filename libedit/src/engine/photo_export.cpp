// From one photo to its results: decoded once, rendered and written side by side.
#include "engine/photo_export.hpp"

#include "base/cancel.hpp"
#include "base/guard.hpp"
#include "base/progress_meter.hpp"
#include "base/start_thread.hpp"
#include "base/system/new_file.hpp"
#include "base/system/thread_count.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/scene.hpp"
#include "engine/workers.hpp"
#include "overlay/overlay_art.hpp"
#include "photo/jpeg/plain_jpeg.hpp"
#include "photo/photo_writer.hpp"
#include "photo/result_limits.hpp"
#include "picture/draw/render.hpp"
#include "picture/serially.hpp"
#include "plan/need_plan.hpp"
#include "plan/same_recipe.hpp"
#include "recipe/validate.hpp"
#include "subjects/face_finder.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr double share_of_decoding = 0.35;
constexpr double share_of_searching = 0.1;
constexpr double share_of_jobs = 1 - share_of_decoding - share_of_searching;
/// Of one job.
constexpr double share_of_rendering = 0.3, share_of_encoding = 0.6,
                 share_of_naming = 1 - share_of_rendering - share_of_encoding;

/// One job on its way. Whatever goes wrong with it stays with it.
struct JobState {
    const Job* job = nullptr;
    WriteFormat format = WriteFormat::jpeg;
    std::optional<NewFile> file;
    Plan plan;  // centred at first, settled once the picture is there
    std::optional<OverlayArt> art;
    const cv::Mat* turned = nullptr;  // of the scene, which outlives the piece
    std::vector<Note> notes;
    std::optional<Error> error;
    std::optional<Report> report;
};

/// The header may have told of something already.
void add_new(std::vector<Note>& notes, const std::vector<Note>& more) {
    for (const auto& note : more)
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

void open_output(JobState& piece, const OpenPhoto& photo, const Limits& limits) {
    const auto& output = piece.job->output;
    const auto format = write_format_of(output.file);
    if (!format)
        fail(ErrorCode::bad_argument,
             tr("{file} names no photo format that can be written; end it in .jpg, .png, .webp or "
                ".avif.",
                {{"file", output.file.filename().string()}}),
             output.file.string());
    piece.format = *format;
    require_few(piece.job->recipe);
    piece.plan = need_plan(piece.job->recipe, photo.info);
    check_result_size(piece.format, piece.plan.result, output.file, limits);
    piece.file = NewFile::open(output.file, output.if_exists);
}

/// Whether the source, byte for byte, is what the job asks for.
bool is_finished_already(const JobState& piece, const OpenPhoto& photo) {
    const auto& recipe = piece.job->recipe;
    const auto& output = piece.job->output;
    const auto& plan = piece.plan;
    return piece.format == WriteFormat::jpeg && photo.header.format == PhotoFormat::jpeg &&
           output.quality == Quality::best &&
           (!output.max_bytes || photo.bytes.size() <= *output.max_bytes) &&
           plan.turn == Turn::none && !plan.mirror && plan.straighten_deg == 0 &&
           plan.hidden.empty() && !recipe.hide_faces && plan.adjust == Adjust{} &&
           plan.overlays.empty() && plan.result == photo.info.size &&
           plan.crop == PixelRect{0, 0, plan.result.width, plan.result.height} &&
           plan.placed == plan.crop && photo.header.orientation == Orientation::upright &&
           photo.header.color == "srgb" && is_plain_jpeg(photo.bytes);
}

void commit(JobState& piece, std::span<const std::uint8_t> bytes, const OpenPhoto& photo,
            Mode mode) {
    Report report;
    report.source = photo.file;
    report.file = piece.file->commit();
    report.size = piece.plan.result;
    report.bytes = bytes.size();
    report.mode = mode;
    report.notes = std::move(piece.notes);
    piece.report = std::move(report);
}

void write_copy(JobState& piece, const OpenPhoto& photo) {
    piece.file->write(photo.bytes);
    commit(piece, photo.bytes, photo, Mode::copied);
}

using Bytes = std::shared_ptr<const std::vector<std::uint8_t>>;
using Tell = std::function<void(double)>;

/// `tell`: how much of it is done since the last time.
Bytes make_result(JobState& piece, const std::stop_token& stop, const Tell& tell) {
    leave_if_stopped(stop);
    Picture picture = render(*piece.turned, piece.plan, stop);
    if (piece.art) piece.art->draw(picture.pixels);
    tell(share_of_rendering);
    if (piece.format == WriteFormat::jpeg && picture.has_alpha())
        piece.notes.push_back(
            {"transparent_on_white",
             tr("See-through parts of the picture became white; save as PNG to keep them.")});
    const auto& output = piece.job->output;
    auto encoded = encode_photo(picture, {piece.format, output.quality, output.max_bytes, stop});
    piece.notes.insert(piece.notes.end(), encoded.notes.begin(), encoded.notes.end());
    leave_if_stopped(stop);
    tell(share_of_encoding);
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(encoded.bytes));
}

std::uintmax_t limit_of(const JobState& piece) {
    return piece.job->output.max_bytes.value_or(UINTMAX_MAX);
}

/// Pieces that come to the same file but for their limits, the largest limit first.
using Group = std::vector<JobState*>;

std::vector<Group> groups_of(std::vector<JobState>& pieces) {
    std::vector<Group> groups;
    for (auto& piece : pieces) {
        if (piece.report || piece.error) continue;
        const auto is_same = [&](const Group& group) {
            const auto& other = *group.front();
            return other.format == piece.format &&
                   other.job->output.quality == piece.job->output.quality &&
                   makes_the_same_pictures(other.job->recipe, piece.job->recipe);
        };
        const auto same = std::ranges::find_if(groups, is_same);
        if (same != groups.end()) same->push_back(&piece);
        else groups.push_back({&piece});
    }
    for (auto& group : groups)
        std::ranges::stable_sort(group, std::ranges::greater(),
                                 [](const JobState* piece) { return limit_of(*piece); });
    return groups;
}

/// What one piece was made of, for others that come to the same.
struct Made {
    const JobState* piece = nullptr;
    Bytes bytes;
    std::vector<Note> notes;
};

/// The bytes of the piece's file, written; those of another piece where they serve. The files stay
/// two: a person may change one in place.
Bytes write_result(JobState& piece, Made& last, const std::stop_token& stop, const Tell& tell) {
    Bytes bytes;
    attempt(piece.error, [&] {
        if (last.bytes && last.bytes->size() <= limit_of(piece)) {
            bytes = last.bytes;
            piece.notes = last.notes;
            piece.notes.push_back(
                {"made_once",
                 tr("This photo is the same as {file}, so it was made once and copied.",
                    {{"file", last.piece->job->output.file.filename().string()}})});
            tell(share_of_rendering + share_of_encoding);
        } else {
            bytes = make_result(piece, stop, tell);
            last = {&piece, bytes, piece.notes};
        }
        piece.file->write(*bytes);
    });
    return bytes;
}

void set_overlays(std::vector<JobState>& pieces, const Control& control) {
    LogoShelf shelf;
    for (auto& piece : pieces) {
        const auto& overlays = piece.job->recipe.overlays;
        if (overlays.empty() || piece.error) continue;
        attempt(piece.error, [&] {
            shelf.add(piece.job->recipe, control);
            piece.art.emplace(overlays, piece.plan, shelf.logos_for(piece.job->recipe),
                              control.stop);
            for (auto& note : piece.art->notes()) piece.notes.push_back(std::move(note));
        });
    }
}

/// The largest share of the source's size that any job needs. However small a result is, as many
/// faces are found for it.
double needed_share(const std::vector<JobState>& pieces, PixelSize full) {
    double share = 0;
    for (const auto& piece : pieces) {
        if (piece.error || piece.report) continue;
        share = std::max(share, piece.plan.scale);
        if (piece.job->recipe.hide_faces)
            share = std::max(
                share, static_cast<double>(searched_photo_px) / std::max(full.width, full.height));
    }
    return std::min(1.0, share);
}

/// Whether a picture may have to be searched before it can be cut.
bool may_need_faces(const std::vector<JobState>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [](const JobState& piece) {
        return !piece.error && !piece.report &&
               (piece.job->recipe.hide_faces ||
                (!piece.job->recipe.focus && piece.plan.fit == Fit::cover));
    });
}

/// Each folder once, after all its files.
void flush_folders(const std::vector<JobState>& pieces) {
    std::set<std::filesystem::path> done;
    for (const auto& piece : pieces)
        if (piece.report && done.insert(piece.report->file.parent_path()).second)
            flush_folder_of(piece.report->file);
}

std::vector<Result<Report>> results_of(std::vector<JobState>& pieces) {
    std::vector<Result<Report>> results;
    results.reserve(pieces.size());
    for (auto& piece : pieces) {
        if (piece.error) results.emplace_back(std::move(*piece.error));
        else results.emplace_back(std::move(*piece.report));
    }
    return results;
}

std::vector<Result<Report>> export_with(int threads, const OpenPhoto& photo,
                                        std::span<const Job> jobs, const Control& control) {
    ProgressMeter progress(control);
    std::vector<JobState> pieces(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        pieces[i].job = &jobs[i];
        attempt(pieces[i].error, [&] {
            open_output(pieces[i], photo, control.limits);
            pieces[i].notes = photo.info.notes;
            if (!jobs[i].recipe.keep.empty())
                pieces[i].notes.push_back(
                    {"keep_ignored",
                     tr("A photo has no parts in time, so the times to keep changed nothing.")});
            if (is_finished_already(pieces[i], photo)) write_copy(pieces[i], photo);
        });
    }
    const double share = needed_share(pieces, photo.info.size);
    if (share == 0) {
        flush_folders(pieces);
        return results_of(pieces);
    }

    // What needs no picture is done on one core while the other decodes.
    const auto make_overlays = [&] {
        set_overlays(pieces, control);
        if (may_need_faces(pieces)) load_face_finder();
    };
    auto overlays = run_beside(make_overlays, threads > 1);
    double told = 0;
    const auto tell_of_decoding = [&](double fraction) {
        progress.add(share_of_decoding * std::max(0.0, fraction - told));
        told = std::max(told, fraction);
    };
    auto decoded = guard([&] { return decode(photo, share, control, tell_of_decoding); });
    overlays.get();
    if (!decoded) {
        for (auto& piece : pieces)
            if (!piece.report && !piece.error) piece.error = decoded.error();
        return results_of(pieces);
    }
    tell_of_decoding(1);

    Scene scene(std::move(decoded.value().picture.pixels));
    for (auto& piece : pieces) {
        if (piece.report) continue;
        attempt(piece.error, [&] {
            leave_if_stopped(control.stop);
            auto settled = settle(piece.job->recipe, photo.info, scene);
            piece.plan = std::move(settled.plan);
            add_new(piece.notes, decoded->notes);
            piece.notes.insert(piece.notes.end(), settled.notes.begin(), settled.notes.end());
            piece.turned = &scene.turned(piece.plan);  // made here, only read by the threads below
        });
    }
    progress.add(share_of_searching);

    const double share_of_job = share_of_jobs / static_cast<double>(pieces.size());
    const Tell tell = [&](double done) { progress.add(done * share_of_job); };
    // A commit waits for the disk, not for a core: the next result is made meanwhile.
    std::vector<std::future<void>> commits(pieces.size());
    const auto groups = groups_of(pieces);
    for_each_in_parallel(groups.size(), threads, [&](std::size_t i) {
        Made last;
        for (auto* piece : groups[i]) {
            auto bytes = write_result(*piece, last, control.stop, tell);
            const auto name_file = [&, piece, bytes = std::move(bytes)] {
                attempt(piece->error, [&] { commit(*piece, *bytes, photo, Mode::encoded); });
                piece->file.reset();  // frees the disk space of what failed
                tell(share_of_naming);
            };
            commits[static_cast<std::size_t>(piece - pieces.data())] =
                run_beside(name_file, threads > 1);
        }
    });
    for (auto& waiting : commits)
        if (waiting.valid()) waiting.get();
    flush_folders(pieces);
    return results_of(pieces);
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
