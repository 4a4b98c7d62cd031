// Reading the data file of activities: "schema": "mediaedit.activities/1".
#pragma once

#include "caption/write/caption_template.hpp"
#include "language/translated.hpp"

#include <mediaedit/caption.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// An answer to choose, and how it reads within a caption.
struct FieldChoice {
    Translated label, text;
};

struct FieldFacts {
    std::string id;
    FieldKind kind = FieldKind::line;
    Translated label{}, hint{};
    std::vector<std::string>
        without{};  ///< words that templates say already: taken off the ends of an answer
    std::vector<FieldChoice> choices{};
    Translated ticked{};  ///< of a tick: what a caption then says
};

struct InvitationFacts {
    std::string id;
    Translated text;
    Translated brief{};     ///< where letters are scarce; may be empty
    std::string with{};     ///< another one that follows it
    bool comments = false;  ///< only where there are comments
    bool lapor = false;     ///< only where the village names LAPOR!
};

struct PlatformFacts {
    std::string platform;
    Translated text;
};

struct LanguageTemplates {
    CaptionTemplate heading, alt_text, brief, full;
};

struct KindFacts {
    std::string id;
    Translated name;
    std::string hashtag;
    std::vector<FieldFacts> fields;  ///< in the order to ask, with the kind's own labels and hints
    std::set<std::string, std::less<>> required;
    std::vector<std::string> consent, invitations;
    LanguageTemplates id_templates, en_templates;

    [[nodiscard]] const LanguageTemplates& templates(std::string_view language) const {
        return language == "en" ? en_templates : id_templates;
    }
    [[nodiscard]] const FieldFacts* field(std::string_view field_id) const;
};

struct ActivitiesFile {
    std::string date;  ///< YYYY-MM-DD: of two files the later one counts
    std::vector<KindFacts> kinds;
    std::vector<InvitationFacts> invitations;
    std::vector<PlatformFacts> platforms;

    [[nodiscard]] const KindFacts* kind(std::string_view kind_id) const;
    [[nodiscard]] const InvitationFacts* invitation(std::string_view invitation_id) const;
};

/// Errors: bad_recipe; `where` is the field's path, such as "kinds[3].full.id[2]". An unknown key
/// is an error, as is a template that names a field its kind does not ask for. Source:
/// docs/apps/caption-guide.md
ActivitiesFile parse_activities_file(std::string_view json);

/// The file compiled into the library.
extern const std::string_view activities_json;

}  // namespace mediaedit::internal
