// Checks of the finished photos and videos of a package.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/thread_count.hpp"
#include "engine/workers.hpp"
#include "placement/prepare/inspected_result.hpp"
#include "post/package/package_build.hpp"
#include "post/package/post_findings.hpp"

#include <mediaedit/carried_data.hpp>
#include <mediaedit/check.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace mediaedit::internal {
namespace {

struct Inspection {
    std::string key;
    bool whole = false;  ///< the pixels too, not only the facts
    InspectedResult result{};
    bool known = false, failed = false;
};

bool is_photo(const PackageBuild& build, const PostFile& file) {
    return build.loaded.items[file.item].info->kind == MediaKind::photo;
}

const PlannedFile& planned_of(const std::vector<PlannedFile>& planned, const PostFile& file) {
    return *std::ranges::find(planned, file.file, &PlannedFile::name);
}

/// What an earlier run found, as far as the manifest has it.
std::vector<Inspection> known_inspections(PackageBuild& build,
                                          const std::vector<PlannedFile>& planned) {
    std::vector<Inspection> inspections(build.report.files.size());
    std::map<std::size_t, std::size_t> first_of_item;
    for (std::size_t i = 0; i < inspections.size(); ++i) {
        auto& [key, whole, result, is_known, failed] = inspections[i];
        const auto& file = build.report.files[i];
        whole = !is_photo(build, file) || first_of_item.try_emplace(file.item, i).second;
        // The manifest keeps findings as sentences, so the key contains the language.
        key = fingerprint(planned_of(planned, file).key + (whole ? " whole " : " facts ") +
                          current_language());
        if (const auto* known = build.manifest.fact(key)) {
            auto remembered = inspected_from_text(*known);
            is_known = remembered.has_value();
            if (remembered) result = std::move(*remembered);
        }
        if (file.report) result.notes = file.report->notes;
    }
    return inspections;
}

std::vector<Finding> findings_in(const std::filesystem::path& file, const Placement& placement,
                                 const Recipe& recipe, bool whole, const Control& control) {
    auto findings = whole ? value_or_throw(check(file, placement, recipe, control))
                          : check(value_or_throw(probe(file, control)), placement);
    if (!value_or_throw(carried_data(file, control)).items.empty())
        findings.push_back({"data_left", Severity::error,
                            tr("This file tells more than its picture; it should not be posted."),
                            tr("Make it anew, and tell the makers of the program.")});
    return findings;
}

/// Adds the notes on a result once for each source. Those of the source itself are findings
/// already.
void report_notes(PackageBuild& build, const PostFile& file, const std::vector<Note>& notes) {
    const auto about = build.post.items[file.item].file.filename().string();
    const auto& of_source = build.loaded.items[file.item].info->notes;
    for (const auto& note : notes) {
        if (std::ranges::find(of_source, note) != of_source.end()) continue;
        auto finding = finding_of(note, about);
        const bool is_reported = std::ranges::any_of(build.findings, [&](const PostFinding& one) {
            return one.finding == finding.finding && one.about == about;
        });
        if (!is_reported) build.findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_results(PackageBuild& build, const std::vector<PlannedFile>& planned) {
    auto inspections = known_inspections(build, planned);
    Control quiet = build.control;
    quiet.on_progress = nullptr;
    quiet.threads = 1;
    for_each_in_parallel(inspections.size(), thread_count(build.control), [&](std::size_t i) {
        auto& [key, whole, result, known, failed] = inspections[i];
        if (known || build.control.stop.stop_requested()) return;
        const auto& file = build.report.files[i];
        const auto placement = find_placement(file.placement);
        if (!placement) return;
        const auto path = build.folder / file.file;
        const auto& recipe = planned_of(planned, file).request.recipe;
        const bool with_pixels = whole;  // structured bindings cannot be captured
        auto found =
            guard([&] { return findings_in(path, *placement, recipe, with_pixels, quiet); });
        failed = !found;
        if (found) result.findings = std::move(*found);
        if (whole && is_photo(build, file))
            if (const auto faces = guard([&] { return count_faces(path, quiet).faces; }))
                result.faces = *faces;
    });
    leave_if_post_stopped(build.control.stop);
    for (std::size_t i = 0; i < inspections.size(); ++i) {
        const auto& file = build.report.files[i];
        auto& [key, whole, result, known, failed] = inspections[i];
        if (!failed) build.manifest.learned(key, as_text(result));
        if (result.faces) build.loaded.items[file.item].faces = result.faces;
        report_notes(build, file, result.notes);
        for (auto& finding : result.findings)
            build.findings.push_back(
                {finding, file.file.generic_string(), file.placement, 0, 0, {}});
    }
}

}  // namespace mediaedit::internal
