// The public way from a source to finished files.
#include "base/guard.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/media_kind.hpp"
#include "engine/open_photo.hpp"
#include "engine/photo_export.hpp"
#include "picture/av_parts.hpp"

#include <mediaedit/export_media.hpp>

namespace mediaedit {
namespace internal {
namespace {

std::vector<Result<Report>> export_video_jobs(const std::filesystem::path& source, std::span<const Job> jobs, const Control& control) {
    LogoShelf shelf;
    std::vector<Result<Logos>> logos;
    for (const auto& job : jobs) {
        logos.push_back(guard([&] {
            shelf.add(job.recipe.overlays, control);
            return shelf.logos_for(job.recipe.overlays);
        }));
    }
    return av_parts().export_video(source, jobs, logos, control);
}

}  // namespace
}  // namespace internal

std::vector<Result<Report>> export_many(const std::filesystem::path& source, std::span<const Job> jobs, const Control& control) {
    auto results = internal::guard([&] {
        if (internal::is_video(source)) return internal::export_video_jobs(source, jobs, control);
        return internal::export_photo(internal::open_photo(source, control.limits), jobs, control);
    });
    if (results) return std::move(results).value();
    return std::vector<Result<Report>>(jobs.size(), Result<Report>(results.error()));
}

Result<Report> export_media(const std::filesystem::path& source, const Recipe& recipe, const Output& output, const Control& control) {
    const Job job{recipe, output};
    return std::move(export_many(source, {&job, 1}, control).front());
}

}  // namespace mediaedit
