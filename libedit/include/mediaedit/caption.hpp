// From a form to a caption for each platform.
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

/// What a person fills in. Fields by their id, such as "apa", "tempat", "jumlah_balita"; dates as
/// 2026-05-12 or in words.
struct CaptionForm {
    std::string kind{};  ///< of activity: "posyandu", "blt", ...; "kegiatan" for any other
    std::map<std::string, std::string> fields{};
    bool operator==(const CaptionForm&) const = default;
};

/// `list`: one a line; `tick`: "yes" when true (also "ya", "true", "1"), anything else is no.
enum class FieldKind { line, sentence, date, time, money, number, choice, list, tick };

/// One question of the form, in the language of the moment.
struct FormField {
    std::string id, label, hint;
    FieldKind kind = FieldKind::line;
    bool required = false;
    std::vector<std::string> choices{};  ///< of `choice`: suggestions, never the only answers
};

struct ActivityKind {
    std::string id, name;
    std::vector<FormField> fields;  ///< in the order to ask
    std::vector<std::string>
        consent{};  ///< ids of the questions asked when faces are kept: "child", "aid", ...
};

/// The kinds of activity: those compiled in, a newer file in the user's data folder
/// ($XDG_DATA_HOME/mediaedit/activities.json) before them, looked for once a process. Names are in
/// the language of the moment.
MEDIAEDIT_API std::vector<ActivityKind> activity_kinds();

/// An invitation to speak up, to put into the field "ajakan": its text, or its id. `{kanal}` in it
/// becomes the way to reach the office.
struct Invitation {
    std::string id, text;
};
MEDIAEDIT_API std::vector<Invitation> invitations();

/// Who is there and what suits it, two sentences in the language of the moment; empty when the data
/// say nothing of that platform.
MEDIAEDIT_API std::string platform_character(std::string_view platform);

/// A form as JSON: {"schema": "mediaedit.form/1", "kind": "posyandu", "fields": {"jumlah_balita":
/// "32", ...}}. Numbers may stand without quotes, a tick as true or false, a list as a list of
/// texts. A field that the kind does not ask for is an error. Errors: not_found, unreadable,
/// bad_recipe with the field's path.
MEDIAEDIT_API Result<CaptionForm> read_form(const std::filesystem::path& file);
MEDIAEDIT_API Result<CaptionForm> form_from_json(std::string_view json);
MEDIAEDIT_API std::string to_json(const CaptionForm& form);

enum class CaptionLength { automatic, brief, full };

struct CaptionOptions {
    std::string language = "id";  ///< of the caption: "id" or "en"
    CaptionLength length = CaptionLength::automatic;
    std::optional<std::chrono::year_month_day>
        taken_on{};  ///< the photo's own date, used where the form has none
};

/// What was put otherwise than the person wrote it: shown, never silent.
struct CaptionChange {
    std::string field, from, to;
    bool operator==(const CaptionChange&) const = default;
};

struct Caption {
    std::string title{};  ///< YouTube's; empty elsewhere
    std::string text{};
    std::string alt_text{};  ///< a draft, to be seen through
    TextCount count{};
    CaptionLength length = CaptionLength::full;  ///< which was used
    std::vector<CaptionChange> changes{};
    std::vector<std::string> missing{};  ///< ids of required fields that are empty; "desa" when the
                                         ///< profile lacks the village's name
    std::vector<std::string> dropped{};  ///< ids of fields left out so that it fits, or so that the
                                         ///< first sentence is short enough
    std::map<std::string, std::string>
        words{};  ///< for a picture: "title", "date", "place", "time", "amount", "source", "hours",
                  ///< "text"; only those there are
    int hook_length =
        0;  ///< code points of the first sentence; what lies beyond caption_fold is folded away
};

/// After about so many characters platforms show "more".
constexpr int caption_fold = 125;

/// The caption of a form for a placement. What was typed stands as typed, but for dates, times,
/// money and what `changes` tells. A placement without captions (a story, a cover) gets the brief
/// text without hashtags. Errors: bad_argument when the form's kind or the language is not known,
/// or its words alone are beyond the limit. Source: docs/apps/caption-guide.md. Threads: any.
MEDIAEDIT_API Result<Caption> write_caption(const CaptionForm& form, const Village& village,
                                            const Placement& placement,
                                            const CaptionOptions& wishes = {});

}  // namespace mediaedit
