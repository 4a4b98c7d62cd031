// From one photo to its results: decoded once, rendered and written side by side.
#include "engine/photo_export.hpp"

#include "base/cancel.hpp"
#include "base/guard.hpp"
#include "base/new_file.hpp"
#include "base/system.hpp"
#include "base/thread_count.hpp"
#include "engine/logo_shelf.hpp"
#include "base/progress_meter.hpp"
#include "engine/scene.hpp"
#include "engine/workers.hpp"
#include "photo/photo_writer.hpp"
#include "photo/plain_jpeg.hpp"
#include "picture/face_finder.hpp"
#include "picture/overlay_art.hpp"
#include "picture/render.hpp"
#include "picture/serially.hpp"
#include "plan/need_plan.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <set>

namespace mediaedit::internal {
namespace {

constexpr double share_of_decoding = 0.35;
constexpr double share_of_searching = 0.1;
constexpr double share_of_jobs = 1 - share_of_decoding - share_of_searching;

/// One job on its way. Whatever goes wrong with it stays with it.
struct Piece {
    const Job* job = nullptr;
    WriteFormat format = WriteFormat::jpeg;
    std::optional<NewFile> file;
    Plan plan;                     // centred at first, settled once the picture is there
    std::optional<OverlayArt> art;
    const cv::Mat* turned = nullptr;  // of the scene, which outlives the piece
    std::vector<Note> notes;
    std::optional<Error> error;
    std::optional<Report> report;

    /// Runs a step of this job, unless an earlier one failed.
    template <class Step>
    void attempt(Step&& step) {
        if (error) return;
        auto done = guard([&] {
            step();
            return true;
        });
        if (!done) error = done.error();
    }
};

/// The header may have told of something already.
void add_new(std::vector<Note>& notes, const std::vector<Note>& more) {
    for (const auto& note : more)
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

void open_output(Piece& piece, const OpenPhoto& photo) {
    const auto& output = piece.job->output;
    const auto format = write_format_of(output.file);
    if (!format)
        fail(ErrorCode::bad_argument, tr("{file} names no photo format that can be written; end it in .jpg, .png, .webp or .avif.", {{"file", output.file.filename().string()}}), output.file.string());
    piece.format = *format;
    if (same_file(photo.file, output.file))
        fail(ErrorCode::exists, tr("The result would replace the original photo, which is never changed; choose another name."), output.file.string());
    piece.plan = need_plan(piece.job->recipe, photo.info);
    piece.file = NewFile::open(output.file, output.if_exists);
}

/// Whether the source, byte for byte, is what the job asks for.
bool is_finished_already(const Piece& piece, const OpenPhoto& photo) {
    const auto& recipe = piece.job->recipe;
    const auto& output = piece.job->output;
    const auto& plan = piece.plan;
    return piece.format == WriteFormat::jpeg && photo.header.format == PhotoFormat::jpeg && output.quality == Quality::best &&
           (!output.max_bytes || photo.bytes.size() <= *output.max_bytes) && plan.turn == Turn::none && !plan.mirror && plan.straighten_deg == 0 &&
           plan.hidden.empty() && !recipe.hide_faces && plan.adjust == Adjust{} && plan.overlays.empty() && plan.result == photo.info.size &&
           plan.crop == PixelRect{0, 0, plan.result.width, plan.result.height} && plan.placed == plan.crop && photo.header.orientation == Orientation::upright &&
           photo.header.color == "srgb" && is_plain_jpeg(photo.bytes);
}

void commit(Piece& piece, std::span<const std::uint8_t> bytes, const OpenPhoto& photo, Mode mode) {
    Report report;
    report.source = photo.file;
    report.file = piece.file->commit();
    report.size = piece.plan.result;
    report.bytes = bytes.size();
    report.mode = mode;
    report.notes = std::move(piece.notes);
    piece.report = std::move(report);
}

void write_copy(Piece& piece, const OpenPhoto& photo) {
    piece.file->write(photo.bytes);
    commit(piece, photo.bytes, photo, Mode::copied);
}

std::vector<std::uint8_t> make_result(Piece& piece, const std::stop_token& stop) {
    leave_if_stopped(stop);
    Picture picture = render(*piece.turned, piece.plan);
    if (piece.art) piece.art->draw(picture.pixels);
    if (piece.format == WriteFormat::jpeg && picture.has_alpha())
        piece.notes.push_back({"transparent_on_white", tr("See-through parts of the picture became white; save as PNG to keep them.")});
    const auto& output = piece.job->output;
    auto encoded = encode_photo(picture, {piece.format, output.quality, output.max_bytes, stop});
    piece.notes.insert(piece.notes.end(), encoded.notes.begin(), encoded.notes.end());
    piece.file->write(encoded.bytes);
    leave_if_stopped(stop);
    return std::move(encoded.bytes);
}

void set_overlays(std::vector<Piece>& pieces, const Control& control) {
    LogoShelf shelf;
    for (auto& piece : pieces) {
        const auto& overlays = piece.job->recipe.overlays;
        if (overlays.empty() || piece.error) continue;
        piece.attempt([&] {
            shelf.add(piece.job->recipe, control);
            piece.art.emplace(overlays, piece.plan, shelf.logos_for(piece.job->recipe));
            for (auto& note : piece.art->notes()) piece.notes.push_back(std::move(note));
        });
    }
}

/// The largest share of the source's size that any job needs. However small a result is, as many faces are found for it.
double needed_share(const std::vector<Piece>& pieces, PixelSize full) {
    double share = 0;
    for (const auto& piece : pieces) {
        if (piece.error || piece.report) continue;
        share = std::max(share, piece.plan.scale);
        if (piece.job->recipe.hide_faces) share = std::max(share, static_cast<double>(searched_photo_px) / std::max(full.width, full.height));
    }
    return std::min(1.0, share);
}

/// Whether a picture may have to be searched before it can be cut.
bool may_need_faces(const std::vector<Piece>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return !piece.error && !piece.report && (piece.job->recipe.hide_faces || (!piece.job->recipe.focus && piece.plan.fit == Fit::cover));
    });
}

/// Each folder once, after all its files.
void flush_folders(const std::vector<Piece>& pieces) {
    std::set<std::filesystem::path> done;
    for (const auto& piece : pieces)
        if (piece.report && done.insert(piece.report->file.parent_path()).second) flush_folder_of(piece.report->file);
}

std::vector<Result<Report>> results_of(std::vector<Piece>& pieces) {
    std::vector<Result<Report>> results;
    results.reserve(pieces.size());
    for (auto& piece : pieces) {
        if (piece.error) results.emplace_back(std::move(*piece.error));
        else results.emplace_back(std::move(*piece.report));
    }
    return results;
}

std::vector<Result<Report>> export_with(int threads, const OpenPhoto& photo, std::span<const Job> jobs, const Control& control) {
    ProgressMeter progress(control);
    std::vector<Piece> pieces(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        pieces[i].job = &jobs[i];
        pieces[i].attempt([&] {
            open_output(pieces[i], photo);
            pieces[i].notes = photo.info.notes;
            if (is_finished_already(pieces[i], photo)) write_copy(pieces[i], photo);
        });
    }
    const double share = needed_share(pieces, photo.info.size);
    if (share == 0) {
        flush_folders(pieces);
        return results_of(pieces);
    }

    // What needs no picture is done on one core while the other decodes.
    auto overlays = std::async(threads > 1 ? std::launch::async : std::launch::deferred, [&] {
        set_overlays(pieces, control);
        if (may_need_faces(pieces)) load_face_finder();
    });
    auto decoded = guard([&] { return decode(photo, share, control); });
    overlays.get();
    if (!decoded) {
        for (auto& piece : pieces)
            if (!piece.report && !piece.error) piece.error = decoded.error();
        return results_of(pieces);
    }
    progress.add(share_of_decoding);

    Scene scene(std::move(decoded.value().picture.pixels));
    for (auto& piece : pieces) {
        if (piece.report) continue;
        piece.attempt([&] {
            leave_if_stopped(control.stop);
            auto settled = settle(piece.job->recipe, photo.info, scene);
            piece.plan = std::move(settled.plan);
            add_new(piece.notes, decoded->notes);
            piece.notes.insert(piece.notes.end(), settled.notes.begin(), settled.notes.end());
            piece.turned = &scene.turned(piece.plan);  // made here, only read by the threads below
        });
    }
    progress.add(share_of_searching);

    // A commit waits for the disk, not for a core: the next result is made meanwhile.
    std::vector<std::future<void>> commits(pieces.size());
    for_each_in_parallel(pieces.size(), threads, [&](std::size_t i) {
        auto& piece = pieces[i];
        if (piece.report) return;
        std::vector<std::uint8_t> bytes;
        piece.attempt([&] { bytes = make_result(piece, control.stop); });
        commits[i] = std::async(threads > 1 ? std::launch::async : std::launch::deferred, [&, i, bytes = std::move(bytes)] {
            pieces[i].attempt([&] { commit(pieces[i], bytes, photo, Mode::encoded); });
            pieces[i].file.reset();  // frees the disk space of what failed
            progress.add(share_of_jobs / static_cast<double>(pieces.size()));
        });
    });
    for (auto& waiting : commits)
        if (waiting.valid()) waiting.get();
    flush_folders(pieces);
    return results_of(pieces);
}

}  // namespace

std::vector<Result<Report>> export_photo(const OpenPhoto& photo, std::span<const Job> jobs, const Control& control) {
    const int threads = thread_count(control);
    if (threads > 1) return export_with(threads, photo, jobs, control);
    std::vector<Result<Report>> results;
    serially([&] { results = export_with(threads, photo, jobs, control); });
    return results;
}

}  // namespace mediaedit::internal
