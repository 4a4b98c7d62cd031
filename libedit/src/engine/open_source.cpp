// Opens a source and exports it.
#include "engine/open_source.hpp"

#include "av/av_parts.hpp"
#include "base/guard.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/media_kind.hpp"
#include "engine/photo_export.hpp"
#include "engine/settle_outputs.hpp"

namespace mediaedit::internal {

OpenSource open_source(const std::filesystem::path& file, const Control& control) {
    if (is_video(file)) {
        auto video = av_parts().describe_video(file, control);
        return {file, std::move(video.info), {}, std::move(video.file)};
    }
    auto photo = open_photo(file, control.limits);
    auto info = photo.info;
    return {file, std::move(info), std::move(photo)};
}

namespace {

std::vector<Result<Report>> export_settled(const OpenSource& source, std::span<const Job> jobs,
                                           const Control& control) {
    if (source.photo) return export_photo(*source.photo, jobs, control);
    LogoShelf shelf;
    std::vector<Result<Logos>> logos;
    for (const auto& job : jobs) {
        logos.push_back(guard([&] {
            shelf.add(job.recipe, control);
            return shelf.logos_for(job.recipe);
        }));
    }
    return av_parts().export_video({source.info, source.video}, jobs, logos, control);
}

}  // namespace

std::vector<Result<Report>> export_source(const OpenSource& source, std::span<const Job> jobs,
                                          Inputs& inputs, const Control& control) {
    inputs.add(source.file);
    add_files_of(jobs, inputs);
    const auto outputs = settle_outputs(source.file, jobs, inputs);
    std::vector<Job> settled;
    for (std::size_t i = 0; i < jobs.size(); ++i)
        if (outputs[i]) settled.push_back({jobs[i].recipe, *outputs[i]});
    auto made = export_settled(source, settled, control);
    std::vector<Result<Report>> results;
    auto next = made.begin();
    for (const auto& output : outputs)
        results.push_back(output ? std::move(*next++) : Result<Report>(output.error()));
    return results;
}

}  // namespace mediaedit::internal
