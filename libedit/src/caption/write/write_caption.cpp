// Writes the caption of a form for a placement.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "caption/write/alt_draft.hpp"
#include "caption/write/caption_texts.hpp"
#include "caption/write/caption_title.hpp"
#include "caption/write/newest_activities.hpp"
#include "language/caption_letters.hpp"
#include "placement/placement_names.hpp"
#include "village/village_words.hpp"

#include <mediaedit/caption.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit {
namespace internal {
namespace {

/// The words for post templates, by the names of their fields.
std::map<std::string, std::string> picture_words(const CaptionTemplate& heading,
                                                 const FieldTexts& texts) {
    std::map<std::string, std::string> words;
    const auto put_first = [&](const char* name, std::initializer_list<std::string_view> fields) {
        for (const auto field : fields) {
            const auto found = texts.find(field);
            if (found != texts.end() && !found->second.text.empty() &&
                words.emplace(name, found->second.text).second)
                return;
        }
    };
    if (auto title = fill(heading, texts); !title.empty()) {
        if (title.ends_with('.')) title.pop_back();
        words["title"] = std::move(title);
    }
    put_first("date", {"tanggal", "tanggal_mulai", "hari_layanan", "waktu"});
    put_first("place", {"tempat", "lokasi"});
    put_first("time", {"jam"});
    put_first("amount", {"nominal", "biaya"});
    put_first("source", {"sumber"});
    put_first("hours", {"jam"});
    put_first("text", {"hasil_singkat", "manfaat"});
    return words;
}

/// Composes the caption of a form so that it fits a placement.
class Composer {
public:
    Composer(const KindFacts& kind, const Village& village, const Placement& placement,
             const std::string& language, CaptionTexts texts)
        : templates_(kind.templates(language)),
          placement_(placement),
          rules_(placement.caption),
          tags_(hashtags(village, kind.hashtag)),
          texts_(std::move(texts)) {
        if (tags_.size() > static_cast<std::size_t>(rules_.hashtags))
            tags_.resize(static_cast<std::size_t>(rules_.hashtags));
    }

    Caption caption(CaptionLength wished) {
        const auto own = rules_.brief ? CaptionLength::brief : CaptionLength::full;
        const auto usual = wished == CaptionLength::automatic ? own : wished;
        bool fits = compose(usual);
        if (!fits && wished == CaptionLength::automatic && usual == CaptionLength::full)
            fits = compose(CaptionLength::brief);
        if (!fits)
            fail(ErrorCode::bad_argument,
                 tr("The words of this form are too long for {place} even without what may be left "
                    "out: {length} of at most {limit}. Shorten the longest answers.",
                    {{"place", place_name(placement_)},
                     {"length", std::to_string(caption_.count.length)},
                     {"limit", std::to_string(caption_.count.limit.value_or(0))}}),
                 placement_.id);
        if (rules_.title) {
            auto title = caption_title(templates_.full, texts_.fields);
            caption_.title = std::move(title.text);
            caption_.changes = std::move(title.changes);
        }
        caption_.alt_text = alt_draft(templates_.alt_text, texts_.fields, placement_);
        caption_.changes.insert(caption_.changes.begin(), texts_.changes.begin(),
                                texts_.changes.end());
        caption_.missing = texts_.missing;
        caption_.words = picture_words(templates_.heading, texts_.fields);
        return std::move(caption_);
    }

private:
    /// Composes a text of this length and returns whether it fits. What may be left out is left out
    /// from the end.
    bool compose(CaptionLength length) {
        const auto& whole = length == CaptionLength::full ? templates_.full : templates_.brief;
        caption_ = {};
        caption_.length = length;
        std::set<int> left_out;
        shorten_first_sentence(whole, texts_.fields, caption_fold - (rules_.bold_line ? 2 : 0),
                               left_out);
        put(whole, left_out, 0);
        if (!short_enough() && length == CaptionLength::brief && !texts_.brief_invitation.empty()) {
            texts_.fields["ajakan"].text = texts_.brief_invitation;
            put(whole, left_out, 0);
        }
        for (int number = whole.optionals - 1; number >= 0 && !short_enough(); --number) {
            if (left_out.insert(number).second) put(whole, left_out, 0);
        }
        if (!short_enough()) return false;
        list_dropped(whole, left_out);
        // Hashtags matter less than words.
        for (auto count = tags_.size(); count > 0; --count) {
            put(whole, left_out, count);
            if (caption_.count.fits()) break;
            put(whole, left_out, 0);
        }
        caption_.hook_length = letter_count(first_sentence(caption_.text));
        return true;
    }

    [[nodiscard]] bool short_enough() const {
        return caption_.count.length <= caption_.count.limit.value_or(caption_.count.length);
    }

    void put(const CaptionTemplate& whole, const std::set<int>& left_out, std::size_t tag_count) {
        std::string tags;
        for (std::size_t i = 0; i < tag_count; ++i) (tags += i > 0 ? " " : "") += tags_[i];
        texts_.fields["tagar"] = {tags};
        auto text = fill(whole, texts_.fields, left_out);
        if (!tags.empty() && caption_.length == CaptionLength::brief)
            text += (rules_.empty_line ? "\n\n" : "\n") + tags;
        if (rules_.bold_line) text = with_bold_line(std::move(text));
        if (rules_.title) erase_all(text, "<>");
        caption_.count = count_caption(text, placement_);
        caption_.text = std::move(text);
    }

    static std::string with_bold_line(std::string text) {
        auto line = first_line(text);
        const auto rest = text.substr(line.size());
        // A star inside would end the bold text.
        erase_all(line, "*");
        return line.empty() ? rest : "*" + line + "*" + rest;
    }

    void list_dropped(const CaptionTemplate& whole, const std::set<int>& left_out) {
        for (const int number : left_out)
            for (const auto& id : fields_of_optional(whole, number)) {
                const auto found = texts_.fields.find(id);
                const bool filled = found != texts_.fields.end() && !found->second.text.empty();
                if (filled && id != "lapor" && id != "peringatan" &&
                    std::find(caption_.dropped.begin(), caption_.dropped.end(), id) ==
                        caption_.dropped.end())
                    caption_.dropped.push_back(id);
            }
    }

    const LanguageTemplates& templates_;
    const Placement& placement_;
    CaptionRules rules_;
    std::vector<std::string> tags_;
    CaptionTexts texts_;
    Caption caption_;
};

const KindFacts& known_kind(const std::string& id) {
    if (const auto* kind = activities().kind(id)) return *kind;
    fail(ErrorCode::bad_argument,
         tr("The kind of activity {value} is not known; choose one from the list of kinds.",
            {{"value", id}}),
         "kind");
}

void require_language(const std::string& language) {
    if (language != "id" && language != "en")
        fail(ErrorCode::bad_argument,
             tr("{value} is not possible for {field}; choose one of: {choices}.",
                {{"value", language}, {"field", "language"}, {"choices", "id, en"}}),
             "language");
}

}  // namespace
}  // namespace internal

Result<Caption> write_caption(const CaptionForm& form, const Village& village,
                              const Placement& placement, const CaptionOptions& options) {
    return internal::guard([&] {
        using namespace internal;
        require_language(options.language);
        const auto& kind = known_kind(form.kind);
        auto texts =
            caption_texts(form, kind, activities(), village, options, placement.caption.comments);
        return Composer(kind, village, placement, options.language, std::move(texts))
            .caption(options.length);
    });
}

}  // namespace mediaedit
