// The text files of a package: captions, alternative texts, the post itself.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "post/package/package_build.hpp"
#include "post/package/package_names.hpp"
#include "post/package/post_findings.hpp"
#include "post/package/text_file.hpp"

namespace mediaedit::internal {
namespace {

/// Reads a caption from the package where a person changed it there.
void take_changes(const PackageBuild& build, PostCaption& caption) {
    if (!build.manifest.is_changed_by_hand(caption.file)) return;
    const auto text = guard([&] { return read_text(build.folder / caption.file, 1 << 20); });
    if (!text) return;
    caption.text = *text;
    while (!caption.text.empty() && (caption.text.back() == '\n' || caption.text.back() == '\r'))
        caption.text.pop_back();
    caption.title.clear();
    caption.own = true;
    caption.missing.clear();
}

}  // namespace

void write_file(PackageBuild& build, const std::string& name, const std::string& text) {
    const auto fate = build.inputs.contain(build.folder / name)
                          ? TextFate::changed_by_hand
                          : write_text(build.manifest, build.folder, name, text);
    build.report.files.push_back({name, {}, {}, 0, fate == TextFate::written, {}});
    if (fate == TextFate::changed_by_hand)
        build.findings.push_back(
            finding_of("changed_by_hand", Severity::hint,
                       tr("{file} was changed by hand and stays as it is.", {{"file", name}}),
                       tr("Delete it to have it written anew."), name));
}

void write_captions(PackageBuild& build) {
    for (auto& caption : build.loaded.captions) {
        write_file(build, caption.file, caption.whole());
        build.report.files.back().platform = caption.placements.front().platform;
        take_changes(build, caption);
    }
    std::string alt_texts;
    for (const auto& file : build.report.files) {
        if (file.placement.empty()) continue;  // a text
        const auto& item = build.loaded.items[file.item];
        if (item.info->kind != MediaKind::photo || item.alt_text.empty()) continue;
        alt_texts += file.file.generic_string() + "\n" + item.alt_text + "\n\n";
    }
    if (!alt_texts.empty()) write_file(build, alt_text_name, alt_texts);
}

void write_post(PackageBuild& build) {
    Post whole = build.post;
    const auto absolute = [](std::filesystem::path& file) {
        file = std::filesystem::absolute(file).lexically_normal();
    };
    for (auto& item : whole.items) {
        absolute(item.file);
        for (auto& photo : item.more_photos) absolute(photo);
    }
    const auto there = read_post(build.folder / post_name);
    const bool same = there && to_json(*there) == to_json(whole);
    if (same && build.manifest.is_changed_by_hand(post_name)) {
        build.report.files.push_back({post_name, {}, {}, 0, false, {}});
        return;
    }
    write_file(build, post_name, to_json(whole));
}

}  // namespace mediaedit::internal
