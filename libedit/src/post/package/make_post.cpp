// From a post to its package.
#include "base/cancel.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/inputs.hpp"
#include "base/system/new_file.hpp"
#include "base/system/system.hpp"
#include "base/system/thread_count.hpp"
#include "engine/workers.hpp"
#include "placement/prepare/output_requests.hpp"
#include "placement/prepare/result_look.hpp"
#include "post/package/build_manifest.hpp"
#include "post/package/checklist.hpp"
#include "post/package/package_names.hpp"
#include "post/package/post_captions.hpp"
#include "post/package/post_findings.hpp"
#include "post/package/text_file.hpp"
#include "post/templates/look.hpp"

#include <mediaedit/post.hpp>
#include <mediaedit/recipe_json.hpp>

#include <algorithm>

namespace mediaedit {
namespace internal {
namespace {

std::vector<Placement> placements_named(const std::vector<std::string>& ids,
                                        const std::string& path) {
    std::vector<Placement> found;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto placement = find_placement(ids[i]);
        if (!placement)
            fail(ErrorCode::bad_recipe, placement.error().message,
                 path + "[" + std::to_string(i) + "]");
        if (std::ranges::find(found, placement->id, &Placement::id) == found.end())
            found.push_back(std::move(*placement));
    }
    return found;
}

/// What is finished stays in the package, unlike where one file is all there is.
void leave_if_post_stopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        fail(ErrorCode::cancelled, tr("Stopped as you asked; what was finished stays, and the next "
                                      "run goes on from there."));
}

/// A post as it stands before its pictures are made.
struct Draft {
    std::vector<Placement> placements;  ///< all that occur, those of the post first
    std::vector<SeenItem> items;
    std::vector<PostCaption> captions;
    std::map<std::string, std::string> words;  ///< that the form gives for pictures
};

Draft draft_of(const Post& post, const Control& control) {
    Draft draft;
    draft.placements = placements_named(post.placements, "for");
    for (std::size_t i = 0; i < post.items.size(); ++i)
        for (auto& placement :
             placements_named(post.items[i].placements, "items[" + std::to_string(i) + "].for"))
            if (std::ranges::find(draft.placements, placement.id, &Placement::id) ==
                draft.placements.end())
                draft.placements.push_back(std::move(placement));
    if (draft.placements.empty())
        fail(ErrorCode::bad_recipe,
             tr("The post names no place where it is to appear; add some to the field {field}.",
                {{"field", "for"}}),
             "for");
    draft.items = look_at_items(post, control);
    leave_if_stopped(control.stop);
    const auto taken_on = day_taken(draft.items);
    draft.captions = captions_of(post, draft.placements, taken_on);
    auto texts = form_texts(post, draft.placements, taken_on);
    draft.words = std::move(texts.words);
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
        draft.items[i].drafted = post.items[i].alt_text.empty();
        draft.items[i].alt_text = draft.items[i].drafted ? texts.alt_text : post.items[i].alt_text;
    }
    return draft;
}

std::vector<PostFinding> findings_of(const Post& post, const Draft& draft) {
    std::vector<PostFinding> findings;
    check_captions(post, draft.captions, findings);
    check_alt_texts(post, draft.items, draft.placements,
                    draft.captions.empty() ? "" : draft.captions.front().text, findings);
    check_consent(post, draft.items, findings);
    check_sources(post, draft.items, findings);
    check_lengths(post, draft.items, draft.placements, findings);
    check_templates(post, draft.words, findings);
    return findings;
}

/// Makes one package.
class Packer {
public:
    Packer(const Post& post, const std::filesystem::path& folder, const PostOptions& options,
           const Control& control)
        : post_(post), folder_(folder), options_(options), control_(control), memory_(folder) {
        for (const auto& file : options.inputs) inputs_.add(file);
        inputs_.add(post.village.logo);
        for (const auto& item : post.items) {
            inputs_.add(item.file);
            for (const auto& photo : item.more_photos) inputs_.add(photo);
            for (const auto& file : files_in(item.recipe)) inputs_.add(file);
        }
    }

    PostReport pack() {
        draft_ = draft_of(post_, control_);
        plan_files();
        make_pictures();
        leave_if_post_stopped(control_.stop);
        look_at_results();
        write_texts();
        report_.findings = findings_of(post_, draft_);
        report_.findings.insert(report_.findings.end(), result_findings_.begin(),
                                result_findings_.end());
        drop_accepted(post_, report_.findings);
        sort_findings(report_.findings);
        write(checklist_name,
              checklist_html({post_, draft_.items, draft_.captions, report_, draft_.words}));
        write_post();
        memory_.drop_unused(inputs_);
        memory_.keep();
        flush_folder_of(folder_ / post_name);
        return std::move(report_);
    }

private:
    struct Planned {
        OutputRequest wish;
        std::filesystem::path name;  ///< in the package
        std::size_t item = 0;
        std::string key;
        bool stands = false;
        std::optional<Result<Report>> result{};
    };

    /// What an item is made for: its own places, of which each must take it, or those of the post
    /// that do.
    std::vector<Placement> placements_for(std::size_t index) {
        const auto& item = post_.items[index];
        const auto kind = draft_.items[index].info->kind;
        std::vector<Placement> wanted;
        for (const auto& placement : draft_.placements) {
            const auto& ids = item.placements.empty() ? post_.placements : item.placements;
            if (std::ranges::find(ids, placement.id) == ids.end()) continue;
            if (takes(placement, kind) || !item.placements.empty()) wanted.push_back(placement);
        }
        if (wanted.empty()) {
            auto message = kind == MediaKind::photo
                               ? tr("None of the chosen places takes a photo, so none was made of "
                                    "this one; choose one that does.")
                               : tr("None of the chosen places takes a video, so none was made of "
                                    "this one; choose one that does.");
            result_findings_.push_back({{"no_place", Severity::warning, std::move(message), ""},
                                        item.file.filename().string(),
                                        {},
                                        0,
                                        0,
                                        {}});
        }
        return wanted;
    }

    void plan_files() {
        std::vector<std::vector<Placement>> wanted(post_.items.size());
        std::map<std::string, std::size_t> counts, numbers;
        for (std::size_t i = 0; i < post_.items.size(); ++i) {
            if (!draft_.items[i].info) {
                report_.failures.push_back({post_.items[i].file, {}, *draft_.items[i].error});
                continue;
            }
            wanted[i] = placements_for(i);
            for (const auto& placement : wanted[i]) ++counts[placement.id];
        }
        for (std::size_t i = 0; i < post_.items.size(); ++i)
            for (const auto& placement : wanted[i])
                plan_file(i, placement, ++numbers[placement.id], counts[placement.id]);
    }

    void plan_file(std::size_t index, const Placement& placement, std::size_t number,
                   std::size_t of) {
        const auto& item = post_.items[index];
        auto look =
            guard([&] { return look_of(post_, item, number, of, draft_.words, placement); });
        if (!look) {
            report_.failures.push_back({item.file, placement.id, look.error()});
            return;
        }
        const auto name =
            picture_name(placement, number, item.file, draft_.items[index].info->kind);
        Planned planned{{placement, std::move(*look), folder_ / name}, name, index, {}, false, {}};
        planned.key = key_of(planned);
        planned.stands = memory_.is_made(name, planned.key);
        planned_.push_back(std::move(planned));
    }

    /// All that a result depends on.
    [[nodiscard]] std::string key_of(const Planned& planned) const {
        std::string all = file_state(post_.items[planned.item].file) + "\n" +
                          to_json(recipe_for(planned.wish.placement, planned.wish.recipe));
        for (const auto& file : files_in(planned.wish.recipe)) all += file_state(file) + "\n";
        const auto& placement = planned.wish.placement;
        all += placement.id + " " + placement.checked_on + " " +
               std::to_string(placement.max_bytes.value_or(0)) + " " +
               std::to_string(placement.max_video_bytes.value_or(0)) + " " +
               std::to_string(static_cast<int>(options_.quality));
        return fingerprint(all);
    }

    void make_pictures() {
        // One source each, however many items show it: by item, so that its recipe counts.
        std::vector<std::size_t> items;
        for (const auto& planned : planned_)
            if (!planned.stands && (items.empty() || items.back() != planned.item))
                items.push_back(planned.item);
        std::vector<std::filesystem::path> sources;
        for (const auto item : items) sources.push_back(post_.items[item].file);
        const auto of_item = [&](std::size_t item) {
            std::vector<Planned*> mine;
            for (auto& planned : planned_)
                if (planned.item == item && !planned.stands) mine.push_back(&planned);
            return mine;
        };
        const auto wishes = [&](std::size_t index, const MediaInfo&) {
            std::vector<OutputRequest> wanted;
            for (const auto* planned : of_item(items[index])) wanted.push_back(planned->wish);
            return wanted;
        };
        PrepareOptions options;
        options.if_exists = IfExists::replace;
        options.quality = options_.quality;
        for (const auto& item : post_.items)
            options.inputs.push_back(item.file);  // those that need not be made again, too
        options.inputs.insert(options.inputs.end(), options_.inputs.begin(), options_.inputs.end());
        make_wishes_of_all(
            sources, wishes, options, control_,
            [&](std::size_t index, Result<std::vector<Result<Report>>> results) {
                const auto mine = of_item(items[index]);
                for (std::size_t i = 0; i < mine.size(); ++i) {
                    auto& planned = *mine[i];
                    planned.result = results ? (*results)[i] : Result<Report>(results.error());
                    if (*planned.result) memory_.made(planned.name, planned.key);
                }
                memory_.keep();  // what is made now need not be made again after a crash
            });
        for (auto& planned : planned_) {
            const auto& placement = planned.wish.placement;
            if (planned.result && !*planned.result) {
                // What is too long is no fault of the file: a finding asks for the person's
                // decision, as with a text.
                const auto code = planned.result->error().code;
                if (code != ErrorCode::cancelled && code != ErrorCode::too_long)
                    report_.failures.push_back(
                        {post_.items[planned.item].file, placement.id, planned.result->error()});
                continue;
            }
            if (!planned.stands && !planned.result) continue;  // not begun: cancelled
            PostFile file{planned.name, placement.platform, placement.id,
                          planned.item, !planned.stands,    {}};
            if (planned.result) file.report = **planned.result;
            report_.files.push_back(std::move(file));
        }
    }

    /// Each result against its placement. What is seen in a photo is seen in the first result of
    /// it, and serves the others.
    void look_at_results() {
        struct Look {
            std::string key;
            bool whole = false;
            ResultLook seen{};
            bool known = false, failed = false;
        };
        std::vector<Look> looks(report_.files.size());
        std::map<std::size_t, std::size_t> first_of_item;
        for (std::size_t i = 0; i < looks.size(); ++i) {
            const auto& file = report_.files[i];
            const bool is_photo = draft_.items[file.item].info->kind == MediaKind::photo;
            looks[i].whole = !is_photo || first_of_item.try_emplace(file.item, i).second;
            // Findings are remembered as sentences, so in one language.
            looks[i].key = fingerprint(
                planned_key(file) + (looks[i].whole ? " whole " : " facts ") + current_language());
            if (const auto* known = memory_.fact(looks[i].key)) {
                auto remembered = look_from_text(*known);
                looks[i].known = remembered.has_value();
                if (remembered) looks[i].seen = std::move(*remembered);
            }
            if (file.report) looks[i].seen.notes = file.report->notes;
        }
        Control quiet = control_;
        quiet.on_progress = nullptr;
        quiet.threads = 1;
        for_each_in_parallel(looks.size(), thread_count(control_), [&](std::size_t i) {
            auto& look = looks[i];
            if (look.known || control_.stop.stop_requested()) return;
            const auto& file = report_.files[i];
            const auto placement = find_placement(file.placement);
            if (!placement) return;
            auto found = guard([&] {
                auto findings =
                    look.whole
                        ? value_or_throw(
                              check(folder_ / file.file, *placement, recipe_of(file), quiet))
                        : check(value_or_throw(probe(folder_ / file.file, quiet)), *placement);
                if (!value_or_throw(carried_data(folder_ / file.file, quiet)).items.empty())
                    findings.push_back(
                        {"data_left", Severity::error,
                         tr("This file tells more than its picture; it should not be posted."),
                         tr("Make it anew, and tell the makers of the program.")});
                return findings;
            });
            look.failed = !found;
            if (found) look.seen.findings = std::move(*found);
            if (look.whole && draft_.items[file.item].info->kind == MediaKind::photo)
                if (const auto faces =
                        guard([&] { return look_for_faces(folder_ / file.file, quiet).faces; }))
                    look.seen.faces = *faces;
        });
        leave_if_post_stopped(control_.stop);
        for (std::size_t i = 0; i < looks.size(); ++i) {
            const auto& file = report_.files[i];
            auto& [key, whole, seen, known, failed] = looks[i];
            if (!failed) memory_.learned(key, as_text(seen));
            if (seen.faces) draft_.items[file.item].faces = seen.faces;
            tell_notes(file, seen.notes);
            for (auto& finding : seen.findings)
                result_findings_.push_back(
                    {finding, file.file.generic_string(), file.placement, 0, 0, {}});
        }
    }

    /// What was noticed when a result was made, once for each source: what its first look told
    /// already is a finding of the source.
    void tell_notes(const PostFile& file, const std::vector<Note>& notes) {
        const auto about = post_.items[file.item].file.filename().string();
        const auto& of_source = draft_.items[file.item].info->notes;
        for (const auto& note : notes) {
            if (std::ranges::find(of_source, note) != of_source.end()) continue;
            auto finding = finding_of(note, about);
            const bool is_told = std::ranges::any_of(result_findings_, [&](const PostFinding& one) {
                return one.finding == finding.finding && one.about == about;
            });
            if (!is_told) result_findings_.push_back(std::move(finding));
        }
    }

    [[nodiscard]] const Planned& planned_of(const PostFile& file) const {
        return *std::ranges::find(planned_, file.file, &Planned::name);
    }
    [[nodiscard]] std::string planned_key(const PostFile& file) const {
        return planned_of(file).key;
    }
    [[nodiscard]] Recipe recipe_of(const PostFile& file) const {
        return planned_of(file).wish.recipe;
    }

    void write(const std::string& name, const std::string& text) {
        const auto fate = inputs_.contain(folder_ / name)
                              ? TextFate::changed_by_hand
                              : write_text(memory_, folder_, name, text);
        report_.files.push_back({name, {}, {}, 0, fate == TextFate::written, {}});
        if (fate == TextFate::changed_by_hand)
            result_findings_.push_back(
                {{"changed_by_hand", Severity::hint,
                  tr("{file} was changed by hand and stays as it is.", {{"file", name}}),
                  tr("Delete it to have it written anew.")},
                 name,
                 {},
                 0,
                 0,
                 {}});
    }

    void write_texts() {
        for (auto& caption : draft_.captions) {
            write(caption.file, caption.whole());
            report_.files.back().platform = caption.placements.front().platform;
            take_from_hand(caption);
        }
        std::string alt_texts;
        for (const auto& file : report_.files) {
            if (file.placement.empty() || draft_.items[file.item].info->kind != MediaKind::photo ||
                draft_.items[file.item].alt_text.empty())
                continue;
            alt_texts +=
                file.file.generic_string() + "\n" + draft_.items[file.item].alt_text + "\n\n";
        }
        if (!alt_texts.empty()) write(alt_text_name, alt_texts);
    }

    /// What a person wrote into the package is what is checked and shown.
    void take_from_hand(PostCaption& caption) {
        if (!memory_.is_changed_by_hand(caption.file)) return;
        const auto text = guard([&] { return read_text(folder_ / caption.file, 1 << 20); });
        if (!text) return;
        caption.text = *text;
        while (!caption.text.empty() &&
               (caption.text.back() == '\n' || caption.text.back() == '\r'))
            caption.text.pop_back();
        caption.title.clear();
        caption.own = true;
        caption.missing.clear();
    }

    /// The post as it can be made again: with whole paths. A file that says the same already stays
    /// as it was written.
    void write_post() {
        Post whole = post_;
        const auto absolute = [](std::filesystem::path& file) {
            file = std::filesystem::absolute(file).lexically_normal();
        };
        for (auto& item : whole.items) {
            absolute(item.file);
            for (auto& photo : item.more_photos) absolute(photo);
        }
        const auto file = folder_ / post_name;
        const auto there = read_post(file);
        const bool same = there && to_json(*there) == to_json(whole);
        if (same && memory_.is_changed_by_hand(post_name)) {
            report_.files.push_back({post_name, {}, {}, 0, false, {}});
            return;
        }
        write(post_name, to_json(whole));
    }

    const Post& post_;
    const std::filesystem::path& folder_;
    const PostOptions& options_;
    const Control& control_;
    BuildManifest memory_;
    Inputs inputs_;
    Draft draft_;
    std::vector<Planned> planned_;
    std::vector<PostFinding> result_findings_;
    PostReport report_;
};

}  // namespace
}  // namespace internal

Result<std::vector<PostFinding>> check_post(const Post& post, const Control& control) {
    using namespace internal;
    return guard([&] {
        auto draft = draft_of(post, control);
        Control one = control;
        one.on_progress = nullptr;
        one.threads = 1;
        for_each_in_parallel(draft.items.size(), thread_count(control), [&](std::size_t i) {
            if (control.stop.stop_requested() || !draft.items[i].info ||
                draft.items[i].info->kind != MediaKind::photo)
                return;
            const auto seen = guard([&] { return look_for_faces(post.items[i].file, one); });
            if (!seen) return;
            draft.items[i].faces = seen->faces;
            auto& notes = draft.items[i].info->notes;
            for (const auto& note : seen->notes)
                if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
        });
        leave_if_stopped(control.stop);
        auto findings = findings_of(post, draft);
        drop_accepted(post, findings);
        sort_findings(findings);
        return findings;
    });
}

Result<PostReport> make_post(const Post& post, const std::filesystem::path& folder,
                             const PostOptions& options, const Control& control) {
    return internal::guard([&] {
        internal::make_folder(folder);
        return internal::Packer(post, folder, options, control).pack();
    });
}

}  // namespace mediaedit
