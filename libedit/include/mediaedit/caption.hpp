// Writes the caption of a form for a placement.
//
//     CaptionForm form{"posyandu", {{"tempat", "Balai Desa"}, {"jumlah_balita", "32"}}};
//     auto caption = write_caption(form, village, *find_placement("instagram-feed-portrait"));
//     if (caption) show(caption->text, caption->changes);
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/text_count.hpp>
#include <mediaedit/village.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

/// The answers of a person. `fields` is keyed by field id, such as "apa", "tempat",
/// "jumlah_balita". A date is 2026-05-12 or written in words.
struct CaptionForm {
    std::string kind{};  ///< id of the activity: "posyandu", "blt", ...; "kegiatan" for any other
    std::map<std::string, std::string> fields{};
    bool operator==(const CaptionForm&) const = default;
};

/// `list` has one entry per line. `tick` is true for "yes", "ya", "true" and "1", else false.
enum class FieldKind { line, sentence, date, time, money, number, choice, list, tick };

/// One question of the form, in the current language.
struct FormField {
    std::string id, label, hint;
    FieldKind kind = FieldKind::line;
    bool required = false;
    std::vector<std::string> choices{};  ///< of `choice`: suggestions; other answers are accepted
};

struct ActivityKind {
    std::string id, name;
    std::vector<FormField> fields;  ///< in the order to ask
    /// Ids of the consent questions to ask when faces stay visible: "child", "aid", ...
    std::vector<std::string> consent{};
};

/// All kinds of activity, with names in the current language. A file in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/activities.json) replaces the compiled-in kinds if its date is later.
/// It is read once per process. Threads: any.
MEDIAEDIT_API std::vector<ActivityKind> activity_kinds();

/// A sentence that invites readers to respond. Put its text or its id into the field "ajakan".
/// `{kanal}` in the text is replaced by the ways to contact the office.
struct Invitation {
    std::string id, text;
};
MEDIAEDIT_API std::vector<Invitation> invitations();

/// The platform's audience and what works there: two sentences in the current language. Empty for
/// an unknown platform.
MEDIAEDIT_API std::string platform_character(std::string_view platform);

/// Reads a form from JSON: {"schema": "mediaedit.form/1", "kind": "posyandu", "fields":
/// {"jumlah_balita": "32", ...}}. A number may be a JSON number, a tick a boolean, and a list an
/// array of strings. A field that the kind does not have is an error.
/// Errors: not_found, unreadable; bad_recipe with the field's path.
MEDIAEDIT_API Result<CaptionForm> read_form(const std::filesystem::path& file);
MEDIAEDIT_API Result<CaptionForm> form_from_json(std::string_view json);
MEDIAEDIT_API std::string to_json(const CaptionForm& form);

enum class CaptionLength { automatic, brief, full };

struct CaptionOptions {
    std::string language = "id";  ///< of the caption: "id" or "en"
    CaptionLength length = CaptionLength::automatic;
    /// The photo's own date. Used when the form has no date.
    std::optional<std::chrono::year_month_day> taken_on{};
};

/// An answer that was reformatted. Show it to the person.
struct CaptionChange {
    std::string field, from, to;
    bool operator==(const CaptionChange&) const = default;
};

struct Caption {
    std::string title{};  ///< only for YouTube, else empty
    std::string text{};
    std::string alt_text{};  ///< a draft, for a person to review
    TextCount count{};
    CaptionLength length = CaptionLength::full;  ///< the one that was used
    std::vector<CaptionChange> changes{};
    /// Ids of required fields that are empty; "desa" if the profile has no village name.
    std::vector<std::string> missing{};
    /// Ids of fields that were left out to meet the length limit or to shorten the first sentence.
    std::vector<std::string> dropped{};
    /// Texts for a picture, without empty ones. Keys: "title", "date", "place", "time", "amount",
    /// "source", "hours", "text".
    std::map<std::string, std::string> words{};
    /// Length of the first sentence in code points. Platforms hide what exceeds caption_fold.
    int hook_length = 0;
};

/// Platforms hide the rest of a caption behind "more" after about this many characters.
constexpr int caption_fold = 125;

/// Writes the caption of `form` for `placement`. Answers stay as typed, except dates, times, money
/// and what `changes` lists. A placement without captions (a story, a cover) gets the brief text
/// without hashtags. Errors: bad_argument if the form's kind or the language is unknown, or if the
/// answers alone exceed the limit. Source: docs/apps/caption-guide.md. Threads: any.
MEDIAEDIT_API Result<Caption> write_caption(const CaptionForm& form, const Village& village,
                                            const Placement& placement,
                                            const CaptionOptions& requests = {});

}  // namespace mediaedit
