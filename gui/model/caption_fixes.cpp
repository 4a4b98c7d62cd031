// Applies fixes of findings to captions and to the answers they came from.
#include "model/caption_fixes.hpp"

#include "model/edits.hpp"

#include <mediaedit/caption_check.hpp>
#include <mediaedit/language.hpp>

#include <algorithm>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

using Drafts = std::vector<DraftedCaption>;
using Day = std::optional<std::chrono::year_month_day>;

/// The same finding occurs at most this often in one text.
constexpr int most_repeats = 20;
/// Numbers and addresses; shorter text may occur in an answer by chance.
constexpr std::size_t least_replaced = 6;

/// Captions begin sentences with a capital and normalise spaces.
std::string loosely(const std::string& text) {
    std::string plain;
    for (const char letter : text) {
        if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r') continue;
        plain += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    }
    return plain;
}

/// Every occurrence of a finding.
class FixTarget {
public:
    FixTarget(const Work& work, const DraftedCaption& caption, const CaptionFinding& finding)
        : code_(finding.code),
          part_(part_of(caption.text, finding)),
          replacement_(finding.replacement.value_or("")),
          placement_(caption.placements.front()) {
        context_.village = work.post.village;
        context_.kind = work.post.form.kind;
        context_.today = std::chrono::year_month_day{
            std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    }

    [[nodiscard]] const CaptionFinding* in(const std::string& text,
                                           const std::vector<CaptionFinding>& findings) const {
        const auto found = std::ranges::find_if(findings, [&](const CaptionFinding& one) {
            return one.code == code_ && one.replacement &&
                   loosely(part_of(text, one)) == loosely(part_);
        });
        return found == findings.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool is_in(const DraftedCaption& draft) const {
        return in(draft.text, draft.findings) != nullptr;
    }

    /// The fix that the same check proposes there.
    [[nodiscard]] std::string fixed_in(std::string text) const {
        for (int i = 0; i < most_repeats; ++i) {
            const auto findings = check_caption(text, placement_, context_);
            const auto* found = in(text, findings);
            if (!found) break;
            text = apply_fix(text, *found);
        }
        return text;
    }

    /// Text that is harmless in the answer may be found in the sentence written from it.
    [[nodiscard]] std::string replaced_in(std::string text) const {
        if (part_.size() < least_replaced) return text;
        for (auto at = text.find(part_); at != text.npos;
             at = text.find(part_, at + replacement_.size()))
            text.replace(at, part_.size(), replacement_);
        return text;
    }

private:
    std::string code_, part_, replacement_;
    Placement placement_;
    CaptionContext context_;
};

template <class Fix>
Work with_answers(Work work, const Fix& fix) {
    for (auto& [field, answer] : work.post.form.fields) answer = fix(answer);
    return work;
}

/// Texts that only the person writes.
Work with_own_texts_fixed(Work work, const FixTarget& target) {
    for (auto& [place, text] : work.post.captions) text = target.fixed_in(text);
    for (auto& item : work.post.items)
        if (!item.alt_text.empty()) item.alt_text = target.fixed_in(item.alt_text);
    return work;
}

bool is_gone(const Work& work, const FixTarget& target, const Day& taken_on) {
    const auto drafts = draft_captions(work.post, taken_on);
    return drafts && std::ranges::none_of(
                         *drafts, [&](const DraftedCaption& draft) { return target.is_in(draft); });
}

/// The placement or platform under which the work stores the person's text.
std::string key_of_own(const Work& work, const DraftedCaption& draft) {
    for (const auto& placement : draft.placements)
        if (work.post.captions.contains(placement.id)) return placement.id;
    return draft.placements.front().platform;
}

/// Captions that still contain it become the person's own text.
Work with_captions_fixed(Work work, const FixTarget& target, const Day& taken_on) {
    const auto drafts = draft_captions(work.post, taken_on);
    if (!drafts) return work;
    for (const auto& draft : *drafts) {
        auto text = draft.text;
        if (const auto* found = target.in(text, draft.findings))
            text = target.fixed_in(apply_fix(text, *found));
        if (text != draft.text) work = with_caption(std::move(work), key_of_own(work, draft), text);
    }
    return work;
}

}  // namespace

std::string part_of(const std::string& text, const CaptionFinding& finding) {
    std::string part;
    std::size_t letter = 0;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++letter;
        if (letter > finding.begin && letter <= finding.end) part += byte;
    }
    return part;
}

Work with_fix_applied(const Work& work, const DraftedCaption& caption,
                      const CaptionFinding& finding, Day taken_on) {
    const FixTarget target(work, caption, finding);
    auto answers = with_answers(with_own_texts_fixed(work, target),
                                [&](const std::string& answer) { return target.fixed_in(answer); });
    if (is_gone(answers, target, taken_on)) return answers;
    auto replaced = with_answers(
        answers, [&](const std::string& answer) { return target.replaced_in(answer); });
    if (is_gone(replaced, target, taken_on)) return replaced;
    return with_captions_fixed(std::move(answers), target, taken_on);
}

std::optional<std::string> open_error_of(const std::vector<DraftedCaption>& captions,
                                         const std::vector<std::string>& accepted,
                                         const std::string& text) {
    const auto is_open = [&](const CaptionFinding& finding) {
        if (finding.severity == Severity::error) return true;
        return finding.code.starts_with("personal.") &&
               std::ranges::find(accepted, finding.code) == accepted.end();
    };
    for (const auto& caption : captions) {
        if (copied_text(caption) != text) continue;
        const auto found = std::ranges::find_if(caption.findings, is_open);
        if (found != caption.findings.end()) return found->message;
    }
    return {};
}

std::string copied_text(const DraftedCaption& caption) {
    return caption.title.empty() ? caption.text : caption.title + "\n\n" + caption.text;
}

}  // namespace sunting
