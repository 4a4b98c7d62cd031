// Exports a video to results.
#include "video/export/export_video.hpp"

#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/progress_meter.hpp"
#include "base/system/new_file.hpp"
#include "recipe/validate.hpp"
#include "video/container/video_file.hpp"
#include "video/export/batch.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32)
                                              : static_cast<char>(letter);
    });
    return text;
}

void check_output(const Output& output) {
    const auto ending = lower(output.file.extension().string());
    if (ending != ".mp4" && ending != ".mov")
        fail(ErrorCode::bad_argument,
             tr("{file} names no video format that can be written; end it in .mp4.",
                {{"file", output.file.filename().string()}}),
             output.file.string());
}

}  // namespace

std::vector<Result<Report>> export_video(const DescribedVideo& source, std::span<const Job> jobs,
                                         std::span<const Result<Logos>> logos,
                                         const Control& control) {
    return export_video(source, jobs, logos, control, usual_encoders());
}

std::vector<Result<Report>> export_video(const DescribedVideo& source, std::span<const Job> jobs,
                                         std::span<const Result<Logos>> logos,
                                         const Control& control, EncoderChoice& encoders) {
    const VideoExport video{*source.file, source.info, control, encoders};
    ProgressMeter meter(control);
    double reported = 0;
    const auto progress = [&](double fraction) {
        meter.add(std::max(0.0, fraction - reported));
        reported = std::max(reported, fraction);
    };
    std::vector<VideoJobState> states(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        auto& state = states[i];
        state.job = &jobs[i];
        state.notes = source.info.notes;
        attempt(state.error, [&] {
            check_output(jobs[i].output);
            require_few(jobs[i].recipe);
            if (!logos[i]) throw Failure{logos[i].error()};
            state.logos = &logos[i].value();
            state.file = NewFile::open(jobs[i].output.file, jobs[i].output.if_exists);
        });
    }
    make_results(states, video, progress);
    progress(1);
    std::vector<Result<Report>> results;
    for (auto& state : states) {
        if (state.error) results.emplace_back(*state.error);
        else results.emplace_back(std::move(*state.report));
    }
    return results;
}

}  // namespace mediaedit::internal
