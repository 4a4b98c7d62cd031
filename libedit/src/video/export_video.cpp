// From one video to its results.
#include "video/export_video.hpp"

#include "base/cancel.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/new_file.hpp"
#include "base/progress_meter.hpp"
#include "base/system.hpp"
#include "plan/changed_parts.hpp"
#include "video/bit_search.hpp"
#include "video/render_video.hpp"
#include "video/seam_encoder.hpp"
#include "video/trim.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

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

Report report_of(const VideoPiece& piece, const std::filesystem::path& source) {
    Report report;
    report.source = source;
    report.size = piece.size;
    report.duration = piece.duration;
    report.notes = piece.notes;
    return report;
}

void commit(Report& report, NewFile& file) {
    report.file = file.commit();
    flush_folder_of(report.file);
    std::error_code ignored;
    report.bytes = std::filesystem::file_size(report.file, ignored);
}

/// Why pictures are encoded that might have been copied, for the person.
Note why_encoded(const CannotCopy& reason) {
    std::string why;
    if (reason.code == "codec") why = tr("The video was encoded anew, since its kind ({codec}) cannot be cut exactly by copying.", {{"codec", reason.detail}});
    else if (reason.code == "no_key_picture") why = tr("The video was encoded anew, since its key pictures lie too far apart to be cut by copying.");
    else if (reason.code == "interlaced") why = tr("The video was encoded anew, since it is interlaced.");
    else if (reason.code == "damaged") why = tr("The video was encoded anew, since it is damaged beside a cut.");
    else why = tr("The video was encoded anew, since this file cannot be cut exactly by copying.");
    return {"encoded_" + reason.code, why};
}

/// Copies what can be copied. Absent when all must be encoded; `piece` then knows why.
std::optional<Report> copied(VideoPiece& piece, const std::filesystem::path& source, const MediaInfo& info, const Control& control, const std::function<void(double)>& progress) {
    const auto& job = *piece.job;
    if (!job.output.may_copy || !changes_only_parts(job.recipe, info)) return {};
    try {
        const auto made = trim_by_copying(source, info, job.recipe, *piece.logos, *piece.file, control, progress);
        if (job.output.max_bytes && piece.file->bytes() > *job.output.max_bytes) {
            piece.file.emplace(NewFile::open(job.output.file, job.output.if_exists));
            return {};
        }
        piece.size = info.size;
        piece.duration = made.duration;
        piece.notes.insert(piece.notes.end(), made.notes.begin(), made.notes.end());
        auto report = report_of(piece, source);
        report.mode = made.frames_encoded == 0 ? Mode::copied : made.frames_copied == 0 ? Mode::encoded : Mode::partly_copied;
        report.frames_copied = made.frames_copied;
        report.frames_encoded = made.frames_encoded;
        if (made.frames_encoded > 0) report.encoder = SeamEncoder::name;
        commit(report, *piece.file);
        return report;
    } catch (const CannotCopy& reason) {
        piece.file.emplace(NewFile::open(job.output.file, job.output.if_exists));  // what was written so far is dropped
        if (reason.code != "mostly_changed") piece.notes.push_back(why_encoded(reason));  // nobody expects a copy then
        return {};
    }
}

/// One result of the call.
struct Slot {
    VideoPiece piece;
    std::optional<Report> report;
};

template <class Step>
void attempt(VideoPiece& piece, Step&& step) {
    if (piece.error) return;
    const auto done = guard([&] {
        step();
        return true;
    });
    if (!done) piece.error = done.error();
}

/// What was written so far is dropped.
void start_again(VideoPiece& piece, const std::vector<Note>& notes) {
    piece.file.emplace(NewFile::open(piece.job->output.file, piece.job->output.if_exists));
    piece.frames = 0;
    piece.notes = notes;
}

/// Makes pieces that keep the same parts, in one pass. Those at which a graphics card failed are made again by the processor.
void render(std::span<VideoPiece* const> pieces, const std::filesystem::path& source, const MediaInfo& info, const Control& control, EncoderChoice& encoders,
            const std::function<void(double)>& progress) {
    std::vector<std::vector<Note>> notes;
    for (const auto* piece : pieces) notes.push_back(piece->notes);
    render_video(source, info, pieces, control, encoders, progress);
    std::vector<VideoPiece*> again;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto& piece = *pieces[i];
        if (piece.error || !std::exchange(piece.hardware_failed, false)) continue;
        piece.hardware = Hardware::forbidden;
        start_again(piece, notes[i]);
        piece.notes.push_back({"hardware_failed", tr("The graphics card failed while the video was made, so the processor made it; the result is whole.")});
        again.push_back(&piece);
    }
    render_video(source, info, again, control, encoders, progress);
}

Time kept_duration(std::span<const TimeRange> keep, const MediaInfo& info) {
    const auto all = info.duration.value_or(Time(0));
    if (keep.empty()) return all;
    Time sum{0};
    for (const auto& range : keep) sum += std::max(Time(0), std::min(range.end.value_or(all), all) - std::max(range.start, Time(0)));
    return sum;
}

[[noreturn]] void cannot_be_as_small(std::uintmax_t limit) {
    fail(ErrorCode::bad_argument, tr("The video cannot be made as small as {bytes} bytes; keep a shorter part or allow more.", {{"bytes", std::to_string(limit)}}), "max_bytes");
}

/// Where the limit is so tight that quality alone would surely break it, the first pass keeps to a rate already.
void expect_limit(VideoPiece& piece, const MediaInfo& info) {
    const auto& job = *piece.job;
    if (!job.output.max_bytes) return;
    const auto size = job.recipe.canvas ? job.recipe.canvas->size : info.size;
    const BitSearch search(*job.output.max_bytes, kept_duration(job.recipe.keep, info));
    if (search.is_tight(size, job.recipe.constant_rate.value_or(info.frame_rate))) piece.bits_a_second = search.rate();
}

/// Makes a piece again and again until it is just below its limit. The largest one that fits is kept.
/// `progress`: of what the first pass left to do.
void fit_into(Slot& slot, std::uintmax_t limit, const std::filesystem::path& source, const MediaInfo& info, const Control& control, EncoderChoice& encoders,
              const std::function<void(double)>& progress) {
    auto& piece = slot.piece;
    BitSearch search(limit, piece.duration);
    std::optional<NewFile> best;
    const auto notes = piece.notes;
    const auto weigh = [&] {
        search.tried(piece.file->bytes());
        if (piece.file->bytes() > limit || (best && best->bytes() > piece.file->bytes())) return;
        best = std::move(piece.file);
    };
    if (piece.bits_a_second) weigh();
    while (!search.is_done()) {
        piece.bits_a_second = search.rate();
        if (!piece.bits_a_second) cannot_be_as_small(limit);
        start_again(piece, {});
        VideoPiece* one = &piece;
        const auto done = search.progress();
        render({&one, 1}, source, info, control, encoders, [&](double fraction) { progress(done + fraction * (1 - done) / 2); });
        if (piece.error) throw Failure{*piece.error};
        weigh();
    }
    piece.notes = notes;
    if (!best) cannot_be_as_small(limit);
    piece.file = std::move(best);
    piece.notes.push_back({"quality_lowered", tr("The quality was lowered so that the file is not too large.")});
}

/// All pieces that keep the same parts are made in one pass.
void render_the_rest(std::vector<Slot>& slots, const std::filesystem::path& source, const MediaInfo& info, const Control& control, EncoderChoice& encoders,
                     const std::function<void(double)>& progress) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto waits = [&](const Slot& slot) { return !slot.report && !slot.piece.error && slot.piece.frames == 0; };
        if (!waits(slots[i])) continue;
        std::vector<VideoPiece*> pieces;
        for (std::size_t k = i; k < slots.size(); ++k) {
            if (!waits(slots[k]) || slots[k].piece.job->recipe.keep != slots[i].piece.job->recipe.keep) continue;
            expect_limit(slots[k].piece, info);
            pieces.push_back(&slots[k].piece);
        }
        // A limit that may be broken leaves work behind the first pass; how much of it, nobody knows.
        const bool may_repeat = std::ranges::any_of(pieces, [](const VideoPiece* piece) { return piece->bits_a_second.has_value(); });
        const double first_share = may_repeat ? 0.5 : 1;
        const auto done = guard([&] {
            render(pieces, source, info, control, encoders, [&](double fraction) { progress(fraction * first_share); });
            return true;
        });
        for (auto& slot : slots) {
            if (std::ranges::find(pieces, &slot.piece) == pieces.end()) continue;
            if (!done) slot.piece.error = done.error();
            attempt(slot.piece, [&] {
                const auto limit = slot.piece.job->output.max_bytes;
                if (limit && (slot.piece.bits_a_second || slot.piece.file->bytes() > *limit))
                    fit_into(slot, *limit, source, info, control, encoders, [&](double fraction) { progress(first_share + fraction * (1 - first_share)); });
                slot.report = report_of(slot.piece, source);
                slot.report->mode = Mode::encoded;
                slot.report->frames_encoded = slot.piece.frames;
                slot.report->encoder = slot.piece.encoder;
                commit(*slot.report, *slot.piece.file);
            });
            slot.piece.file.reset();
        }
    }
}

}  // namespace

std::vector<Result<Report>> export_video(const std::filesystem::path& source, const MediaInfo& info, std::span<const Job> jobs, std::span<const Result<Logos>> logos, const Control& control) {
    return export_video(source, info, jobs, logos, control, usual_encoders());
}

std::vector<Result<Report>> export_video(const std::filesystem::path& source, const MediaInfo& info, std::span<const Job> jobs, std::span<const Result<Logos>> logos, const Control& control,
                                         EncoderChoice& encoders) {
    ProgressMeter meter(control);
    double told = 0;
    const auto progress = [&](double fraction) {
        meter.add(std::max(0.0, fraction - told));
        told = std::max(told, fraction);
    };
    std::vector<Slot> slots(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        auto& piece = slots[i].piece;
        piece.job = &jobs[i];
        piece.notes = info.notes;
        attempt(piece, [&] {
            check_output(source, jobs[i].output);
            if (!logos[i]) throw Failure{logos[i].error()};
            piece.logos = &logos[i].value();
            piece.file = NewFile::open(jobs[i].output.file, jobs[i].output.if_exists);
            slots[i].report = copied(piece, source, info, control, jobs.size() == 1 ? progress : std::function<void(double)>());
        });
    }
    render_the_rest(slots, source, info, control, encoders, progress);
    progress(1);
    std::vector<Result<Report>> results;
    for (auto& slot : slots) {
        if (slot.report && !slot.piece.error) results.emplace_back(std::move(*slot.report));
        else results.emplace_back(*slot.piece.error);
    }
    return results;
}

}  // namespace mediaedit::internal
