// Makes the package of a post, or checks a post without making it.
#include "base/cancel.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/new_file.hpp"
#include "base/system/thread_count.hpp"
#include "engine/workers.hpp"
#include "post/package/checklist.hpp"
#include "post/package/package_build.hpp"
#include "post/package/package_names.hpp"
#include "post/package/post_findings.hpp"
#include "post/templates/item_recipe.hpp"

#include <mediaedit/post.hpp>

#include <algorithm>
#include <utility>

namespace mediaedit {
namespace internal {

void leave_if_post_stopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        fail(ErrorCode::cancelled, tr("Stopped as you asked; what was finished stays, and the next "
                                      "run goes on from there."));
}

namespace {

/// Adds the files that the package must not overwrite.
void add_inputs(const Post& post, const PostOptions& options, Inputs& inputs) {
    for (const auto& file : options.inputs) inputs.add(file);
    inputs.add(post.village.logo);
    for (const auto& item : post.items) {
        inputs.add(item.file);
        for (const auto& photo : item.more_photos) inputs.add(photo);
        for (const auto& file : files_in(item.recipe)) inputs.add(file);
    }
}

PostReport make_package(PackageBuild& build) {
    const auto& post = build.post;
    auto& report = build.report;
    add_inputs(post, build.options, build.inputs);
    build.loaded = load_post(post, build.control);
    auto planned = plan_pictures(build);
    make_pictures(build, planned);
    leave_if_post_stopped(build.control.stop);
    check_results(build, planned);
    write_captions(build);
    report.findings = findings_of(post, build.loaded);
    report.findings.insert(report.findings.end(), build.findings.begin(), build.findings.end());
    drop_accepted(post, report.findings);
    sort_findings(report.findings);
    write_file(build, checklist_name,
               checklist_html(
                   {post, build.loaded.items, build.loaded.captions, report, build.loaded.words}));
    write_post(build);
    build.manifest.drop_unused(build.inputs);
    build.manifest.keep();
    flush_folder_of(build.folder / post_name);
    return std::move(report);
}

/// Counts the faces of all photos, and adds the notes on decoding them.
void inspect_photos(const Post& post, LoadedPost& loaded, const Control& control) {
    Control one = control;
    one.on_progress = nullptr;
    one.threads = 1;
    for_each_in_parallel(loaded.items.size(), thread_count(control), [&](std::size_t i) {
        auto& item = loaded.items[i];
        if (control.stop.stop_requested() || !item.info || item.info->kind != MediaKind::photo)
            return;
        const auto seen = guard([&] { return count_faces(post.items[i].file, one); });
        if (!seen) return;
        item.faces = seen->faces;
        auto& notes = item.info->notes;
        for (const auto& note : seen->notes)
            if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
    });
    leave_if_stopped(control.stop);
}

}  // namespace
}  // namespace internal

Result<std::vector<PostFinding>> check_post(const Post& post, const Control& control) {
    using namespace internal;
    return guard([&] {
        auto loaded = load_post(post, control);
        inspect_photos(post, loaded, control);
        auto findings = findings_of(post, loaded);
        drop_accepted(post, findings);
        sort_findings(findings);
        return findings;
    });
}

Result<PostReport> make_post(const Post& post, const std::filesystem::path& folder,
                             const PostOptions& options, const Control& control) {
    return internal::guard([&] {
        using namespace internal;
        make_folder(folder);
        PackageBuild build{post, folder, options, control, BuildManifest(folder)};
        return make_package(build);
    });
}

}  // namespace mediaedit
